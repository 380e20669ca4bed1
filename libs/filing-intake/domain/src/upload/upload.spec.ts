import { nthId, specification } from '@anjuan/testing';
import { upload } from './upload';

const filingId = nthId(1);
const about = { filingId, insuredRegion: '350200', registration: 1 };
const retryAt = '2026-03-02T02:30:00.000Z';
const uploaded = { type: 'FilingUploaded' as const, data: { ...about, receipt: 'R-1' } };
const failed = (attempt: number, at?: string) => ({
  type: 'FilingUploadFailed' as const,
  data: { ...about, attempt, code: 'spool.full', retryAt: at },
});
const record = { type: 'RecordUploaded' as const, data: uploaded.data };
const fail = (attempt: number, at?: string) => ({
  type: 'RecordUploadFailed' as const,
  data: failed(attempt, at).data,
});
const retry = { type: 'RetryUpload' as const, data: { filingId } };

describe('the upload of a filing', () => {
  const spec = specification(upload, {});

  it('is acknowledged once for each registration', () => {
    spec.given().when(record).thenEvents(uploaded);
    spec.given(uploaded).when(record).thenNothing();
    const next = { ...uploaded.data, registration: 2 };
    spec
      .given(uploaded)
      .when({ ...record, data: next })
      .thenEvents({ type: 'FilingUploaded', data: next });
    spec.given({ type: 'FilingUploaded', data: next }).when(record).thenNothing();
  });

  it('counts failed attempts, each once', () => {
    spec.given().when(fail(1, retryAt)).thenEvents(failed(1, retryAt));
    spec.given(failed(1, retryAt)).when(fail(1, retryAt)).thenNothing();
    spec.given(failed(1, retryAt)).when(fail(2)).thenEvents(failed(2));
    spec.given(uploaded).when(fail(1)).thenNothing();
  });

  it('is tried again when a person asks, and only after it failed for good', () => {
    spec.given(failed(1, retryAt)).when(retry).thenRejected('filing.nothing-to-upload');
    spec.given().when(retry).thenRejected('filing.nothing-to-upload');
    spec.given(failed(2)).when(retry).thenEvents({ type: 'UploadRetryRequested', data: about });
    spec
      .given(failed(2), { type: 'UploadRetryRequested', data: about })
      .when(fail(1, retryAt))
      .thenEvents(failed(1, retryAt));
  });
});
