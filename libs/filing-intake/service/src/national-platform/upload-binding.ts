import { bind, SYSTEM_ONLY } from '@anjuan/event-sourcing';
import { type Upload, type UploadCommand, upload } from '@anjuan/filing-intake-domain';

/** The platform's answers come from the system; a clerk of the region may have a failed upload tried again. */
export const uploadBinding = bind({
  decider: upload,
  permissions: {
    RecordUploaded: SYSTEM_ONLY,
    RecordUploadFailed: SYSTEM_ONLY,
    RetryUpload: 'filing:register',
  },
  areasOf: (_: UploadCommand, { insuredRegion }: Upload) => (insuredRegion === '' ? [] : [insuredRegion]),
  gather: () => Promise.resolve({}),
});
