import {
  areaCodeSchema,
  calendarDateSchema,
  channelSchema,
  digestSchema,
  filingSummarySchema,
  nationalKindSchema,
  submissionSubjectSchema,
} from '@anjuan/contracts';
import { defineEvents, event, personal } from '@anjuan/event-sourcing';
import { z } from 'zod';
import { deemedApplicantSchema } from './deemed-applicant';
import { evidenceItemSchema, signatureSchema } from './evidence';
import { changeSchema, filingPatchSchema } from './filing-data';
import { derivedDeadlineSchema, namedApplicantSchema, submissionSchema } from './submission';

const filingId = z.uuid();
const filing = filingSummarySchema;
const about = z.object({ filing });
const reasoned = about.extend({ reasonCode: z.string() });
const reviewed = about.extend({ reviewId: z.uuid(), submission: z.int().positive(), decidedBy: z.string() });
const note = personal(z.string().max(500)).optional();

/** Everything that can happen to a filing. A new event is declared here; the compiler then names every place to fill in. */
export const filingEvents = defineEvents({
  FilingDrafted: event(
    z.object({ filingId, insuredRegion: areaCodeSchema, channel: channelSchema, data: filingPatchSchema }),
  ),
  DraftRevised: event(
    z.object({ filingId, insuredRegion: areaCodeSchema.optional(), changes: filingPatchSchema }),
  ),
  /** The applicant's document leads to this person from here on. */
  ApplicantIdentified: event(z.object({ filingId, personId: z.uuid() })),
  DraftDiscarded: event(z.object({ filingId })),
  NoticeAccepted: event(
    z.object({ filingId, version: z.string(), digest: digestSchema, device: z.string().max(200).optional() }),
  ),
  EvidenceAttached: event(z.object({ filingId, evidence: evidenceItemSchema })),
  EvidenceRemoved: event(
    z.object({ filingId, evidenceId: z.uuid(), item: z.string(), digest: digestSchema }),
  ),
  /** The clerk saw the original; no copy was taken. */
  OriginalSeen: event(z.object({ filingId, item: z.string() })),
  LetterSigned: event(
    z.object({
      filingId,
      version: z.string(),
      digest: digestSchema,
      signature: signatureSchema,
      /** Drawn signature or scan of the paper. */
      evidenceId: z.uuid().optional(),
      signedOn: calendarDateSchema,
      device: z.string().max(200).optional(),
    }),
  ),

  FilingSubmitted: event(submissionSchema.extend({ applicant: namedApplicantSchema })),
  SupplementAsked: event(
    z.object({
      filingId,
      reviewId: z.uuid(),
      submission: z.int().positive(),
      items: z.array(z.string()).min(1),
      dueOn: calendarDateSchema,
    }),
  ),
  FilingResubmitted: event(submissionSchema.extend({ applicant: namedApplicantSchema })),
  FilingWithdrawn: event(about.extend({ submission: z.int().positive() })),
  ReviewDecisionRefused: event(
    z.object({ filingId, reviewId: z.uuid(), submission: z.int().positive(), code: z.string() }),
  ),
  FilingApproved: event(
    reviewed.extend({
      /** Long-term filings that this one ends, by policy. */
      supersedes: z.array(z.uuid()),
      /** Materials that a letter stands in for, until proof follows. */
      promised: z.array(z.string()),
      proofDue: derivedDeadlineSchema.optional(),
    }),
  ),
  FilingRejected: event(reviewed.extend({ reasonCode: z.string() })),
  FilingCorrected: event(
    reasoned.extend({
      outcome: z.enum(['approve', 'reject']),
      reviewId: z.uuid().optional(),
      supersedes: z.array(z.uuid()),
    }),
  ),

  FilingActivated: event(about),
  FilingExpired: event(about),
  ChangeRequested: event(submissionSchema.extend({ changes: changeSchema })),
  ExtensionRequested: event(submissionSchema),
  RequestResubmitted: event(
    submissionSchema.extend({ changes: changeSchema, subject: submissionSubjectSchema }),
  ),
  RequestWithdrawn: event(about.extend({ submission: z.int().positive(), subject: submissionSubjectSchema })),
  RequestRejected: event(reviewed.extend({ subject: submissionSubjectSchema, reasonCode: z.string() })),
  FilingChanged: event(reviewed.extend({ changes: changeSchema })),
  FilingExtended: event(reviewed),
  FilingCancelled: event(reasoned),
  FilingRevoked: event(reasoned.extend({ note })),
  SupersessionScheduled: event(z.object({ filingId, by: z.uuid(), endsOn: calendarDateSchema })),
  SupersessionLifted: event(z.object({ filingId, by: z.uuid() })),
  FilingSuperseded: event(about.extend({ by: z.uuid() })),
  FilingSuspended: event(about.extend({ cause: z.enum(['enrolment-paused', 'enrolment-ended']) })),
  FilingResumed: event(about),
  ProofSupplied: event(about),
  ProofOverdue: event(z.object({ filingId, dueOn: calendarDateSchema })),
  CommitmentBreached: event(reasoned),

  /** 急诊视同备案: made from a settlement's emergency flag. */
  FilingDeemed: event(
    about.extend({
      serialNumber: z.string(),
      eventSerialNumber: z.string(),
      applicant: deemedApplicantSchema,
      institutionCode: z.string(),
      admittedOn: calendarDateSchema,
      dischargedOn: calendarDateSchema.optional(),
    }),
  ),
  DeemedFilingUpdated: event(
    about.extend({ eventSerialNumber: z.string(), dischargedOn: calendarDateSchema.optional() }),
  ),
  /** The flag was wrong: handled as unfiled from now on. */
  DeemedFilingOverturned: event(about.extend({ eventSerialNumber: z.string(), treatAs: nationalKindSchema })),
});
