import type { WorkCalendar } from '@anjuan/contracts';
import type { Actor, Surroundings } from '@anjuan/event-sourcing';
import type { Review } from './review-state';

/** What the service looks up for a decision about a review. */
export interface ReviewSurroundings {
  /** The published years, from this context's own copy. */
  readonly calendar: WorkCalendar;
  /** The review of the submission before, loaded with an `OpenReview` that names one. */
  readonly previous?: Review;
  /** The applicant's data were erased: their key is gone, so nothing personal can be added to the case. */
  readonly personErased: boolean;
  /** True when the account an `AssignReview` names is active and may review in the insured region. */
  readonly assigneeMayReview: boolean;
  /** Sampling: the digest of the office's secret seed, and the seed's draw for this review (64 hex digits each). */
  readonly sampling: { readonly seedDigest: string; readonly draw: string };
}

export type ReviewContext = Surroundings<ReviewSurroundings>;

/** Who acts: the account in whose name a machine acts, else the account itself. */
export const personOf = (actor: Actor): string => actor.onBehalfOf ?? actor.accountId;
