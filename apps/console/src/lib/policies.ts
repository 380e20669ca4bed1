import type { PolicyItems } from '@anjuan/contracts';
import { useQuery } from '@tanstack/react-query';
import { api } from './api-client';

interface ResolvedPolicy {
  readonly area: string;
  readonly items: PolicyItems;
}

/**
 * The policy that holds in a region on a day, with everything inherited.
 * @param on day; today when left out
 */
export const useRegionPolicy = (area: string | undefined, on?: string) =>
  useQuery({
    queryKey: ['regionPolicy', 'resolved', area, on],
    queryFn: ({ signal }) => api.get<ResolvedPolicy>(`/policies/${area}/resolved`, { on }, signal),
    enabled: area !== undefined,
    staleTime: 10 * 60_000,
  });
