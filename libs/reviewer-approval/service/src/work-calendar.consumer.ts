import { workCalendarTopic } from '@anjuan/contracts';
import { type Consumer, consumer } from '@anjuan/event-sourcing';
import { type ReviewQueueRow, reviewQueue } from '@anjuan/reviewer-approval-domain';
import type { ContextTools } from '@anjuan/runtime';

const PAGE = 500;

/** Filings whose newest review, or supplement, has a deadline that still runs. */
async function openReviews(tools: ContextTools): Promise<readonly string[]> {
  const queue = tools.readModel(reviewQueue);
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await queue.find({
      filter: { status: { in: ['open', 'first-passed', 'supplement-requested'] } },
      limit: PAGE,
      cursor,
    });
    for (const { row } of page.rows) {
      const { review } = row as ReviewQueueRow;
      if (review) found.push(review.reviewId);
    }
    cursor = page.next;
  } while (cursor !== undefined);
  return found;
}

/**
 * Recomputes the open deadlines when a year of the calendar is published. A review that opens at the same moment by the
 * old calendar is put right by its own timer.
 */
export const workCalendarConsumer = (tools: ContextTools): Consumer =>
  consumer({
    name: 'reviewer-approval-work-calendar',
    topics: [workCalendarTopic.name],
    on: {
      WorkCalendarPublished: async (data) => {
        const { version, ...published } = workCalendarTopic.messages.WorkCalendarPublished.parse(data);
        const reviewIds = await openReviews(tools);
        return reviewIds.map((reviewId) => ({
          type: 'RecalculateDeadline',
          data: { reviewId, published, version },
          key: reviewId,
        }));
      },
    },
  });
