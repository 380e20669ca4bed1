import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api-client';
import type { ProblemBody } from '../../../lib/problem';
import type { ReviewRow } from './review-row';

/** What came of one review of a batch. */
export type BatchResult =
  | { readonly reviewId: string; readonly outcome: 'done'; readonly revision: number }
  | { readonly reviewId: string; readonly outcome: 'refused'; readonly problem: ProblemBody };

interface BatchAnswer {
  readonly results: readonly BatchResult[];
}

export interface Batch {
  readonly reviews: readonly ReviewRow[];
  /** Whom to assign to, null for nobody; left out: claim them oneself. */
  readonly reviewerId?: string | null;
}

/** Claims or assigns several reviews, each as it was seen. Each has its own outcome. */
export function useBatch() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ reviews, reviewerId }: Batch) => {
      const seen = reviews.map(({ reviewId, revision }) => ({ reviewId, revision }));
      return reviewerId === undefined
        ? api.post<BatchAnswer>('/reviews/batch/claim', { body: { reviews: seen } })
        : api.post<BatchAnswer>('/reviews/batch/assignment', { body: { reviews: seen, reviewerId } });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['review'] }),
  });
}
