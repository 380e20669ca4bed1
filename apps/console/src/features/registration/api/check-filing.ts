import type { AutomaticCheck, Bilingual } from '@anjuan/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api-client';
import type { DraftCopy } from '../draft/draft-state';

export interface CheckAnswer {
  /** A submission would be accepted as the draft stands. */
  readonly accepted: boolean;
  /** What would stop it. */
  readonly rejection?: Bilingual & { readonly code: string };
  readonly checks: readonly AutomaticCheck[];
}

/** The server's automatic checks of a draft as it is saved; nothing is recorded. */
export const useChecks = (copy: DraftCopy | undefined, ready: boolean) =>
  useQuery({
    queryKey: ['filing', 'checks', copy?.filingId, copy?.revision],
    queryFn: ({ signal }) => api.search<CheckAnswer>('/filings/checks', { filingId: copy?.filingId }, signal),
    enabled: copy !== undefined && ready,
    placeholderData: keepPreviousData,
  });
