import { api } from '../../../lib/api-client';

export const acceptNotice = (filingId: string, revision: number, version: string) =>
  api.put(`/filings/${filingId}/notice`, { revision, body: { version } });
