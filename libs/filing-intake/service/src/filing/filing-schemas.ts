import {
  areaCodeSchema,
  automaticCheckSchema,
  calendarDateSchema,
  channelSchema,
  filingKindPolicySchema,
  insuranceTypeSchema,
  versionedTextSchema,
} from '@anjuan/contracts';
import { z } from 'zod';

const statuses = [
  'draft',
  'discarded',
  'submitted',
  'returned',
  'withdrawn',
  'rejected',
  'approved',
  'active',
  'expired',
  'cancelled',
  'revoked',
  'superseded',
] as const;

const yes = z.enum(['true', 'false']).transform((text) => text === 'true');

/** Filters of the filing list; every one narrows it. */
const filters = {
  /** `treatment`: filings of other regions approved for a place of the caller's. */
  side: z.enum(['insured', 'treatment']).default('insured'),
  insuredRegion: areaCodeSchema.optional(),
  treatmentRegion: areaCodeSchema.optional(),
  insuranceType: insuranceTypeSchema.optional(),
  status: z.enum(statuses).optional(),
  kind: z.string().max(50).optional(),
  channel: channelSchema.optional(),
  personId: z.uuid().optional(),
  registrarId: z.string().max(100).optional(),
  pending: z.enum(['new', 'change', 'extension']).optional(),
  uploadStatus: z.enum(['nothing', 'due', 'uploaded', 'failed']).optional(),
  proofOpen: yes.optional(),
  suspended: yes.optional(),
  startsFrom: calendarDateSchema.optional(),
  startsTo: calendarDateSchema.optional(),
  sort: z.enum(['updatedAt', 'submittedAt', 'startsOn', 'endsOn', 'dueOn']).default('updatedAt'),
  direction: z.enum(['asc', 'desc']).default('desc'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2000).optional(),
};

export const findFilingsSchema = z.strictObject(filters);
export type FindFilings = z.output<typeof findFilingsSchema> & { readonly search?: string };

/** Names and numbers are personal: they are searched with a body, never in an address. */
export const searchFilingsSchema = z.strictObject({
  ...filters,
  proofOpen: z.boolean().optional(),
  suspended: z.boolean().optional(),
  search: z.string().trim().min(1).max(100),
});

const reviewSchema = z.object({
  reviewId: z.string(),
  status: z.string(),
  assigneeId: z.string().optional(),
  escalated: z.boolean(),
});

export const filingLineSchema = z.object({
  filingId: z.uuid(),
  filingNumber: z.string().optional(),
  status: z.enum(statuses),
  kind: z.string().optional(),
  nationalKind: z.string().optional(),
  name: z.string().optional(),
  /** Masked. */
  idNumber: z.string().optional(),
  personId: z.string().optional(),
  insuredRegion: z.string(),
  treatmentRegion: z.string().optional(),
  insuranceType: z.string().optional(),
  startsOn: z.string().optional(),
  endsOn: z.string().optional(),
  channel: z.string(),
  registrarId: z.string(),
  draftedAt: z.string(),
  submittedAt: z.string().optional(),
  updatedAt: z.string(),
  suspended: z.boolean(),
  manualOnly: z.boolean(),
  proofOpen: z.boolean(),
  pending: z.string().optional(),
  uploadStatus: z.string(),
  dueOn: z.string().optional(),
  review: reviewSchema.optional(),
});
export type FilingLine = z.output<typeof filingLineSchema>;

export const filingPageSchema = z.object({
  rows: z.array(filingLineSchema),
  next: z.string().optional(),
  total: z.number(),
});
export type FilingPage = z.output<typeof filingPageSchema>;

const json = z.record(z.string(), z.unknown());

export const timelineSchema = z.array(
  z.object({
    eventId: z.string(),
    type: z.string(),
    revision: z.number(),
    recordedAt: z.string(),
    effectiveOn: z.string(),
    actorId: z.string(),
    actorKind: z.string(),
    channel: z.string(),
    facts: json,
  }),
);

export const filingDetailsSchema = z.object({
  filingId: z.string(),
  revision: z.number(),
  status: z.string(),
  insuredRegion: z.string(),
  treatmentRegion: z.string().optional(),
  personId: z.string().optional(),
  channel: z.string(),
  /** The form's data, as a patch of a draft takes it. */
  data: json,
  /** The filing as submitted or in force; without personal data. */
  summary: json.optional(),
  submission: json.optional(),
  submittedAt: z.string().optional(),
  pending: json.optional(),
  notice: z.object({ version: z.string() }).optional(),
  letter: json.optional(),
  promised: json.optional(),
  originalsSeen: z.array(z.string()),
  evidence: z.array(
    z.object({
      evidenceId: z.string(),
      item: z.string(),
      fileName: z.string(),
      mediaType: z.string(),
      bytes: z.number(),
      digest: z.string(),
      attachedBy: z.string().optional(),
      attachedAt: z.string().optional(),
    }),
  ),
  suspended: z.boolean(),
  supersession: json.optional(),
  upload: json,
  /** The line of the list, with the review's state. */
  review: reviewSchema.optional(),
  dueOn: z.string().optional(),
  timeline: timelineSchema,
});
export type FilingDetails = z.output<typeof filingDetailsSchema>;

export const progressSchema = z.object({
  filingId: z.string(),
  filingNumber: z.string().optional(),
  status: z.string(),
  startsOn: z.string().optional(),
  endsOn: z.string().optional(),
  /** Items asked for, while the filing is back for a supplement. */
  returned: z.array(z.string()).optional(),
});

export const checksSchema = z.object({
  /** True when a submission would be accepted as it stands. */
  accepted: z.boolean(),
  rejection: z.object({ code: z.string(), zh: z.string(), en: z.string(), details: json }).optional(),
  checks: z.array(automaticCheckSchema),
});

export const kindsSchema = z.object({
  insuredRegion: z.string(),
  on: z.string(),
  policyDigest: z.string(),
  levels: z.array(z.object({ area: z.string(), version: z.number() })),
  kinds: z.array(filingKindPolicySchema.extend({ sections: z.array(z.string()), items: z.array(json) })),
  notice: versionedTextSchema,
  letter: versionedTextSchema.extend({
    signatures: z.array(z.string()),
    proofWorkingDays: z.number().nullable(),
  }),
  treatmentRegion: json,
  referralReasons: z.array(json),
  cancelReasons: z.array(json),
  revokeReasons: z.array(json),
  correctionReasons: z.array(json),
  rejectReasons: z.array(json),
  advice: z.array(json),
});
