import { useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api-client';

interface ReviewCounts {
  readonly open: number;
  readonly unassigned: number;
  readonly mine: number;
  readonly overdue: number;
  readonly waiting: number;
}

/** How many reviews each view of the queue holds. */
export const useReviewCounts = () =>
  useQuery({
    queryKey: ['review', 'counts'],
    queryFn: ({ signal }) => api.get<ReviewCounts>('/reviews/counts', {}, signal),
  });
