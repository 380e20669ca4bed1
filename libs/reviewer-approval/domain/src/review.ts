import { decider } from '@anjuan/event-sourcing';
import {
  assignReview,
  claimReview,
  declareConflict,
  excludeFromReview,
  releaseReview,
} from './decisions/assignment';
import { correctDecision } from './decisions/correction';
import { escalateReview, recalculateDeadline, remindReview } from './decisions/deadline';
import { completeInOneVisit } from './decisions/one-visit';
import { openReview } from './decisions/open-review';
import { approveReview, recheckApprove, rejectReview, voidReview } from './decisions/outcome';
import { recordSampleResult, sampleReview } from './decisions/sampling';
import { passFirstReview, recheckReturn, requestSupplement } from './decisions/steps';
import type { ReviewCommand } from './review.commands';
import { type ReviewEvents, reviewEvents } from './review.events';
import { evolveReview, noReview, type Review } from './review-state';
import type { ReviewSurroundings } from './review-surroundings';

/**
 * The rule book of a review: one stream for each submission of a filing, from the queue to a decision that can be
 * corrected but never edited. Opinions may name people, so they are encrypted with the filing's key.
 */
export const review = decider<Review, ReviewCommand, ReviewEvents, ReviewSurroundings>({
  category: 'review',
  events: reviewEvents,
  initialState: noReview,
  idOf: ({ data }) => data.reviewId,
  keyOf: (_, { data }) => String(data.filingId),
  evolve: evolveReview,
  decide: {
    OpenReview: openReview,
    CompleteInOneVisit: completeInOneVisit,
    ClaimReview: claimReview,
    ReleaseReview: releaseReview,
    AssignReview: assignReview,
    DeclareConflict: declareConflict,
    ExcludeFromReview: excludeFromReview,
    PassFirstReview: passFirstReview,
    RequestSupplement: requestSupplement,
    ApproveReview: approveReview,
    RejectReview: rejectReview,
    RecheckApprove: recheckApprove,
    RecheckReturn: recheckReturn,
    VoidReview: voidReview,
    RemindReview: remindReview,
    EscalateReview: escalateReview,
    RecalculateDeadline: recalculateDeadline,
    CorrectDecision: correctDecision,
    SampleReview: sampleReview,
    RecordSampleResult: recordSampleResult,
  },
});
