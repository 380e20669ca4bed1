import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventStoreContract } from '@anjuan/testing';
import { openEmbeddedEventStore } from './embedded-event-store';

eventStoreContract('embedded', () => {
  const folder = mkdtempSync(join(tmpdir(), 'anjuan-events-'));
  return {
    open: () => openEmbeddedEventStore({ folder }),
    dispose: async () => rmSync(folder, { recursive: true }),
  };
});
