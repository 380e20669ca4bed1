import type { Channel, FilingKindPolicy, PolicyItems } from '@anjuan/contracts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api-client';

/** The policy of an insured region today, with the kinds that can be filed there in the order to show them. */
export interface OfferedPolicy extends Omit<PolicyItems, 'kinds' | 'offeredKinds'> {
  readonly kinds: readonly FilingKindPolicy[];
}

/** What can be filed in a region through a channel; refreshed when a policy is published. */
export const useKinds = (insuredRegion: string | undefined, channel: Channel) =>
  useQuery({
    queryKey: ['regionPolicy', 'kinds', insuredRegion, channel],
    queryFn: ({ signal }) => api.get<OfferedPolicy>('/kinds', { insuredRegion, channel }, signal),
    enabled: insuredRegion !== undefined,
    staleTime: 10 * 60_000,
  });
