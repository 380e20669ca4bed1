import type { ReviewCommandData } from '../review.commands';
import type { ReviewEvent } from '../review.events';
import { reject } from '../review-rejections';
import {
  decidable,
  existing,
  facetsOf,
  isUndecided,
  judgementOn,
  opinionOf,
  outcomeOf,
  refOf,
} from '../review-rules';
import type { OpenedReview, Review } from '../review-state';
import type { ReviewContext } from '../review-surroundings';

/** Approval of a case that has one level of review. Where two are asked for, the second one approves. */
export function approveReview(
  { opinion }: ReviewCommandData<'ApproveReview'>,
  state: Review,
  context: ReviewContext,
): readonly ReviewEvent[] {
  const review = decidable(state, context);
  if (review.route === 'two-levels') return wrongLevel(review);
  return [approved(review, opinion, 'review', context)];
}

/** The second of two reviewers approves. */
export function recheckApprove(
  { opinion }: ReviewCommandData<'RecheckApprove'>,
  state: Review,
  context: ReviewContext,
): readonly ReviewEvent[] {
  const review = decidable(state, context);
  if (review.status !== 'first-passed') return wrongLevel(review);
  return [approved(review, opinion, 'recheck', context)];
}

/** Refusal at either level, with a reason of the policy's list and an opinion. */
export function rejectReview(
  { reasonCode, opinion }: ReviewCommandData<'RejectReview'>,
  state: Review,
  context: ReviewContext,
): readonly ReviewEvent[] {
  const review = decidable(state, context);
  if (!review.file.rejectReasons.includes(reasonCode)) reject('review.unknown-reason', { reasonCode });
  const path = review.status === 'first-passed' ? 'recheck' : 'review';
  const data = {
    ...judgementOn(review, context.actor, opinionOf(opinion, context)),
    path,
    reasonCode,
  } as const;
  return [{ type: 'ReviewRejected', data, facets: facetsOf(review, reasonCode) }];
}

/** System: the filing is gone, or intake could not do what was decided. A refused correction only takes itself back. */
export function voidReview(
  { cause, code }: ReviewCommandData<'VoidReview'>,
  state: Review,
): readonly ReviewEvent[] {
  const review = existing(state);
  const outcome = outcomeOf(review);
  if (review.status === 'voided') return [];
  if (cause === 'decision-refused' && isUndecided(review)) return [];
  if (cause === 'decision-refused' && review.corrected && outcome) {
    const before = outcome === 'approve' ? 'reject' : 'approve';
    return [{ type: 'CorrectionRefused', data: { ...refOf(review), code, outcome: before } }];
  }
  const heldBy = review.assigneeId;
  return [{ type: 'ReviewVoided', data: { ...refOf(review), code, ...(heldBy ? { heldBy } : {}) } }];
}

export const wrongLevel = (review: OpenedReview): never =>
  reject('review.wrong-level', { route: review.route, status: review.status });

const approved = (
  review: OpenedReview,
  opinion: string,
  path: 'review' | 'recheck',
  context: ReviewContext,
): ReviewEvent => ({
  type: 'ReviewApproved',
  data: { ...judgementOn(review, context.actor, opinionOf(opinion, context)), path },
  facets: facetsOf(review),
});
