import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api-client';

interface Withdraw {
  readonly version: number;
  readonly reason: string;
}

export function useWithdrawVersion(area: string, revision: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ version, reason }: Withdraw) =>
      api.post(`/policies/${area}/versions/${version}/withdrawal`, { body: { reason }, revision }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['regionPolicy'] }),
  });
}
