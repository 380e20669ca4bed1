import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api-client';
import type { ReviewRow } from './review-row';

/** What a list of reviews is narrowed to, as the API names it; nothing personal. */
export interface ReviewFilters {
  readonly view: string;
  readonly kind?: string;
  readonly channel?: string;
  readonly level?: string;
  readonly insuredRegion?: string;
  readonly dueFrom?: string;
  readonly dueTo?: string;
  readonly sort?: string;
  readonly direction?: 'asc' | 'desc';
}

interface ReviewPage {
  readonly rows: readonly ReviewRow[];
  readonly next?: string;
  readonly total: number;
}

interface Question {
  /** Undefined while they are not known yet. */
  readonly filters: ReviewFilters | undefined;
  /** A name or filing number; personal, so it travels in a body, and is looked for in all reviews. */
  readonly search: string;
  readonly cursor: string | undefined;
}

const LIMIT = 50;

/** One page of the queue. */
export const useReviews = ({ filters, search, cursor }: Question) =>
  useQuery({
    queryKey: ['review', 'queue', filters, search, cursor],
    queryFn: ({ signal }) =>
      search === ''
        ? api.get<ReviewPage>('/reviews', { ...filters, cursor, limit: LIMIT }, signal)
        : api.search<ReviewPage>(
            '/reviews/search',
            { ...filters, view: 'all', search, cursor, limit: LIMIT },
            signal,
          ),
    enabled: filters !== undefined,
    placeholderData: keepPreviousData,
  });

/** How many reviews match. */
export const useReviewTotal = (filters: ReviewFilters | undefined) =>
  useQuery({
    queryKey: ['review', 'total', filters],
    queryFn: ({ signal }) => api.get<ReviewPage>('/reviews', { ...filters, limit: 1 }, signal),
    enabled: filters !== undefined,
    select: ({ total }) => total,
  });
