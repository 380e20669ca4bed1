import {
  areaCodeSchema,
  automaticCheckSchema,
  calendarDateSchema,
  channelSchema,
  completionSchema,
  digestSchema,
  insuranceTypeSchema,
  kindBehaviourSchema,
  nationalKindSchema,
  separationSchema,
  submissionSubjectSchema,
} from '@anjuan/contracts';
import { defineEvents, type EventOf, event, personal } from '@anjuan/event-sourcing';
import { z } from 'zod';

/** Which review an event belongs to, and what every message about it must say. */
export const reviewRefSchema = z.object({
  reviewId: z.uuid(),
  filingId: z.uuid(),
  submission: z.number().int().positive(),
  insuredRegion: areaCodeSchema,
});

/** The last day on which to act, how it was reached, and the day of the reminder where one is due. */
export const deadlineSchema = z.object({
  dueOn: calendarDateSchema,
  remindOn: calendarDateSchema.optional(),
  derivation: z.object({
    from: calendarDateSchema,
    workingDays: z.number().int().nonnegative(),
    due: calendarDateSchema,
    skipped: z.array(z.object({ date: calendarDateSchema, why: z.string() }).readonly()).readonly(),
    makeUp: z.array(calendarDateSchema).readonly(),
    unpublishedYears: z.array(z.number().int()).readonly(),
  }),
});
export type Deadline = z.output<typeof deadlineSchema>;

/** Working days allowed for each step, as the policy had them at submission. */
export const reviewLimitsSchema = z.object({
  firstReviewWorkingDays: z.number().int().positive(),
  recheckWorkingDays: z.number().int().positive(),
  supplementWorkingDays: z.number().int().positive(),
  remindWorkingDaysBefore: z.number().int().nonnegative(),
});

/** What the decision saw: with it, "approved something else" can be ruled out. */
const judgement = reviewRefSchema.extend({
  filingRevision: z.number().int().nonnegative(),
  policyDigest: digestSchema,
  evidence: z.array(digestSchema),
  decidedBy: z.string(),
  opinion: personal(z.string()).optional(),
});

/** How an approval or rejection came about. */
export const decisionPathSchema = z.enum(['automatic', 'one-visit', 'review', 'recheck']);

export const outcomeSchema = z.enum(['approve', 'reject']);
export type Outcome = z.output<typeof outcomeSchema>;

export const conflictRelationSchema = z.enum(['self', 'relative', 'other']);
export const sampleResultSchema = z.enum(['in-order', 'fault']);

/** What a submission said, and how its review begins. */
export const reviewFileSchema = reviewRefSchema.extend({
  filingNumber: z.string().optional(),
  personId: z.uuid(),
  subject: submissionSubjectSchema,
  filingRevision: z.number().int().nonnegative(),
  treatmentRegion: areaCodeSchema,
  insuranceType: insuranceTypeSchema,
  kind: z.string(),
  nationalKind: nationalKindSchema,
  behaviour: kindBehaviourSchema,
  startsOn: calendarDateSchema,
  endsOn: calendarDateSchema.optional(),
  byLetter: z.boolean(),
  channel: channelSchema,
  submittedOn: calendarDateSchema,
  /** What the policy asks for, and what came of it: a completion without a reviewer needs passed checks. */
  completion: completionSchema,
  route: completionSchema,
  separation: separationSchema,
  /** Accounts that registered the filing or answered its supplements. */
  registrars: z.array(z.string()),
  /** Accounts with a conflict of interest known from earlier submissions. */
  conflicts: z.array(z.string()),
  previousReviewId: z.uuid().optional(),
  policyDigest: digestSchema,
  evidence: z.array(digestSchema),
  checks: z.array(automaticCheckSchema),
  limits: reviewLimitsSchema,
  deadline: deadlineSchema,
  /** Committed before anybody decides: afterwards anyone with the seed can recompute who had to be sampled. */
  sampling: z.object({ oneIn: z.number().int().nonnegative(), seedDigest: digestSchema }),
  rejectReasons: z.array(z.string()),
  correctionReasons: z.array(z.string()),
  supplementItems: z.array(z.string()),
});

/** Everything that can happen to a review. */
export const reviewEvents = defineEvents({
  ReviewOpened: event(reviewFileSchema),
  ReviewClaimed: event(reviewRefSchema.extend({ reviewerId: z.string() })),
  ReviewReleased: event(reviewRefSchema.extend({ reviewerId: z.string() })),
  /** A supervisor gave the case to somebody, perhaps taking it from another. */
  ReviewAssigned: event(reviewRefSchema.extend({ reviewerId: z.string(), takenFrom: z.string().optional() })),
  ConflictDeclared: event(
    reviewRefSchema.extend({
      accountId: z.string(),
      relation: conflictRelationSchema,
      declaredBy: z.string(),
      /** True when the case was in that person's hands and went back to the queue. */
      released: z.boolean(),
    }),
  ),
  FirstReviewPassed: event(judgement.extend({ deadline: deadlineSchema })),
  RecheckReturned: event(judgement.extend({ deadline: deadlineSchema })),
  SupplementRequested: event(judgement.extend({ items: z.array(z.string()), deadline: deadlineSchema })),
  /** The filing came back; its next submission has a review of its own. */
  ResubmissionReceived: event(reviewRefSchema.extend({ nextReviewId: z.uuid() })),
  ReviewApproved: event(judgement.extend({ path: decisionPathSchema })),
  ReviewRejected: event(judgement.extend({ path: decisionPathSchema, reasonCode: z.string() })),
  ReviewVoided: event(reviewRefSchema.extend({ code: z.string(), heldBy: z.string().optional() })),
  ReviewReminded: event(reviewRefSchema.extend({ dueOn: calendarDateSchema })),
  ReviewEscalated: event(reviewRefSchema.extend({ dueOn: calendarDateSchema })),
  DeadlineRecalculated: event(
    reviewRefSchema.extend({
      deadline: deadlineSchema,
      previousDueOn: calendarDateSchema,
      why: z.literal('work-calendar-published'),
      forSupplement: z.boolean(),
    }),
  ),
  DecisionCorrected: event(judgement.extend({ outcome: outcomeSchema, reasonCode: z.string() })),
  /** Intake could not carry the correction out: the outcome before it stands. */
  CorrectionRefused: event(reviewRefSchema.extend({ code: z.string(), outcome: outcomeSchema })),
  PickedForSampling: event(
    reviewRefSchema.extend({ draw: digestSchema, oneIn: z.number().int().positive() }),
  ),
  SampleTaken: event(reviewRefSchema.extend({ samplerId: z.string() })),
  SampleResultRecorded: event(
    reviewRefSchema.extend({
      samplerId: z.string(),
      result: sampleResultSchema,
      opinion: personal(z.string()),
    }),
  ),
});

export type ReviewEvents = typeof reviewEvents;
export type ReviewEvent = EventOf<ReviewEvents>;
export type ReviewEventData<T extends ReviewEvent['type']> = Extract<ReviewEvent, { type: T }>['data'];
