import { api } from '../../../lib/api-client';

export const acceptNotice = (filingId: string, version: string) =>
  api.put(`/filings/${filingId}/notice`, { body: { version } });
