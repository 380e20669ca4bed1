import { z } from 'zod';
import { completionSchema } from './filing-kind-policy';
import { topic } from './topic';
import { areaCodeSchema, calendarDateSchema, digestSchema } from './values';

const review = z.object({
  reviewId: z.uuid(),
  filingId: z.uuid(),
  submission: z.number().int().positive(),
  insuredRegion: areaCodeSchema,
});

const decision = review.extend({
  /** Revision of the filing that the reviewer saw. */
  filingRevision: z.number().int().nonnegative(),
  decidedBy: z.string(),
  policyDigest: digestSchema,
  evidence: z.array(digestSchema),
});

/** Reviews as reviewer-approval publishes them; the key is the filing's id. */
export const reviewTopic = topic('reviewer-approval.review.v1', {
  ReviewOpened: review.extend({ completion: completionSchema, dueOn: calendarDateSchema }),
  ReviewClaimed: review.extend({ reviewerId: z.string() }),
  ReviewReleased: review,
  FirstReviewPassed: review.extend({ dueOn: calendarDateSchema }),
  /** The second reviewer sent the case back to first review. */
  RecheckReturned: review.extend({ dueOn: calendarDateSchema }),
  ReviewEscalated: review,
  SupplementRequested: review.extend({ items: z.array(z.string()), dueOn: calendarDateSchema }),
  /** The working calendar changed, and with it the open deadline of a review or of a supplement. */
  ReviewDeadlineChanged: review.extend({ dueOn: calendarDateSchema, forSupplement: z.boolean() }),
  ReviewApproved: decision,
  ReviewRejected: decision.extend({ reasonCode: z.string() }),
  /** The decision could not be carried out, or the filing was withdrawn before one. */
  ReviewVoided: review.extend({ code: z.string() }),
  /** A wrong decision is put right by a new one; the filing follows. */
  DecisionCorrected: decision.extend({ outcome: z.enum(['approve', 'reject']), reasonCode: z.string() }),
});
