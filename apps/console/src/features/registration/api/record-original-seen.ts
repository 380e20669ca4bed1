import { api } from '../../../lib/api-client';

/** The clerk saw the original; no copy is taken. */
export const recordOriginalSeen = (filingId: string, revision: number, item: string) =>
  api.post(`/filings/${filingId}/originals`, { revision, body: { item } });
