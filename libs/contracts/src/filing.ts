import { z } from 'zod';
import {
  completionSchema,
  kindBehaviourSchema,
  nationalKindSchema,
  separationSchema,
} from './filing-kind-policy';
import { topic } from './topic';
import {
  areaCodeSchema,
  calendarDateSchema,
  channelSchema,
  digestSchema,
  insuranceTypeSchema,
} from './values';

/** What may be known of a filing outside of the office: no personal data but the random `personId`. */
export const filingSummarySchema = z.object({
  filingId: z.uuid(),
  /** 备案编号; missing until the filing is submitted. */
  filingNumber: z.string().optional(),
  personId: z.uuid(),
  insuredRegion: areaCodeSchema,
  treatmentRegion: areaCodeSchema,
  insuranceType: insuranceTypeSchema,
  kind: z.string(),
  nationalKind: nationalKindSchema,
  behaviour: kindBehaviourSchema,
  startsOn: calendarDateSchema,
  /** Missing for an open-ended filing. */
  endsOn: calendarDateSchema.optional(),
  byLetter: z.boolean(),
  /** Filed after a self-paid discharge: manual reimbursement only. */
  manualOnly: z.boolean(),
});
export type FilingSummary = z.output<typeof filingSummarySchema>;

/** One automatic check of a submission, with the rule it applies and where that comes from. */
export const automaticCheckSchema = z.object({
  code: z.string(),
  outcome: z.enum(['passed', 'failed', 'not-verifiable']),
  rule: z.string(),
  source: z.string(),
});
export type AutomaticCheck = z.output<typeof automaticCheckSchema>;

/** What a submission asks for. */
export const submissionSubjectSchema = z.enum(['new', 'change', 'extension', 'cancellation']);

const decided = filingSummarySchema.extend({
  reviewId: z.uuid().optional(),
  reasonCode: z.string().optional(),
});

/** Filings as filing-intake publishes them; the key is the filing's id. */
export const filingTopic = topic('filing-intake.filing.v1', {
  FilingSubmitted: filingSummarySchema.extend({
    /** 1 for the first submission, one more for each after a supplement, change or extension. */
    submission: z.number().int().positive(),
    subject: submissionSubjectSchema,
    /** Revision of the filing with this submission: what a reviewer sees and a decision names. */
    revision: z.number().int().nonnegative(),
    channel: channelSchema,
    completion: completionSchema,
    separation: separationSchema,
    /** Account that registered the filing. */
    registrarId: z.string(),
    policyDigest: digestSchema,
    checks: z.array(automaticCheckSchema),
    evidence: z.array(digestSchema),
    review: z.object({
      firstReviewWorkingDays: z.number().int().positive(),
      recheckWorkingDays: z.number().int().positive(),
      supplementWorkingDays: z.number().int().positive(),
      remindWorkingDaysBefore: z.number().int().nonnegative(),
      sampleOneIn: z.number().int().nonnegative(),
    }),
    /** Codes that the policy lists; a decision may cite no other. */
    rejectReasons: z.array(z.string()),
    correctionReasons: z.array(z.string()),
    supplementItems: z.array(z.string()),
  }),
  /** The filing, or a request about one in force, was taken back before it was decided. */
  FilingWithdrawn: filingSummarySchema.extend({
    submission: z.number().int().positive(),
    subject: submissionSubjectSchema,
  }),
  /** Intake could not carry out a review's decision, because the filing had moved on. */
  ReviewDecisionRefused: z.object({
    filingId: z.uuid(),
    reviewId: z.uuid(),
    submission: z.number().int().positive(),
    code: z.string(),
  }),
  FilingApproved: decided,
  FilingRejected: decided,
  FilingActivated: decided,
  FilingChanged: decided,
  FilingExtended: decided,
  FilingExpired: decided,
  FilingCancelled: decided,
  FilingRevoked: decided,
  FilingSuperseded: decided,
  FilingSuspended: decided,
  FilingResumed: decided,
  /** 急诊视同备案: made from a settlement's flag, without a review. */
  FilingDeemed: decided,
  /** The flag was wrong: the stay counts as unfiled, of this kind. */
  FilingDeemedOverturned: decided.extend({ treatAs: nationalKindSchema }),
  /** The promise of a commitment letter was kept, or was not. */
  FilingProofSettled: decided.extend({ outcome: z.enum(['proof-supplied', 'breached']) }),
  FilingCorrected: decided,
});

/** Names for the reviewers' own lists; guarded, for consumers inside the office only. */
export const dossierTopic = topic(
  'filing-intake.dossier.v1',
  {
    ApplicantNamed: z.object({
      filingId: z.uuid(),
      personId: z.uuid(),
      name: z.string(),
      idNumber: z.string(),
    }),
    ApplicantErased: z.object({ personId: z.uuid() }),
  },
  { guarded: true },
);
