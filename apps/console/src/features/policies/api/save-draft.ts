import type { PolicyContent } from '@anjuan/institution-registry-domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api-client';

interface SaveDraft {
  readonly content: PolicyContent;
  /** Of the level, as it was when the edit began. */
  readonly revision: number;
}

export function useSaveDraft(area: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ content, revision }: SaveDraft) =>
      api.put(`/policies/${area}/draft`, { body: content, revision }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['regionPolicy'] }),
  });
}
