import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type CommandResult } from '../../../lib/api-client';

interface IssueToken {
  readonly label: string;
  readonly expiresOn?: string;
}

/** Issues a token; the answer is the only place where it is shown. */
export function useIssueToken(accountId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: IssueToken) =>
      api.post<CommandResult & { readonly token: string }>(`/accounts/${accountId}/tokens`, { body }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['account'] }),
  });
}
