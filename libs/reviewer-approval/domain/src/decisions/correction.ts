import type { ReviewCommandData } from '../review.commands';
import type { ReviewEvent } from '../review.events';
import { reject } from '../review-rejections';
import {
  decidedReview,
  facetsOf,
  identitiesOf,
  judgementOn,
  opinionOf,
  refuseExcluded,
} from '../review-rules';
import type { Review } from '../review-state';
import type { ReviewContext } from '../review-surroundings';

/**
 * A supervisor puts a wrong decision right with a new one; the old one stays in the history. Who may not review the
 * case may not correct it, and neither may whoever sampled it.
 */
export function correctDecision(
  { outcome, reasonCode, opinion }: ReviewCommandData<'CorrectDecision'>,
  state: Review,
  context: ReviewContext,
): readonly ReviewEvent[] {
  const review = decidedReview(state);
  const people = identitiesOf(context.actor);
  refuseExcluded(review, ...people);
  const { samplerId } = review.sample ?? {};
  if (samplerId !== undefined && people.includes(samplerId)) reject('review.sampler-and-decider-differ');
  if (!review.file.correctionReasons.includes(reasonCode)) reject('review.unknown-reason', { reasonCode });
  if (outcome === review.outcome) reject('review.outcome-unchanged', { outcome });
  const data = { ...judgementOn(review, context.actor, opinionOf(opinion, context)), outcome, reasonCode };
  return [{ type: 'DecisionCorrected', data, facets: facetsOf(review, reasonCode) }];
}
