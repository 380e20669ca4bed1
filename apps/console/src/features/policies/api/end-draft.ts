import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api-client';

/** Publishes or discards the draft that was seen. */
export function useEndDraft(area: string, revision: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (end: 'publish' | 'discard') =>
      end === 'publish'
        ? api.post(`/policies/${area}/publication`, { revision })
        : api.delete(`/policies/${area}/draft`, { revision }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['regionPolicy'] }),
  });
}
