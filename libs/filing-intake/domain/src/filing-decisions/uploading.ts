import { filingRejections } from '../filing/filing-rejections';
import { type DecisionsOn, mustExist } from './decisions';

/** How the registration with the national platform went; news about an older registration change nothing. */
export const uploading: DecisionsOn<'RecordUploaded' | 'RecordUploadFailed' | 'RetryUpload'> = {
  RecordUploaded: ({ filingId, registration, receipt }, { upload }) =>
    upload.registration === registration && upload.status !== 'uploaded'
      ? [{ type: 'FilingUploaded', data: { filingId, registration, receipt } }]
      : [],
  RecordUploadFailed: (data, { upload }) =>
    upload.registration === data.registration && upload.status === 'due' && data.attempt > upload.attempts
      ? [{ type: 'FilingUploadFailed', data }]
      : [],
  RetryUpload: ({ filingId }, state) => {
    mustExist(state);
    const { registration, status } = state.upload;
    if (status !== 'failed') filingRejections.reject('filing.nothing-to-upload');
    return [{ type: 'UploadRetryRequested', data: { filingId, registration } }];
  },
};
