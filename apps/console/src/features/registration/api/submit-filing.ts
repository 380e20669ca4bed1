import { api } from '../../../lib/api-client';

/** Submits a draft, or a filing that came back for a supplement. */
export const submitFiling = (filingId: string, revision: number, again: boolean, idempotencyKey: string) =>
  api.post(`/filings/${filingId}/${again ? 'resubmission' : 'submission'}`, { revision, idempotencyKey });
