import type { FilingDetailsRow } from '@anjuan/filing-intake-domain';
import { useQuery } from '@tanstack/react-query';
import { api } from './api-client';

/** One filing with everything the case page shows. @throws Problem, Unreachable */
export const getFiling = (filingId: string, signal?: AbortSignal): Promise<FilingDetailsRow> =>
  api.get<FilingDetailsRow>(`/filings/${filingId}`, {}, signal);

/** One filing, refreshed when filings change. */
export const useFilingDetails = (filingId: string | undefined) =>
  useQuery({
    queryKey: ['filing', 'details', filingId],
    queryFn: ({ signal }) => getFiling(filingId ?? '', signal),
    enabled: filingId !== undefined,
  });
