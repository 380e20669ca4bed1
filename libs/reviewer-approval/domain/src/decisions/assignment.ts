import type { ReviewCommandData } from '../review.commands';
import type { ReviewEvent, ReviewEventData } from '../review.events';
import { reject } from '../review-rejections';
import { decidable, existing, refOf, refuseExcluded, undecided } from '../review-rules';
import type { Review } from '../review-state';
import { personOf, type ReviewContext } from '../review-surroundings';

/** A reviewer takes a case from the queue. */
export function claimReview(
  _: ReviewCommandData<'ClaimReview'>,
  state: Review,
  context: ReviewContext,
): readonly ReviewEvent[] {
  const review = decidable(state, context);
  const reviewerId = personOf(context.actor);
  if (review.assigneeId === reviewerId) return [];
  return [{ type: 'ReviewClaimed', data: { ...refOf(review), reviewerId } }];
}

/** A reviewer puts a case back; somebody else's only a supervisor does, by assigning it. */
export function releaseReview(
  _: ReviewCommandData<'ReleaseReview'>,
  state: Review,
  { actor }: ReviewContext,
): readonly ReviewEvent[] {
  const review = undecided(state);
  const reviewerId = personOf(actor);
  if (review.assigneeId !== reviewerId) return reject('review.not-claimed-by-you');
  return [{ type: 'ReviewReleased', data: { ...refOf(review), reviewerId } }];
}

/** A supervisor gives a case to somebody, also from another's hands, or back to the queue. */
export function assignReview(
  { reviewerId }: ReviewCommandData<'AssignReview'>,
  state: Review,
  { assigneeMayReview }: ReviewContext,
): readonly ReviewEvent[] {
  const review = undecided(state);
  const holder = review.assigneeId;
  if (reviewerId === null) {
    return holder ? [{ type: 'ReviewReleased', data: { ...refOf(review), reviewerId: holder } }] : [];
  }
  if (!assigneeMayReview) return reject('review.assignee-may-not-review', { reviewerId });
  refuseExcluded(review, reviewerId);
  if (holder === reviewerId) return [];
  const data = { ...refOf(review), reviewerId, ...(holder ? { takenFrom: holder } : {}) };
  return [{ type: 'ReviewAssigned', data }];
}

const conflict = (
  state: Review,
  accountId: string,
  relation: ReviewEventData<'ConflictDeclared'>['relation'],
  { actor }: ReviewContext,
): readonly ReviewEvent[] => {
  const review = existing(state);
  if (review.conflicts.includes(accountId)) return [];
  const released = review.assigneeId === accountId;
  const data = { ...refOf(review), accountId, relation, declaredBy: personOf(actor), released };
  return [{ type: 'ConflictDeclared', data }];
};

/** Nobody decides their own filing or a relative's: whoever knows of such a tie says so and is kept out. */
export const declareConflict = (
  { relation }: ReviewCommandData<'DeclareConflict'>,
  state: Review,
  context: ReviewContext,
): readonly ReviewEvent[] => conflict(state, personOf(context.actor), relation, context);

/** A supervisor keeps somebody else out. */
export const excludeFromReview = (
  { accountId, relation }: ReviewCommandData<'ExcludeFromReview'>,
  state: Review,
  context: ReviewContext,
): readonly ReviewEvent[] => conflict(state, accountId, relation, context);
