import { join } from 'node:path';
import { messageBusContract, useTemporaryFolders } from '@anjuan/testing';
import { openEmbeddedEventStore } from '../event-store/embedded-event-store';
import { openEmbeddedMessageBus } from './embedded-message-bus';

const temporaryFolder = useTemporaryFolders();

messageBusContract(
  'embedded',
  (setting) => {
    const folder = temporaryFolder();
    return {
      async open() {
        const store = await openEmbeddedEventStore({ folder: join(folder, 'log') });
        const bus = openEmbeddedMessageBus({ store, folder: join(folder, 'bus'), ...setting });
        return {
          store,
          bus,
          async close() {
            await bus.close();
            await store.close();
          },
        };
      },
    };
  },
  { members: 'one per group' },
);
