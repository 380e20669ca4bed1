import { api } from '../../../lib/api-client';

export const discardDraft = (filingId: string, revision: number) =>
  api.delete(`/filings/${filingId}/draft`, { revision });
