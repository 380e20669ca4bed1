import { api } from '../../../lib/api-client';

export const removeEvidence = (filingId: string, revision: number, evidenceId: string) =>
  api.delete(`/filings/${filingId}/evidence/${evidenceId}`, { revision });
