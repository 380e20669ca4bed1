import { chinaDateOf } from '@anjuan/event-sourcing';
import {
  type ReviewDetailsRow,
  type ReviewQueueRow,
  reviewDetails,
  reviewQueue,
  reviewRejections,
  reviewSamples,
} from '@anjuan/reviewer-approval-domain';
import type { Caller, ContextTools, QueryHandlers } from '@anjuan/runtime';
import { filterOf, viewFilter } from './review-filters';
import type { FindReviews, ReviewCounts, ReviewPage, ReviewRow } from './review-schemas';

const READ = 'review:read';

/** The questions about reviews; each keeps to what its caller may see. */
export const reviewQueries = (tools: ContextTools): QueryHandlers => {
  const queue = tools.readModel(reviewQueue);
  const today = () => chinaDateOf(tools.clock.now());

  return {
    FindReviews: async (find: FindReviews, caller: Caller): Promise<ReviewPage> => {
      const day = today();
      const filter = filterOf(find, day, caller);
      const { search, limit, cursor, sort, direction } = find;
      const by = { field: `review.${sort}`, direction };
      const [page, total] = await Promise.all([
        queue.find({ filter, search, limit, cursor, sort: by }),
        queue.count(filter, search),
      ]);
      const rows = page.rows.flatMap(({ row }) => rowOf(row as ReviewQueueRow, day));
      return { rows, next: page.next, total };
    },

    CountReviews: async (_: unknown, caller: Caller): Promise<ReviewCounts> => {
      const day = today();
      const counted = (view: FindReviews['view']) =>
        queue.count({
          ...viewFilter(view, day, caller),
          ...caller.scopeFilter(READ, 'review.insuredRegion'),
        });
      const [open, unassigned, mine, overdue, waiting] = await Promise.all(
        (['open', 'unassigned', 'mine', 'overdue', 'waiting'] as const).map(counted),
      );
      const samples = { status: { eq: 'picked' }, ...caller.scopeFilter(READ, 'insuredRegion') };
      const samplesToTake = await tools.readModel(reviewSamples).count(samples);
      return {
        open: open ?? 0,
        unassigned: unassigned ?? 0,
        mine: mine ?? 0,
        overdue: overdue ?? 0,
        waiting: waiting ?? 0,
        samplesToTake,
      };
    },

    GetReview: async ({ reviewId }: { reviewId: string }, caller: Caller) => {
      const details = (await tools.readModel(reviewDetails).get(reviewId)) as ReviewDetailsRow | undefined;
      if (!details) return reviewRejections.reject('review.not-found');
      caller.requireAnyArea(READ, [details.insuredRegion]);
      const queued = (await queue.get(details.filingId)) as ReviewQueueRow | undefined;
      const { applicantName = null, idNumber = null } = queued ?? {};
      return { ...details, applicantName, idNumber };
    },

    ReviewsOfFiling: async ({ filingId }: { filingId: string }, caller: Caller) => {
      const filter = { filingId: { eq: filingId }, ...caller.scopeFilter(READ, 'insuredRegion') };
      const page = await tools.readModel(reviewDetails).find({ filter, limit: 200 });
      const rows = page.rows.map(({ row }) => row as ReviewDetailsRow);
      return {
        rows: rows
          .sort((a, b) => a.file.submission - b.file.submission)
          .map(({ reviewId, status, revision, file, deadline }) => ({
            reviewId,
            submission: file.submission,
            subject: file.subject,
            status,
            revision,
            dueOn: deadline.dueOn,
          })),
      };
    },
  };
};

function rowOf(row: ReviewQueueRow, today: string): readonly ReviewRow[] {
  const { review, status, filingId, personId, applicantName, idNumber } = row;
  if (!review || status === 'none') return [];
  const overdue = (status === 'open' || status === 'first-passed') && review.dueOn < today;
  return [{ ...review, filingId, personId, applicantName, idNumber, status, overdue }];
}
