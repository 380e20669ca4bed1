import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api-client';

/** Gives an account a temporary password. */
export function useResetPassword(accountId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (password: string) => api.post(`/accounts/${accountId}/password`, { body: { password } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['account'] }),
  });
}
