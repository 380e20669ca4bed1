import { reviewTopic } from '@anjuan/contracts';
import { internal, publisher } from '@anjuan/event-sourcing';
import { type ReviewEvents, reviewRefSchema } from '@anjuan/reviewer-approval-domain';
import type { z } from 'zod';

type Ref = z.output<typeof reviewRefSchema>;
type Decision = Ref & {
  readonly filingRevision: number;
  readonly decidedBy: string;
  readonly policyDigest: string;
  readonly evidence: readonly string[];
};

const refOf = ({ reviewId, filingId, submission, insuredRegion }: Ref) => ({
  reviewId,
  filingId,
  submission,
  insuredRegion,
});

/** What a decision saw goes along; its opinion stays inside. */
const decisionOf = (decision: Decision) => ({
  ...refOf(decision),
  filingRevision: decision.filingRevision,
  decidedBy: decision.decidedBy,
  policyDigest: decision.policyDigest,
  evidence: decision.evidence,
});

const message = (type: keyof typeof reviewTopic.messages, data: Ref, more: object = {}) => ({
  key: data.filingId,
  type,
  data: { ...refOf(data), ...more },
});

/** What other contexts hear of reviews; the key is the filing's id. */
export const reviewPublisher = publisher<ReviewEvents>(
  'review',
  reviewTopic.name,
)({
  ReviewOpened: (data) =>
    message('ReviewOpened', data, { completion: data.route, dueOn: data.deadline.dueOn }),
  ReviewClaimed: (data) => message('ReviewClaimed', data, { reviewerId: data.reviewerId }),
  ReviewReleased: (data) => message('ReviewReleased', data),
  ReviewAssigned: (data) => message('ReviewClaimed', data, { reviewerId: data.reviewerId }),
  ConflictDeclared: (data) => (data.released ? message('ReviewReleased', data) : undefined),
  FirstReviewPassed: (data) => message('FirstReviewPassed', data, { dueOn: data.deadline.dueOn }),
  RecheckReturned: (data) => message('RecheckReturned', data, { dueOn: data.deadline.dueOn }),
  SupplementRequested: (data) =>
    message('SupplementRequested', data, { items: data.items, dueOn: data.deadline.dueOn }),
  ResubmissionReceived: internal,
  ReviewApproved: (data) => message('ReviewApproved', data, decisionOf(data)),
  ReviewRejected: (data) =>
    message('ReviewRejected', data, { ...decisionOf(data), reasonCode: data.reasonCode }),
  ReviewVoided: (data) => message('ReviewVoided', data, { code: data.code }),
  ReviewReminded: internal,
  ReviewEscalated: (data) => message('ReviewEscalated', data),
  DeadlineRecalculated: (data) =>
    message('ReviewDeadlineChanged', data, {
      dueOn: data.deadline.dueOn,
      forSupplement: data.forSupplement,
    }),
  DecisionCorrected: (data) =>
    message('DecisionCorrected', data, {
      ...decisionOf(data),
      outcome: data.outcome,
      reasonCode: data.reasonCode,
    }),
  CorrectionRefused: internal,
  PickedForSampling: internal,
  SampleTaken: internal,
  SampleResultRecorded: internal,
});
