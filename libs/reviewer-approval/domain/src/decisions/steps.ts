import type { ReviewCommandData } from '../review.commands';
import type { Deadline, ReviewEvent } from '../review.events';
import { deadlineFor } from '../review-deadline';
import { reject } from '../review-rejections';
import { decidable, facetsOf, judgementOn, opinionOf } from '../review-rules';
import type { OpenedReview, Review } from '../review-state';
import type { ReviewContext } from '../review-surroundings';
import { wrongLevel } from './outcome';

const from = (review: OpenedReview, workingDays: number, { calendar, today }: ReviewContext): Deadline =>
  deadlineFor(calendar, today, workingDays, review.file.limits.remindWorkingDaysBefore);

/** First of two levels: on to somebody else. */
export function passFirstReview(
  { opinion }: ReviewCommandData<'PassFirstReview'>,
  state: Review,
  context: ReviewContext,
): readonly ReviewEvent[] {
  const review = decidable(state, context);
  if (review.route !== 'two-levels' || review.status !== 'open') return wrongLevel(review);
  const deadline = from(review, review.file.limits.recheckWorkingDays, context);
  const data = { ...judgementOn(review, context.actor, opinionOf(opinion, context)), deadline };
  return [{ type: 'FirstReviewPassed', data, facets: facetsOf(review) }];
}

/** The second level sends the case back to the first. */
export function recheckReturn(
  { opinion }: ReviewCommandData<'RecheckReturn'>,
  state: Review,
  context: ReviewContext,
): readonly ReviewEvent[] {
  const review = decidable(state, context);
  if (review.status !== 'first-passed') return wrongLevel(review);
  const deadline = from(review, review.file.limits.firstReviewWorkingDays, context);
  const data = { ...judgementOn(review, context.actor, opinionOf(opinion, context)), deadline };
  return [{ type: 'RecheckReturned', data, facets: facetsOf(review) }];
}

/**
 * Asks the applicant for what is missing (补正). Only items of the configured list: beyond legal proof of identity a
 * bureau may demand nothing that law does not ask for (社会保险经办条例 art. 31).
 */
export function requestSupplement(
  { items, opinion }: ReviewCommandData<'RequestSupplement'>,
  state: Review,
  context: ReviewContext,
): readonly ReviewEvent[] {
  const review = decidable(state, context);
  const unknown = items.filter((item) => !review.file.supplementItems.includes(item));
  if (unknown.length > 0) reject('review.unknown-supplement-item', { items: unknown });
  const deadline = from(review, review.file.limits.supplementWorkingDays, context);
  const judgement = judgementOn(review, context.actor, opinionOf(opinion, context));
  const data = { ...judgement, items: [...new Set(items)], deadline };
  return [{ type: 'SupplementRequested', data, facets: facetsOf(review) }];
}
