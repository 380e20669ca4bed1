import { useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api-client';
import type { Comparison } from './policy';

/** Sides are `draft`, the number of a version, or a day. */
export const useComparison = (area: string, from: string | undefined, to: string | undefined) =>
  useQuery({
    queryKey: ['regionPolicy', 'comparison', area, from, to],
    queryFn: ({ signal }) => api.get<Comparison>(`/policies/${area}/comparison`, { from, to }, signal),
    enabled: from !== undefined && to !== undefined,
  });
