import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api-client';

/** Disables or enables an account. */
export function useSwitchAccount(accountId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (to: 'disable' | 'enable') => api.post(`/accounts/${accountId}/${to}`),
    onSettled: () => queries.invalidateQueries({ queryKey: ['account'] }),
  });
}
