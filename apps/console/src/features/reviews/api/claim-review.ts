import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api-client';

/** Takes a review into one's own hands. */
export function useClaimReview() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (reviewId: string) => api.post(`/reviews/${reviewId}/claim`),
    onSettled: () => queries.invalidateQueries({ queryKey: ['review'] }),
  });
}
