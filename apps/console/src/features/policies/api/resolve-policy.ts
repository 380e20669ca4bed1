import { useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api-client';
import type { PolicyInForce } from './policy';

/** @param on day; today when left out */
export const usePolicyInForce = (area: string, on?: string) =>
  useQuery({
    queryKey: ['regionPolicy', 'in-force', area, on],
    queryFn: ({ signal }) => api.get<PolicyInForce>(`/policies/${area}/resolved`, { on }, signal),
  });
