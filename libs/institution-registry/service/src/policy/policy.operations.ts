import { areaCodeSchema, calendarDateSchema } from '@anjuan/contracts';
import { policyContentSchema, regionPolicyCommands } from '@anjuan/institution-registry-domain';
import { operation } from '@anjuan/runtime';
import { z } from 'zod';
import { comparisonView, policySummaryView, policyView, resolvedPolicyView } from './policy.views';
import { SIDE } from './policy-sides';

const params = z.strictObject({ area: areaCodeSchema });
const side = z.string().regex(SIDE).describe('`draft`, a version, or a day for what holds on it');

export const listPolicies = operation({
  method: 'GET',
  path: '',
  summary: 'Areas that keep a policy of their own, with their versions',
  access: 'policy:read',
  query: z.strictObject({
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z.string().max(2000).optional(),
  }),
  response: z.object({ rows: z.array(policySummaryView), next: z.string().optional() }),
});

export const getPolicy = operation({
  method: 'GET',
  path: ':area',
  summary: 'The policy of one level: every version, and the draft for those who may write it',
  access: 'policy:read',
  params,
  response: policyView,
});

export const resolvedPolicy = operation({
  method: 'GET',
  path: ':area/resolved',
  summary: 'What holds in an area on a day, with everything inherited, and where each item comes from',
  access: 'policy:read',
  params,
  query: z.strictObject({ on: calendarDateSchema.optional() }),
  response: resolvedPolicyView,
});

export const comparePolicy = operation({
  method: 'GET',
  path: ':area/comparison',
  summary: 'What differs between two versions, or between two days, item by item',
  access: 'policy:read',
  params,
  query: z.strictObject({ from: side, to: side }),
  response: comparisonView,
});

export const draftPolicy = operation({
  method: 'PUT',
  path: ':area/draft',
  summary: 'Begin the next version or revise its draft; If-Match is "-1" for an area without a policy',
  access: 'policy:draft',
  command: true,
  ifMatch: true,
  params,
  body: policyContentSchema,
  example: {
    effectiveFrom: '2027-01-01',
    items: { overlap: { newLongTermEndsOld: true, temporaryBesideLongTerm: false } },
    sources: { overlap: 'unverified default' },
  },
});

export const discardDraft = operation({
  method: 'DELETE',
  path: ':area/draft',
  summary: 'Discard the draft',
  access: 'policy:draft',
  command: true,
  ifMatch: true,
  params,
});

export const publishPolicy = operation({
  method: 'POST',
  path: ':area/publication',
  summary: 'Publish the draft; by somebody who did not write it',
  access: 'policy:publish',
  command: true,
  ifMatch: true,
  params,
});

export const withdrawVersion = operation({
  method: 'POST',
  path: ':area/versions/:version/withdrawal',
  summary: 'Withdraw a version that is not in force yet',
  access: 'policy:publish',
  command: true,
  ifMatch: true,
  params: params.extend({ version: z.coerce.number().int().min(1).max(1_000_000) }),
  body: regionPolicyCommands.WithdrawPolicyVersion.pick({ reason: true }),
  example: { reason: '生效日期有误' },
});
