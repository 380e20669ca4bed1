import { reviewCommands } from '@anjuan/reviewer-approval-domain';
import { operation, problemSchema } from '@anjuan/runtime';
import { z } from 'zod';
import {
  commandAnswerSchema,
  findSamplesQuerySchema,
  samplePageSchema,
  workloadSchema,
} from './review-schemas';

const params = z.strictObject({ reviewId: z.uuid() });
const command = { method: 'POST', command: true, params, response: commandAnswerSchema } as const;
const id = { reviewId: true } as const;

const batchItems = z
  .array(z.strictObject({ reviewId: z.uuid(), revision: z.number().int().nonnegative().optional() }))
  .min(1)
  .max(100);

const batchAnswer = z.object({
  results: z.array(
    z.discriminatedUnion('outcome', [
      z.object({ reviewId: z.uuid(), outcome: z.literal('done'), revision: z.number().int() }),
      z.object({ reviewId: z.uuid(), outcome: z.literal('refused'), problem: problemSchema }),
    ]),
  ),
});
export type BatchAnswer = z.output<typeof batchAnswer>;

const ONE = { reviewId: '00000000-0000-4000-8000-000000000001', revision: 0 };

/** The routes of supervisors, and of everybody for many reviews at once. */
export const supervisionOperations = {
  claimBatch: operation({
    method: 'POST',
    path: 'batch/claim',
    summary: 'Claim several reviews; each has its own outcome',
    access: 'review:work',
    command: true,
    body: z.strictObject({ reviews: batchItems }),
    response: batchAnswer,
    example: { reviews: [ONE] },
  }),
  assignBatch: operation({
    method: 'POST',
    path: 'batch/assignment',
    summary: 'Assign several reviews, or put them back with null; each has its own outcome',
    access: 'review:assign',
    command: true,
    body: z.strictObject({ reviews: batchItems, reviewerId: z.string().min(1).max(100).nullable() }),
    response: batchAnswer,
    example: { reviews: [ONE], reviewerId: null },
  }),
  assign: operation({
    ...command,
    path: ':reviewId/assignment',
    summary: 'Assign to a reviewer, also out of another’s hands, or put back in the queue with null',
    access: 'review:assign',
    ifMatch: true,
    body: reviewCommands.AssignReview.omit(id).strict(),
    example: { reviewerId: null },
  }),
  exclude: operation({
    ...command,
    path: ':reviewId/exclusion',
    summary: 'Keep an account out of the case because of a conflict of interest',
    access: 'review:assign',
    body: reviewCommands.ExcludeFromReview.omit(id).strict(),
    example: { accountId: '00000000-0000-4000-8000-000000000002', relation: 'relative' },
  }),
  correct: operation({
    ...command,
    path: ':reviewId/correction',
    summary: 'Correct a wrong decision by a new one',
    access: 'review:correct',
    ifMatch: true,
    body: reviewCommands.CorrectDecision.omit(id).strict(),
    example: { outcome: 'reject', reasonCode: 'WRONG_PERSON', opinion: '审错人。' },
  }),
  samples: operation({
    method: 'GET',
    path: 'samples',
    summary: 'Completions picked for a later look',
    access: 'review:sample',
    query: findSamplesQuerySchema,
    response: samplePageSchema,
  }),
  sample: operation({
    ...command,
    path: ':reviewId/sample',
    summary: 'Take a picked completion for sampling',
    access: 'review:sample',
  }),
  sampleResult: operation({
    ...command,
    path: ':reviewId/sample-result',
    summary: 'Record what sampling found',
    access: 'review:sample',
    ifMatch: true,
    body: reviewCommands.RecordSampleResult.omit(id).strict(),
    example: { result: 'in-order', opinion: '与档案一致。' },
  }),
  workload: operation({
    method: 'GET',
    path: 'workload',
    summary: 'Who has how many reviews in hand, and decided how many this month',
    access: 'review:assign',
    response: workloadSchema,
  }),
} as const;
