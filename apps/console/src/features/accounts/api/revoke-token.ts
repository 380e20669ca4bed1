import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api-client';

export function useRevokeToken(accountId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (tokenId: string) => api.delete(`/accounts/${accountId}/tokens/${tokenId}`),
    onSettled: () => queries.invalidateQueries({ queryKey: ['account'] }),
  });
}
