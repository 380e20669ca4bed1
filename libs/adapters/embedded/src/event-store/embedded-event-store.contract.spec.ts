import { eventStoreContract, useTemporaryFolders } from '@anjuan/testing';
import { openEmbeddedEventStore } from './embedded-event-store';

const temporaryFolder = useTemporaryFolders();

eventStoreContract('embedded', () => {
  const folder = temporaryFolder();
  return { open: () => openEmbeddedEventStore({ folder }) };
});
