import type { ReviewCommandData } from '../review.commands';
import type { ReviewEvent } from '../review.events';
import { reject } from '../review-rejections';
import { existing, identitiesOf, opinionOf, refOf, refuseConflicted } from '../review-rules';
import type { OpenedReview, Review } from '../review-state';
import { personOf, type ReviewContext } from '../review-surroundings';

/** Twelve hex digits are as many as a number holds exactly. */
const DIGITS = 12;

/** Whether a draw picks a review: one in so many, 0 for none. Anybody with the revealed seed gets the same answer. */
export const isPicked = (draw: string, oneIn: number): boolean =>
  oneIn > 0 && Number.parseInt(draw.slice(0, DIGITS), 16) % oneIn === 0;

/** What was completed without a reviewer is looked at later, one in so many. */
export const pickForSampling = (
  ref: ReturnType<typeof refOf>,
  oneIn: number,
  { sampling }: ReviewContext,
): readonly ReviewEvent[] =>
  isPicked(sampling.draw, oneIn)
    ? [{ type: 'PickedForSampling', data: { ...ref, draw: sampling.draw, oneIn } }]
    : [];

/** Neither the decider nor the registrar looks whether the decision was right. */
function mayBeSampledBy(review: OpenedReview, { actor }: ReviewContext): void {
  const involved = [...review.deciders, ...review.file.registrars];
  const people = identitiesOf(actor);
  if (people.some((person) => involved.includes(person))) reject('review.sampler-and-decider-differ');
  refuseConflicted(review, people);
}

/** A supervisor takes a picked case. */
export function sampleReview(
  _: ReviewCommandData<'SampleReview'>,
  state: Review,
  context: ReviewContext,
): readonly ReviewEvent[] {
  const review = existing(state);
  const samplerId = personOf(context.actor);
  if (!review.sample || review.sample.status === 'recorded') return reject('review.not-in-sample');
  if (review.sample.status === 'taken')
    return review.sample.samplerId === samplerId ? [] : reject('review.sample-taken-by-another');
  mayBeSampledBy(review, context);
  return [{ type: 'SampleTaken', data: { ...refOf(review), samplerId } }];
}

/** The supervisor who took it says what was found; a fault is put right by a correction of somebody else's. */
export function recordSampleResult(
  { result, opinion }: ReviewCommandData<'RecordSampleResult'>,
  state: Review,
  context: ReviewContext,
): readonly ReviewEvent[] {
  const review = existing(state);
  const samplerId = personOf(context.actor);
  if (!review.sample || review.sample.status === 'recorded') return reject('review.not-in-sample');
  if (review.sample.samplerId !== samplerId) return reject('review.sample-taken-by-another');
  mayBeSampledBy(review, context);
  const data = { ...refOf(review), samplerId, result, opinion: opinionOf(opinion, context) };
  return [{ type: 'SampleResultRecorded', data }];
}
