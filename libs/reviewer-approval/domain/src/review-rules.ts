import type { Actor } from '@anjuan/event-sourcing';
import type { Outcome, ReviewEventData } from './review.events';
import { reject } from './review-rejections';
import type { OpenedReview, Review, ReviewStatus } from './review-state';
import { personOf, type ReviewContext } from './review-surroundings';

/** What every event of a review begins with. */
export const refOf = ({ file }: OpenedReview) => ({
  reviewId: file.reviewId,
  filingId: file.filingId,
  submission: file.submission,
  insuredRegion: file.insuredRegion,
});

const outcomes: Partial<Record<ReviewStatus, Outcome>> = { approved: 'approve', rejected: 'reject' };

export const outcomeOf = ({ status }: OpenedReview): Outcome | undefined => outcomes[status];

/** The review, or `review.not-found`. */
export const existing = (review: Review): OpenedReview =>
  review.status === 'absent' ? reject('review.not-found') : review;

export const isUndecided = ({ status }: OpenedReview): boolean =>
  status === 'open' || status === 'first-passed';

/** The review while somebody can still work on it. */
export function undecided(review: Review): OpenedReview {
  const known = existing(review);
  if (known.status === 'supplement-requested' || known.status === 'resubmitted')
    return reject('review.waiting-for-supplement');
  return isUndecided(known) ? known : reject('review.closed', { status: known.status });
}

/** The review with an outcome that stands. */
export function decidedReview(review: Review): OpenedReview & { readonly outcome: Outcome } {
  const known = existing(review);
  const outcome = outcomeOf(known);
  if (known.status === 'voided') return reject('review.closed', { status: known.status });
  return outcome ? { ...known, outcome } : reject('review.not-decided', { status: known.status });
}

/** Nobody decides their own filing or a relative's. */
export function refuseConflicted(review: OpenedReview, people: readonly string[]): void {
  if (people.some((person) => review.conflicts.includes(person))) reject('review.conflict-declared');
}

/**
 * Separation of duties and conflicts of interest (社会保险经办条例 art. 37 asks for graded review; who must differ is
 * the policy's `separation`). Nobody acts at both of two levels, whatever it says, or the second would be none.
 */
export function refuseExcluded(review: OpenedReview, ...people: readonly string[]): void {
  refuseConflicted(review, people);
  const among = (accounts: readonly string[]) => people.some((person) => accounts.includes(person));
  const { separation, registrars } = review.file;
  if (separation !== 'none' && among(registrars)) reject('review.registrar-may-not-review');
  if (review.status === 'first-passed' && among(review.firstReviewers))
    reject('review.levels-need-two-people');
  if (review.status === 'open' && among(review.recheckers)) reject('review.levels-need-two-people');
}

/** The names a person may hide behind: their own account, and the machine that acts for them. */
export const identitiesOf = (actor: Actor): readonly string[] => [actor.accountId, personOf(actor)];

/** A case that somebody has claimed is theirs until they release it. */
export function refuseHeldByAnother(review: OpenedReview, actor: Actor): void {
  if (review.assigneeId !== undefined && review.assigneeId !== personOf(actor))
    reject('review.claimed-by-another', { reviewerId: review.assigneeId });
}

/** The review, when this actor may decide it now. */
export function decidable(state: Review, { actor }: ReviewContext): OpenedReview {
  const review = undecided(state);
  refuseExcluded(review, ...identitiesOf(actor));
  refuseHeldByAnother(review, actor);
  return review;
}

/** The opinion, trimmed, or `review.opinion-required`. It is personal, so it needs the person's key. */
export function opinionOf(opinion: string, { personErased }: ReviewContext): string {
  if (personErased) reject('review.person-erased');
  return opinion.trim() || reject('review.opinion-required');
}

type Judgement = Omit<ReviewEventData<'ReviewApproved'>, 'path'>;

/** What a decision says it saw, from the submission it is about. */
export const judgementOn = (review: OpenedReview, actor: Actor, opinion?: string): Judgement => ({
  ...refOf(review),
  filingRevision: review.file.filingRevision,
  policyDigest: review.file.policyDigest,
  evidence: review.file.evidence,
  decidedBy: personOf(actor),
  ...(opinion ? { opinion } : {}),
});

/** The same in the event's metadata. */
export const facetsOf = ({ file }: OpenedReview, reasonCode?: string) => ({
  policyDigest: file.policyDigest,
  evidence: file.evidence,
  ...(reasonCode ? { reasonCode } : {}),
});
