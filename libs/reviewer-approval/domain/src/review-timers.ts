import {
  addDays,
  cancelTimer,
  noTimer,
  setTimer,
  startOfChinaDay,
  type TimerChange,
  timers,
} from '@anjuan/event-sourcing';
import type { Deadline, ReviewEvents } from './review.events';

const remindId = (reviewId: string): string => `remind-${reviewId}`;
const escalateId = (reviewId: string): string => `escalate-${reviewId}`;

interface Timed {
  readonly reviewId: string;
  readonly deadline: Deadline;
}

/** Reminds as the reminder's day begins, escalates as soon as the last day is over. */
const start = ({ reviewId, deadline: { dueOn, remindOn } }: Timed): readonly TimerChange[] => [
  remindOn
    ? setTimer(remindId(reviewId), startOfChinaDay(remindOn), { type: 'RemindReview', data: { reviewId } })
    : cancelTimer(remindId(reviewId)),
  setTimer(escalateId(reviewId), startOfChinaDay(addDays(dueOn, 1)), {
    type: 'EscalateReview',
    data: { reviewId },
  }),
];

const stop = ({ reviewId }: { reviewId: string }): readonly TimerChange[] => [
  cancelTimer(remindId(reviewId)),
  cancelTimer(escalateId(reviewId)),
];

/** When reviews are reminded of and escalated: it follows from their events, so a lost timer is computed again. */
export const reviewTimers = timers<ReviewEvents>(
  'review-deadlines',
  'review',
)({
  ReviewOpened: start,
  ReviewClaimed: noTimer,
  ReviewReleased: noTimer,
  ReviewAssigned: noTimer,
  ConflictDeclared: noTimer,
  FirstReviewPassed: start,
  RecheckReturned: start,
  SupplementRequested: start,
  ResubmissionReceived: stop,
  ReviewApproved: stop,
  ReviewRejected: stop,
  ReviewVoided: stop,
  ReviewReminded: ({ reviewId }) => [cancelTimer(remindId(reviewId))],
  ReviewEscalated: stop,
  DeadlineRecalculated: start,
  DecisionCorrected: noTimer,
  CorrectionRefused: noTimer,
  PickedForSampling: noTimer,
  SampleTaken: noTimer,
  SampleResultRecorded: noTimer,
});
