import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api-client';
import type { AccountRow, Grant } from './account';

/** Replaces the grants that were seen. */
export function useChangeGrants({ accountId, revision }: AccountRow) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (grants: readonly Grant[]) =>
      api.put(`/accounts/${accountId}/grants`, { body: { grants }, revision }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['account'] }),
  });
}
