import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { evidenceStoreContract, useTemporaryFolders } from '@anjuan/testing';
import { openEmbeddedEvidenceStore } from './embedded-evidence-store';

const temporaryFolder = useTemporaryFolders();

evidenceStoreContract('embedded', () => {
  const folder = temporaryFolder();
  return {
    open: () => openEmbeddedEvidenceStore({ folder }),
    async damage(digest) {
      const file = await open(join(folder, digest.slice(0, 2), digest.slice(2)), 'r+');
      await file.write(Buffer.from([0xff]), 0, 1, 1);
      await file.close();
    },
  };
});
