import {
  areaCodeSchema,
  automaticCheckSchema,
  channelSchema,
  completionSchema,
  digestSchema,
  filingSummarySchema,
  separationSchema,
} from '@anjuan/contracts';
import { z } from 'zod';
import { idNumberSchema, personNameSchema } from '../values/personal-values';

/** Everything a review needs to know about a submission; the message to the reviewers is made of it. */
export const submissionSchema = z.object({
  /** What the filing is, or would be once the request is granted. */
  filing: filingSummarySchema,
  submission: z.int().positive(),
  channel: channelSchema,
  completion: completionSchema,
  separation: separationSchema,
  registrarId: z.string(),
  policyDigest: digestSchema,
  /** Version of each level that the policy was put together from. */
  policyLevels: z.array(z.object({ area: areaCodeSchema, version: z.int().positive() })),
  checks: z.array(automaticCheckSchema),
  evidence: z.array(digestSchema),
  /** Materials that a commitment letter stands in for. */
  promised: z.array(z.string()),
  review: z.object({
    firstReviewWorkingDays: z.int().positive(),
    recheckWorkingDays: z.int().positive(),
    supplementWorkingDays: z.int().positive(),
    remindWorkingDaysBefore: z.int().nonnegative(),
    sampleOneIn: z.int().nonnegative(),
  }),
  rejectReasons: z.array(z.string()),
  correctionReasons: z.array(z.string()),
  supplementItems: z.array(z.string()),
});
export type Submission = z.output<typeof submissionSchema>;

/** Whom the submission is for, so that the reviewers' own lists can show a name. */
export const namedApplicantSchema = z.object({ name: personNameSchema, idNumber: idNumberSchema });

/** Working-day deadline and how it was reached, as `WorkingDayDerivation`. */
export const derivedDeadlineSchema = z.object({
  from: z.iso.date(),
  workingDays: z.int(),
  due: z.iso.date(),
  skipped: z.array(z.object({ date: z.iso.date(), why: z.string() })),
  makeUp: z.array(z.iso.date()),
  unpublishedYears: z.array(z.int()),
});
