import { reviewCommands } from '@anjuan/reviewer-approval-domain';
import { operation } from '@anjuan/runtime';
import { z } from 'zod';
import {
  commandAnswerSchema,
  findReviewsQuerySchema,
  reviewCountsSchema,
  reviewDetailsSchema,
  reviewPageSchema,
  searchReviewsBodySchema,
} from './review-schemas';

const params = z.strictObject({ reviewId: z.uuid() });
const command = { method: 'POST', command: true, params, response: commandAnswerSchema } as const;
const decision = { ...command, ifMatch: true } as const;
const opinion = '材料齐全，符合规定。';

/** The path has the id; the body of a command is the rest of its data, and nothing else. */
const id = { reviewId: true } as const;

/** The routes of reviewers. */
export const reviewOperations = {
  find: operation({
    method: 'GET',
    path: '',
    summary: 'The review queue, with filters and paging',
    access: 'review:read',
    query: findReviewsQuerySchema,
    response: reviewPageSchema,
  }),
  search: operation({
    method: 'POST',
    path: 'search',
    summary: 'Search the queue by applicant name or filing number',
    access: 'review:read',
    body: searchReviewsBodySchema,
    response: reviewPageSchema,
    example: { search: '王' },
  }),
  counts: operation({
    method: 'GET',
    path: 'counts',
    summary: 'How many reviews each view of the queue holds',
    access: 'review:read',
    response: reviewCountsSchema,
  }),
  ofFiling: operation({
    method: 'GET',
    path: 'of-filing/:filingId',
    summary: 'All reviews of one filing, by submission',
    access: 'review:read',
    params: z.strictObject({ filingId: z.uuid() }),
    response: z.object({
      rows: z.array(
        z.object({
          reviewId: z.uuid(),
          submission: z.number().int(),
          subject: z.string(),
          status: z.string(),
          revision: z.number().int(),
          dueOn: z.iso.date(),
        }),
      ),
    }),
  }),
  get: operation({
    method: 'GET',
    path: ':reviewId',
    summary: 'One review: checks, deadline with its derivation, decisions with opinions, timeline',
    access: 'review:read',
    params,
    response: reviewDetailsSchema,
  }),
  claim: operation({ ...command, path: ':reviewId/claim', summary: 'Claim a review', access: 'review:work' }),
  release: operation({
    ...command,
    path: ':reviewId/release',
    summary: 'Put a claimed review back in the queue',
    access: 'review:work',
  }),
  conflict: operation({
    ...command,
    path: ':reviewId/conflict',
    summary: 'Declare a conflict of interest: the caller stays out of the case',
    access: 'review:read',
    body: reviewCommands.DeclareConflict.omit(id).strict(),
    example: { relation: 'relative' },
  }),
  complete: operation({
    ...decision,
    path: ':reviewId/completion',
    summary: 'Complete in one visit, by the clerk who registered the filing',
    access: 'review:complete',
    body: reviewCommands.CompleteInOneVisit.omit(id).strict(),
    example: { opinion },
  }),
  firstPass: operation({
    ...decision,
    path: ':reviewId/first-pass',
    summary: 'Pass the first of two levels',
    access: 'review:work',
    body: reviewCommands.PassFirstReview.omit(id).strict(),
    example: { opinion },
  }),
  supplement: operation({
    ...decision,
    path: ':reviewId/supplement',
    summary: 'Ask the applicant for items of the configured list',
    access: 'review:work',
    body: reviewCommands.RequestSupplement.omit(id).strict(),
    example: { items: ['REFERRAL_DOCUMENT'], opinion: '转诊单缺少盖章。' },
  }),
  approve: operation({
    ...decision,
    path: ':reviewId/approval',
    summary: 'Approve, where one level is asked for',
    access: 'review:work',
    body: reviewCommands.ApproveReview.omit(id).strict(),
    example: { opinion },
  }),
  reject: operation({
    ...decision,
    path: ':reviewId/rejection',
    summary: 'Reject with a coded reason and an opinion',
    access: 'review:work',
    body: reviewCommands.RejectReview.omit(id).strict(),
    example: { reasonCode: 'NOT_ENROLLED', opinion: '申请时未参保。' },
  }),
  recheckApprove: operation({
    ...decision,
    path: ':reviewId/recheck-approval',
    summary: 'Approve as the second of two reviewers',
    access: 'review:work',
    body: reviewCommands.RecheckApprove.omit(id).strict(),
    example: { opinion },
  }),
  recheckReturn: operation({
    ...decision,
    path: ':reviewId/recheck-return',
    summary: 'Return to first review',
    access: 'review:work',
    body: reviewCommands.RecheckReturn.omit(id).strict(),
    example: { opinion: '入院日期与证明不符。' },
  }),
} as const;
