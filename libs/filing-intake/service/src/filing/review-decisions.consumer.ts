import { reviewTopic } from '@anjuan/contracts';
import { consumer } from '@anjuan/event-sourcing';

const { SupplementRequested, ReviewApproved, ReviewRejected, DecisionCorrected } = reviewTopic.messages;

/** Carries out what reviews decide. */
export const reviewDecisionsConsumer = consumer({
  name: 'filing-intake-review-decisions',
  topics: [reviewTopic.name],
  on: {
    SupplementRequested: (data) => {
      const { filingId, reviewId, submission, items, dueOn } = SupplementRequested.parse(data);
      return [{ type: 'ReturnForSupplement', data: { filingId, reviewId, submission, items, dueOn } }];
    },
    ReviewApproved: (data) => [{ type: 'ApproveFiling', data: decisionOf(ReviewApproved.parse(data)) }],
    ReviewRejected: (data) => {
      const decision = ReviewRejected.parse(data);
      return [{ type: 'RejectFiling', data: { ...decisionOf(decision), reasonCode: decision.reasonCode } }];
    },
    DecisionCorrected: (data) => {
      const decision = DecisionCorrected.parse(data);
      const { outcome, reasonCode } = decision;
      return [{ type: 'CorrectFiling', data: { ...decisionOf(decision), outcome, reasonCode } }];
    },
  },
});

interface Decision {
  readonly filingId: string;
  readonly reviewId: string;
  readonly submission: number;
  readonly filingRevision: number;
  readonly decidedBy: string;
  readonly policyDigest: string;
}

const decisionOf = ({
  filingId,
  reviewId,
  submission,
  filingRevision,
  decidedBy,
  policyDigest,
}: Decision) => ({
  filingId,
  reviewId,
  submission,
  filingRevision,
  decidedBy,
  policyDigest,
});
