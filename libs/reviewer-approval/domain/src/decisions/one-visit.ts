import type { ReviewCommandData } from '../review.commands';
import type { ReviewEvent } from '../review.events';
import { reject } from '../review-rejections';
import {
  facetsOf,
  identitiesOf,
  judgementOn,
  opinionOf,
  refOf,
  refuseConflicted,
  refuseHeldByAnother,
  undecided,
} from '../review-rules';
import type { OpenedReview, Review } from '../review-state';
import type { ReviewContext } from '../review-surroundings';
import { pickForSampling } from './sampling';

/**
 * The clerk who registered the filing completes it at the window (即时办结). The policy names the kinds and channels
 * where that is enough. It takes the place of a review, so `separation` has no second person to ask for; a conflict of
 * interest counts all the same. What could not be verified needs a word on what was looked at instead.
 */
export function completeInOneVisit(
  { opinion }: ReviewCommandData<'CompleteInOneVisit'>,
  state: Review,
  context: ReviewContext,
): readonly ReviewEvent[] {
  const review = atTheWindow(state, context);
  const unsure = review.file.checks.some(({ outcome }) => outcome !== 'passed');
  const judgement = judgementOn(
    review,
    context.actor,
    unsure || opinion.trim() ? opinionOf(opinion, context) : undefined,
  );
  return [
    { type: 'ReviewApproved', data: { ...judgement, path: 'one-visit' }, facets: facetsOf(review) },
    ...pickForSampling(refOf(review), review.file.sampling.oneIn, context),
  ];
}

function atTheWindow(state: Review, { actor }: ReviewContext): OpenedReview {
  const review = undecided(state);
  const people = identitiesOf(actor);
  if (review.route !== 'one-visit') return reject('review.not-for-one-visit', { route: review.route });
  if (!people.some((person) => review.file.registrars.includes(person)))
    return reject('review.not-the-registrar');
  refuseConflicted(review, people);
  refuseHeldByAnother(review, actor);
  return review;
}
