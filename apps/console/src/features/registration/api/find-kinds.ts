import type { FilingKindPolicy, PolicyItems } from '@anjuan/contracts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api-client';

/** The policy of an insured region today, with the kinds that can be filed there in the order to show them. */
export interface OfferedPolicy extends Omit<PolicyItems, 'kinds' | 'offeredKinds'> {
  readonly kinds: readonly FilingKindPolicy[];
}

/** What can be filed in a region; refreshed when a policy is published. */
export const useKinds = (insuredRegion: string | undefined) =>
  useQuery({
    queryKey: ['regionPolicy', 'kinds', insuredRegion],
    queryFn: ({ signal }) => api.get<OfferedPolicy>('/kinds', { insuredRegion }, signal),
    enabled: insuredRegion !== undefined,
    staleTime: 10 * 60_000,
  });
