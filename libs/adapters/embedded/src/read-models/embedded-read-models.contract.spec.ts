import { readModelsContract, useTemporaryFolders } from '@anjuan/testing';
import { openEmbeddedReadModels } from './embedded-read-models';

const temporaryFolder = useTemporaryFolders();

readModelsContract('embedded', () => {
  const folder = temporaryFolder();
  return { open: async () => openEmbeddedReadModels({ folder }) };
});
