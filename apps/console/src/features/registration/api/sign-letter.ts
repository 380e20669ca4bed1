import type { SignedLetter } from '@anjuan/filing-intake-domain';
import { api } from '../../../lib/api-client';

type Signature = Pick<SignedLetter, 'version' | 'signature' | 'evidenceId'> & { readonly signedOn?: string };

export const signLetter = (filingId: string, revision: number, signature: Signature) =>
  api.put(`/filings/${filingId}/letter`, { revision, body: signature });
