import { calendarDateSchema, calendarYearSchema, filingTopic } from '@anjuan/contracts';
import { type CommandOf, defineCommands } from '@anjuan/event-sourcing';
import { z } from 'zod';
import { conflictRelationSchema, outcomeSchema, sampleResultSchema } from './review.events';

const review = z.object({ reviewId: z.uuid() });

/** Free text of whoever decides (审核意见); a blank one is refused where the rules ask for one. */
const opinion = z.string().trim().max(500);

const code = z.string().min(1).max(64);
const accountId = z.string().min(1).max(100);

/** Everything that can be asked of a review. */
export const reviewCommands = defineCommands({
  /** System: a filing was submitted. The id is derived from filing and submission by who sends it. */
  OpenReview: review.extend({
    filing: filingTopic.messages.FilingSubmitted,
    /** The day in China on which it was submitted: deadlines run from here, also when this arrives late. */
    submittedOn: calendarDateSchema,
    /** The review of the submission before, where there was one. */
    previousReviewId: z.uuid().optional(),
  }),
  CompleteInOneVisit: review.extend({ opinion: opinion.default('') }),
  ClaimReview: review,
  ReleaseReview: review,
  /** Supervisor: to an account, or back to the queue with null. */
  AssignReview: review.extend({ reviewerId: accountId.nullable() }),
  /** The actor stays out of the case (回避). */
  DeclareConflict: review.extend({ relation: conflictRelationSchema }),
  /** Supervisor: another account stays out of the case. */
  ExcludeFromReview: review.extend({ accountId, relation: conflictRelationSchema }),
  PassFirstReview: review.extend({ opinion }),
  RequestSupplement: review.extend({ items: z.array(code).min(1).max(50), opinion }),
  ApproveReview: review.extend({ opinion }),
  RejectReview: review.extend({ reasonCode: code, opinion }),
  RecheckApprove: review.extend({ opinion }),
  RecheckReturn: review.extend({ opinion }),
  /** System: the filing was withdrawn, or intake could not carry the decision out. */
  VoidReview: review.extend({ cause: z.enum(['filing-withdrawn', 'decision-refused']), code: z.string() }),
  /** System: timers. */
  RemindReview: review,
  EscalateReview: review,
  /** System: a year of the working calendar was published. */
  RecalculateDeadline: review.extend({ published: calendarYearSchema, version: z.number().int().positive() }),
  /** Supervisor: the outcome that is right instead. */
  CorrectDecision: review.extend({ outcome: outcomeSchema, reasonCode: code, opinion }),
  /** Supervisor: takes a picked case for quality sampling. */
  SampleReview: review,
  RecordSampleResult: review.extend({ result: sampleResultSchema, opinion }),
});

export type ReviewCommand = CommandOf<typeof reviewCommands>;
export type ReviewCommandData<T extends ReviewCommand['type']> = Extract<ReviewCommand, { type: T }>['data'];
