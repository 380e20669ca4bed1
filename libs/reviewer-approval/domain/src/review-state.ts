import type { Completion } from '@anjuan/contracts';
import type { Evolve } from '@anjuan/event-sourcing';
import type { Deadline, Outcome, ReviewEvent, ReviewEventData } from './review.events';

export type ReviewStatus =
  /** First review, or the only one. */
  'open' | 'first-passed' | 'supplement-requested' | 'resubmitted' | 'approved' | 'rejected' | 'voided';

/** A review that was opened, as its events add up. */
export interface OpenedReview {
  readonly status: ReviewStatus;
  /** What the submission said; never changes. */
  readonly file: ReviewEventData<'ReviewOpened'>;
  /** Who completes it: the policy's wish, or one reviewer where checks stood against it. */
  readonly route: Completion;
  readonly assigneeId?: string;
  /** Accounts that must stay out: conflicts of interest. */
  readonly conflicts: readonly string[];
  readonly firstReviewers: readonly string[];
  readonly recheckers: readonly string[];
  /** Accounts that brought about an outcome, corrections too. */
  readonly deciders: readonly string[];
  readonly deadline: Deadline;
  readonly reminded: boolean;
  readonly escalated: boolean;
  /** The last word was a correction, which intake may still refuse. */
  readonly corrected: boolean;
  readonly sample?: { readonly status: 'picked' | 'taken' | 'recorded'; readonly samplerId?: string };
}

export type Review = { readonly status: 'absent' } | OpenedReview;

export const noReview: Review = { status: 'absent' };

/** An event that changes a review; before `ReviewOpened` there is nothing to change. */
const changed =
  <Data>(change: (review: OpenedReview, data: Data) => Partial<OpenedReview>) =>
  (review: Review, data: Data): Review =>
    review.status === 'absent' ? review : { ...review, ...change(review, data) };

const statusOf = (outcome: Outcome): ReviewStatus => (outcome === 'approve' ? 'approved' : 'rejected');

/** A new step begins: nobody holds the case, and its deadline has been neither reminded of nor passed. */
const newStep = (status: ReviewStatus, deadline: Deadline): Partial<OpenedReview> => ({
  status,
  deadline,
  assigneeId: undefined,
  reminded: false,
  escalated: false,
});

const decided =
  (outcome: Outcome) =>
  (review: OpenedReview, { decidedBy }: { decidedBy: string }): Partial<OpenedReview> => ({
    status: statusOf(outcome),
    deciders: [...review.deciders, decidedBy],
    assigneeId: undefined,
  });

/** The fold of a review. */
export const evolveReview: {
  readonly [T in ReviewEvent['type']]: Evolve<Review, { data: ReviewEventData<T> }>;
} = {
  ReviewOpened: (_, file) => ({
    status: 'open',
    file,
    route: file.route,
    conflicts: file.conflicts,
    firstReviewers: [],
    recheckers: [],
    deciders: [],
    deadline: file.deadline,
    reminded: false,
    escalated: false,
    corrected: false,
  }),
  ReviewClaimed: changed((_, { reviewerId }) => ({ assigneeId: reviewerId })),
  ReviewReleased: changed(() => ({ assigneeId: undefined })),
  ReviewAssigned: changed((_, { reviewerId }) => ({ assigneeId: reviewerId })),
  ConflictDeclared: changed((review, { accountId, released }) => ({
    conflicts: [...review.conflicts, accountId],
    assigneeId: released ? undefined : review.assigneeId,
  })),
  FirstReviewPassed: changed((review, { decidedBy, deadline }) => ({
    ...newStep('first-passed', deadline),
    firstReviewers: [...review.firstReviewers, decidedBy],
  })),
  RecheckReturned: changed((review, { decidedBy, deadline }) => ({
    ...newStep('open', deadline),
    recheckers: [...review.recheckers, decidedBy],
  })),
  SupplementRequested: changed((_, { deadline }) => newStep('supplement-requested', deadline)),
  ResubmissionReceived: changed(() => ({ status: 'resubmitted' })),
  ReviewApproved: changed(decided('approve')),
  ReviewRejected: changed(decided('reject')),
  ReviewVoided: changed(() => ({ status: 'voided', assigneeId: undefined })),
  ReviewReminded: changed(() => ({ reminded: true })),
  ReviewEscalated: changed(() => ({ escalated: true })),
  DeadlineRecalculated: changed((_, { deadline }) => ({ deadline })),
  DecisionCorrected: changed((review, { decidedBy, outcome }) => ({
    status: statusOf(outcome),
    deciders: [...review.deciders, decidedBy],
    corrected: true,
  })),
  CorrectionRefused: changed((_, { outcome }) => ({ status: statusOf(outcome), corrected: false })),
  PickedForSampling: changed(() => ({ sample: { status: 'picked' } })),
  SampleTaken: changed((_, { samplerId }) => ({ sample: { status: 'taken', samplerId } })),
  SampleResultRecorded: changed((_, { samplerId }) => ({ sample: { status: 'recorded', samplerId } })),
};
