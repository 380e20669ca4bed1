import { api } from '../../../lib/api-client';

/** The clerk saw the original; no copy is taken. */
export const recordOriginalSeen = (filingId: string, item: string) =>
  api.post(`/filings/${filingId}/originals`, { body: { item } });
