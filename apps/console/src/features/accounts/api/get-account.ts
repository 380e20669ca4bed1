import { useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api-client';
import type { AccountRow } from './account';

export const useAccount = (accountId: string) =>
  useQuery({
    queryKey: ['account', 'one', accountId],
    queryFn: ({ signal }) => api.get<AccountRow>(`/accounts/${accountId}`, {}, signal),
  });
