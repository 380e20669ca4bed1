import { api } from '../../../lib/api-client';

export const removeEvidence = (filingId: string, evidenceId: string) =>
  api.delete(`/filings/${filingId}/evidence/${evidenceId}`);
