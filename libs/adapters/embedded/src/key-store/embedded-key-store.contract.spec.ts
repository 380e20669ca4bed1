import { keyStoreContract, useTemporaryFolders } from '@anjuan/testing';
import { openEmbeddedKeyStore } from './embedded-key-store';

const temporaryFolder = useTemporaryFolders();
const clock = { now: () => '2026-03-02T01:30:00.000Z' };

keyStoreContract('embedded', () => {
  const folder = temporaryFolder();
  return { open: async () => openEmbeddedKeyStore({ folder, clock }) };
});
