import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api-client';

/** Puts a claimed review back in the queue. */
export function useReleaseReview() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (reviewId: string) => api.post(`/reviews/${reviewId}/release`),
    onSettled: () => queries.invalidateQueries({ queryKey: ['review'] }),
  });
}
