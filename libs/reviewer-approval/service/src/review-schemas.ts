import {
  areaCodeSchema,
  calendarDateSchema,
  channelSchema,
  completionSchema,
  submissionSubjectSchema,
} from '@anjuan/contracts';
import { deadlineSchema, reviewFileSchema } from '@anjuan/reviewer-approval-domain';
import { z } from 'zod';

export const reviewStatusSchema = z.enum([
  'open',
  'first-passed',
  'supplement-requested',
  'approved',
  'rejected',
  'voided',
]);

/** Ways to look at the queue. */
export const reviewViewSchema = z.enum([
  'open',
  'unassigned',
  'mine',
  'overdue',
  'waiting',
  'decided',
  'all',
]);

const text = z.string().min(1).max(100);

const filters = {
  view: reviewViewSchema.default('open'),
  status: reviewStatusSchema.optional(),
  filingId: z.uuid().optional(),
  assigneeId: text.optional(),
  /** With `status=voided`: decisions of this account that intake could not carry out. */
  decidedBy: text.optional(),
  insuredRegion: areaCodeSchema.optional(),
  kind: text.optional(),
  channel: channelSchema.optional(),
  subject: submissionSubjectSchema.optional(),
  level: z.enum(['single', 'first', 'recheck']).optional(),
  route: completionSchema.optional(),
  dueFrom: calendarDateSchema.optional(),
  dueTo: calendarDateSchema.optional(),
  sort: z.enum(['dueOn', 'openedAt', 'decidedAt']).default('dueOn'),
  direction: z.enum(['asc', 'desc']).default('asc'),
  cursor: z.string().max(2000).optional(),
};

export const findReviewsQuerySchema = z.strictObject({
  ...filters,
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** As a body, because what is searched may be a name. */
export const searchReviewsBodySchema = z.strictObject({
  ...filters,
  view: reviewViewSchema.default('all'),
  search: z.string().trim().min(1).max(100),
  limit: z.number().int().min(1).max(200).default(50),
});
export type FindReviews = z.output<typeof findReviewsQuerySchema> & { readonly search?: string };

export const reviewRowSchema = z.object({
  reviewId: z.uuid(),
  filingId: z.uuid(),
  personId: z.uuid(),
  applicantName: z.string().nullable(),
  idNumber: z.string().nullable(),
  status: reviewStatusSchema,
  /** Still open although its last day is over. */
  overdue: z.boolean(),
  revision: z.number().int(),
  submission: z.number().int(),
  filingNumber: z.string().nullable(),
  subject: z.string(),
  insuredRegion: areaCodeSchema,
  treatmentRegion: areaCodeSchema,
  insuranceType: z.string(),
  kind: z.string(),
  channel: z.string(),
  byLetter: z.boolean(),
  route: z.string(),
  level: z.enum(['single', 'first', 'recheck']),
  assigneeId: z.string().nullable(),
  openedAt: z.string(),
  dueOn: calendarDateSchema,
  escalated: z.boolean(),
  reminded: z.boolean(),
  checksFailed: z.number().int(),
  checksNotVerifiable: z.number().int(),
  decidedAt: z.string().nullable(),
  decidedBy: z.string().nullable(),
  reasonCode: z.string().nullable(),
});
export type ReviewRow = z.output<typeof reviewRowSchema>;

export const reviewPageSchema = z.object({
  rows: z.array(reviewRowSchema),
  next: z.string().optional(),
  total: z.number().int(),
});
export type ReviewPage = z.output<typeof reviewPageSchema>;

export const reviewCountsSchema = z.object({
  open: z.number().int(),
  unassigned: z.number().int(),
  mine: z.number().int(),
  overdue: z.number().int(),
  waiting: z.number().int(),
  samplesToTake: z.number().int(),
});
export type ReviewCounts = z.output<typeof reviewCountsSchema>;

export const reviewDetailsSchema = z.object({
  reviewId: z.uuid(),
  filingId: z.uuid(),
  personId: z.uuid(),
  insuredRegion: areaCodeSchema,
  applicantName: z.string().nullable(),
  idNumber: z.string().nullable(),
  status: z.string(),
  revision: z.number().int(),
  assigneeId: z.string().nullable(),
  escalated: z.boolean(),
  conflicts: z.array(z.string()),
  nextReviewId: z.uuid().nullable(),
  deadline: deadlineSchema,
  file: reviewFileSchema,
  timeline: z.array(
    z.object({
      type: z.string(),
      at: z.string(),
      by: z.string(),
      revision: z.number().int(),
      said: z.record(z.string(), z.unknown()),
    }),
  ),
});

export const findSamplesQuerySchema = z.strictObject({
  status: z.enum(['picked', 'taken', 'recorded']).optional(),
  mine: z.enum(['true', 'false']).default('false'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2000).optional(),
});
export type FindSamples = z.output<typeof findSamplesQuerySchema>;

export const samplePageSchema = z.object({
  rows: z.array(
    z.object({
      reviewId: z.uuid(),
      filingId: z.uuid(),
      filingNumber: z.string().nullable(),
      kind: z.string(),
      insuredRegion: areaCodeSchema,
      status: z.enum(['picked', 'taken', 'recorded']),
      pickedAt: z.string(),
      draw: z.string(),
      oneIn: z.number().int(),
      samplerId: z.string().nullable(),
      result: z.enum(['in-order', 'fault']).nullable(),
      recordedAt: z.string().nullable(),
      revision: z.number().int(),
    }),
  ),
  next: z.string().optional(),
  total: z.number().int(),
});
export type SamplePage = z.output<typeof samplePageSchema>;

export const workloadSchema = z.object({
  rows: z.array(
    z.object({
      accountId: z.string(),
      insuredRegion: areaCodeSchema,
      inHand: z.number().int(),
      decidedThisMonth: z.number().int(),
    }),
  ),
});
export type Workload = z.output<typeof workloadSchema>;

/** What a command answers; `ETag` and `Position` say the same in headers. */
export const commandAnswerSchema = z.object({
  id: z.string(),
  revision: z.number().int(),
  position: z.string(),
});
