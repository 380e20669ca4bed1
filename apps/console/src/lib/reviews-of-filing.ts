import type { ReviewDetailsRow } from '@anjuan/reviewer-approval-domain';
import { useQueries, useQuery } from '@tanstack/react-query';
import { api } from './api-client';

/** A review in the list of a filing's reviews. */
export interface ReviewOfFiling {
  readonly reviewId: string;
  readonly submission: number;
  readonly subject: string;
  readonly status: ReviewDetailsRow['status'];
  readonly revision: number;
  readonly dueOn: string;
}

/** One review with its file, deadline and timeline, and who it is about. */
export interface ReviewDetails extends ReviewDetailsRow {
  readonly applicantName: string | null;
  readonly idNumber: string | null;
}

/** The reviews of a filing, one for each submission, oldest first. */
export const useReviewsOfFiling = (filingId: string | undefined) =>
  useQuery({
    queryKey: ['review', 'of-filing', filingId],
    queryFn: ({ signal }) =>
      api
        .get<{ readonly rows: readonly ReviewOfFiling[] }>(`/reviews/of-filing/${filingId}`, {}, signal)
        .then(({ rows }) => rows),
    enabled: filingId !== undefined,
  });

/** @throws Problem, Unreachable */
export const getReview = (reviewId: string, signal?: AbortSignal): Promise<ReviewDetails> =>
  api.get<ReviewDetails>(`/reviews/${reviewId}`, {}, signal);

/** How the query of one review is known. */
export const reviewKey = (reviewId: string | undefined) => ['review', 'details', reviewId];

/** One review; its revision is what a decision about it names. */
export const useReview = (reviewId: string | undefined) =>
  useQuery({
    queryKey: reviewKey(reviewId),
    queryFn: ({ signal }) => getReview(reviewId ?? '', signal),
    enabled: reviewId !== undefined,
  });

/** Several reviews with their timelines. */
export const useReviews = (reviewIds: readonly string[]): readonly ReviewDetails[] =>
  useQueries({
    queries: reviewIds.map((reviewId) => ({
      queryKey: reviewKey(reviewId),
      queryFn: ({ signal }: { signal: AbortSignal }) => getReview(reviewId, signal),
    })),
  }).flatMap(({ data }) => data ?? []);
