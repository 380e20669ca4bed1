import { filingTopic } from '@anjuan/contracts';
import { chinaDateOf, consumer } from '@anjuan/event-sourcing';
import { reviewIdOf } from './review-id';

const { FilingSubmitted, FilingWithdrawn, ReviewDecisionRefused } = filingTopic.messages;

/** Opens a review for each submission, and ends it when the filing or its decision is gone. */
export const filingsConsumer = consumer({
  name: 'reviewer-approval-filings',
  topics: [filingTopic.name],
  on: {
    FilingSubmitted: (data, { metadata }) => {
      const filing = FilingSubmitted.parse(data);
      const { filingId, submission } = filing;
      const before = submission > 1 ? { previousReviewId: reviewIdOf(filingId, submission - 1) } : {};
      const submittedOn = chinaDateOf(metadata.recordedAt ?? '');
      const reviewId = reviewIdOf(filingId, submission);
      return [{ type: 'OpenReview', data: { reviewId, filing, submittedOn, ...before } }];
    },
    FilingWithdrawn: (data) => {
      const { filingId, submission } = FilingWithdrawn.parse(data);
      const reviewId = reviewIdOf(filingId, submission);
      return [
        { type: 'VoidReview', data: { reviewId, cause: 'filing-withdrawn', code: 'filing.withdrawn' } },
      ];
    },
    ReviewDecisionRefused: (data) => {
      const { reviewId, code } = ReviewDecisionRefused.parse(data);
      return [{ type: 'VoidReview', data: { reviewId, cause: 'decision-refused', code } }];
    },
  },
});
