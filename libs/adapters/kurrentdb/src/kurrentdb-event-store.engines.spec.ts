import { eventStoreContract } from '@anjuan/testing';
import { openKurrentDbEventStore } from './kurrentdb-event-store';
import { kurrentDbUrl } from './kurrentdb-url.fixture';

eventStoreContract(
  'KurrentDB',
  () => {
    const url = kurrentDbUrl();
    return { open: () => openKurrentDbEventStore({ url }) };
  },
  { reusedIds: 'not noticed' },
);
