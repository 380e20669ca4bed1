import { type CommandOf, decider, defineRejections } from '@anjuan/event-sourcing';
import type { uploadCommands } from './upload.commands';
import { uploadEvents } from './upload.events';

export type UploadCommand = CommandOf<typeof uploadCommands>;

/** The newest registration that was tried. */
export interface Upload {
  readonly insuredRegion: string;
  readonly registration: number;
  readonly status: 'nothing' | 'trying' | 'failed' | 'uploaded';
  readonly attempts: number;
}

/** Why a retry says no. */
export const uploadRejections = defineRejections({
  'filing.nothing-to-upload': {
    kind: 'conflict',
    zh: '该备案没有上传失败的记录。',
    en: 'No upload of this filing has failed.',
    nextZh: '请刷新查看上传状态。',
    nextEn: 'Reload to see the upload status.',
  },
});

/**
 * The upload of a filing to the national platform: an axis of its own in a stream of its own, so that an
 * acknowledgement never makes somebody's view of the filing stale. The stream bears the filing's id.
 */
export const upload = decider<Upload, UploadCommand, typeof uploadEvents>({
  category: 'upload',
  events: uploadEvents,
  initialState: { insuredRegion: '', registration: 0, status: 'nothing', attempts: 0 },
  idOf: ({ data }) => data.filingId,
  decide: {
    RecordUploaded: (data, state) =>
      isNews(data.registration, state) ? [{ type: 'FilingUploaded', data }] : [],
    RecordUploadFailed: (data, state) => {
      const tried = state.registration === data.registration ? state.attempts : 0;
      return isNews(data.registration, state) && data.attempt > tried
        ? [{ type: 'FilingUploadFailed', data }]
        : [];
    },
    RetryUpload: ({ filingId }, { status, insuredRegion, registration }) => {
      if (status !== 'failed') uploadRejections.reject('filing.nothing-to-upload');
      return [{ type: 'UploadRetryRequested', data: { filingId, insuredRegion, registration } }];
    },
  },
  evolve: {
    FilingUploaded: (_, { insuredRegion, registration }) => ({
      insuredRegion,
      registration,
      status: 'uploaded',
      attempts: 0,
    }),
    FilingUploadFailed: (_, { insuredRegion, registration, attempt, retryAt }) => ({
      insuredRegion,
      registration,
      status: retryAt === undefined ? 'failed' : 'trying',
      attempts: attempt,
    }),
    UploadRetryRequested: (state) => ({ ...state, status: 'trying', attempts: 0 }),
  },
});

/** News about an older registration, or about one that was acknowledged, change nothing. */
const isNews = (registration: number, state: Upload): boolean =>
  registration > state.registration || (registration === state.registration && state.status !== 'uploaded');
