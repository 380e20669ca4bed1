import type { ReviewCommandData } from '../review.commands';
import type { Deadline, ReviewEvent } from '../review.events';
import { recalculated } from '../review-deadline';
import { existing, isUndecided, refOf } from '../review-rules';
import type { OpenedReview, Review } from '../review-state';
import type { ReviewContext } from '../review-surroundings';

/** Somebody is still expected to act before the deadline: a reviewer, or the applicant with a supplement. */
const runs = (review: OpenedReview): boolean =>
  isUndecided(review) || review.status === 'supplement-requested';

/** System, on the morning of the reminder: once for each deadline. */
export function remindReview(
  _: ReviewCommandData<'RemindReview'>,
  state: Review,
  { today }: ReviewContext,
): readonly ReviewEvent[] {
  const review = existing(state);
  const { dueOn, remindOn } = review.deadline;
  if (!runs(review) || review.reminded || !remindOn || today < remindOn || today > dueOn) return [];
  return [{ type: 'ReviewReminded', data: { ...refOf(review), dueOn } }];
}

/** System, when the last day is over: once for each deadline, and only if today's calendar agrees that it is over. */
export function escalateReview(
  _: ReviewCommandData<'EscalateReview'>,
  state: Review,
  context: ReviewContext,
): readonly ReviewEvent[] {
  const review = existing(state);
  if (!runs(review) || review.escalated || context.today <= review.deadline.dueOn) return [];
  const fresh = recalculatedFor(review, context);
  const moved = fresh ? [movedTo(fresh, review)] : [];
  const { dueOn } = fresh ?? review.deadline;
  if (context.today <= dueOn) return moved;
  return [...moved, { type: 'ReviewEscalated', data: { ...refOf(review), dueOn } }];
}

/**
 * System, when a year of the calendar was published (a 调休 notice): an open deadline follows, and says why. The
 * surroundings have the year that the command brings, also where this context's copy lags.
 */
export function recalculateDeadline(
  _: ReviewCommandData<'RecalculateDeadline'>,
  state: Review,
  context: ReviewContext,
): readonly ReviewEvent[] {
  const review = existing(state);
  const fresh = runs(review) ? recalculatedFor(review, context) : undefined;
  return fresh ? [movedTo(fresh, review)] : [];
}

const movedTo = (deadline: Deadline, review: OpenedReview): ReviewEvent => ({
  type: 'DeadlineRecalculated',
  data: {
    ...refOf(review),
    deadline,
    previousDueOn: review.deadline.dueOn,
    why: 'work-calendar-published',
    forSupplement: review.status === 'supplement-requested',
  },
});

const recalculatedFor = (review: OpenedReview, { calendar }: ReviewContext): Deadline | undefined =>
  recalculated(review.deadline, calendar, review.file.limits.remindWorkingDaysBefore);
