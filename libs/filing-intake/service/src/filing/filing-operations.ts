import { areaCodeSchema, calendarDateSchema, channelSchema } from '@anjuan/contracts';
import { filingCommands, filingPatchSchema } from '@anjuan/filing-intake-domain';
import { operation } from '@anjuan/runtime';
import { z } from 'zod';
import {
  checksSchema,
  filingDetailsSchema,
  filingPageSchema,
  findFilingsSchema,
  kindsSchema,
  progressSchema,
  searchFilingsSchema,
  timelineSchema,
} from './filing-schemas';

export const oneFiling = z.strictObject({ filingId: z.uuid() });
const REGISTER = 'filing:register';
const body = <T extends z.ZodObject>(schema: T) => schema.omit({ filingId: true });

const exampleData = {
  kind: 'OTHER_TEMPORARY',
  insuranceType: '310',
  treatmentRegion: '310000',
  startsOn: '2026-03-02',
  filedBy: 'self',
  identityChecked: 'original-seen',
  applicant: { name: '林一', idType: '01', phone: '13800138000' },
  contact: { name: '林二', phone: '13900139000' },
};

export const draft = operation({
  method: 'POST',
  path: '',
  summary: 'Start a filing; everything may still be missing',
  access: REGISTER,
  command: true,
  status: 201,
  body: z.strictObject({
    insuredRegion: areaCodeSchema,
    channel: channelSchema.default('counter'),
    data: filingPatchSchema.default({}),
  }),
  example: { insuredRegion: '350200', channel: 'counter', data: exampleData },
});

export const list = operation({
  method: 'GET',
  path: '',
  summary: 'Filings by region, state, kind and dates',
  access: 'filing:read',
  query: findFilingsSchema,
  response: filingPageSchema,
});

export const search = operation({
  method: 'POST',
  path: 'search',
  summary: 'Filings by name, filing number or identity number, also a part of it; the search is logged',
  access: 'filing:read',
  body: searchFilingsSchema,
  response: filingPageSchema,
  example: { search: '林' },
});

export const detail = operation({
  method: 'GET',
  path: ':filingId',
  summary: 'One filing with everything: data, evidence, checks, submissions, timeline; the view is logged',
  access: 'filing:read',
  params: oneFiling,
  response: filingDetailsSchema,
});

export const history = operation({
  method: 'GET',
  path: ':filingId/history',
  summary: 'Every event of a filing in its order, with who, when recorded and since when in effect',
  access: 'filing:history',
  params: oneFiling,
  response: z.object({ rows: timelineSchema }),
});

export const progress = operation({
  method: 'GET',
  path: ':filingId/progress',
  summary: 'How a filing stands that the partner registered itself',
  access: 'filing:track',
  params: oneFiling,
  response: progressSchema,
});

export const kinds = operation({
  method: 'GET',
  path: '',
  summary: 'The kinds that a region offers on a day, with materials, notice and letter: the resolved policy',
  access: 'policy:read',
  query: z.strictObject({
    insuredRegion: areaCodeSchema,
    channel: channelSchema.optional(),
    /** Today when left out. */
    on: calendarDateSchema.optional(),
  }),
  response: kindsSchema,
});

export const checks = operation({
  method: 'POST',
  path: 'checks',
  summary: 'What the automatic checks say about a draft as it stands; nothing is recorded',
  access: REGISTER,
  body: z.strictObject({ filingId: z.uuid() }),
  response: checksSchema,
  example: { filingId: '0195f0a0-0000-7000-8000-000000000001' },
});

export const revise = operation({
  method: 'PATCH',
  path: ':filingId/draft',
  summary: 'Save a draft: fields that are named change, null clears; the same again records nothing',
  access: REGISTER,
  command: true,
  ifMatch: true,
  params: oneFiling,
  body: body(filingCommands.ReviseDraft),
  example: { data: { contact: { phone: '13900139000' } } },
});

export const discard = operation({
  method: 'DELETE',
  path: ':filingId/draft',
  summary: 'Discard a draft',
  access: REGISTER,
  command: true,
  ifMatch: true,
  params: oneFiling,
});

export const notice = operation({
  method: 'PUT',
  path: ':filingId/notice',
  summary: 'Confirm that the notice of this version was read',
  access: REGISTER,
  command: true,
  ifMatch: true,
  params: oneFiling,
  body: body(filingCommands.AcceptNotice),
  example: { version: '2023-1' },
});

export const letter = operation({
  method: 'PUT',
  path: ':filingId/letter',
  summary: 'Sign the commitment letter: ticked, or drawn or on paper with its image as evidence item LETTER',
  access: REGISTER,
  command: true,
  ifMatch: true,
  params: oneFiling,
  body: body(filingCommands.SignLetter),
  example: { version: '2023-1', signature: 'ticked' },
});

export const originals = operation({
  method: 'POST',
  path: ':filingId/originals',
  summary: 'Confirm that the original of a material was seen at the counter',
  access: REGISTER,
  command: true,
  ifMatch: true,
  params: oneFiling,
  body: body(filingCommands.RecordOriginalSeen),
  example: { item: 'ID_CREDENTIAL' },
});

/** A step that says nothing but which filing. */
const step = <const P extends string>(path: P, summary: string, access = REGISTER) =>
  operation({ method: 'POST', path, summary, access, command: true, ifMatch: true, params: oneFiling });

export const submit = step(
  ':filingId/submission',
  'Submit a draft: the automatic checks run, the review opens',
);
export const resubmit = step(':filingId/resubmission', 'Submit again after a supplement');
export const withdraw = step(':filingId/withdrawal', 'Take back what is under review');
export const proof = step(':filingId/proof', 'Say that the promised proof is complete');
/** Without `If-Match`: the upload has a stream of its own, and its revision is nobody's view. */
export const uploadRetry = operation({
  method: 'POST',
  path: ':filingId/upload-retry',
  summary: 'Try a failed upload to the national platform again',
  access: REGISTER,
  command: true,
  params: oneFiling,
});

/** A step with a reason or another body. */
const act = <const P extends string, B extends z.ZodType>(
  path: P,
  summary: string,
  bodySchema: B,
  example: object,
  access = REGISTER,
) =>
  operation({
    method: 'POST',
    path,
    summary,
    access,
    command: true,
    ifMatch: true,
    params: oneFiling,
    body: bodySchema,
    example,
  });

export const change = act(
  ':filingId/change-request',
  'Ask for a change of a filing in force; it goes to review',
  body(filingCommands.RequestChange),
  { changes: { treatmentRegion: '440100' } },
);
export const extension = act(
  ':filingId/extension-request',
  'Ask for an extension of a filing in force; it goes to review',
  body(filingCommands.RequestExtension),
  {},
);
export const cancel = act(
  ':filingId/cancellation',
  'Cancel (注销) a filing in force',
  body(filingCommands.CancelFiling),
  { reasonCode: 'RETURNED_HOME' },
);
export const revoke = act(
  ':filingId/revocation',
  'Revoke (撤销) a filing, with a reason of the list',
  body(filingCommands.RevokeFiling),
  { reasonCode: 'MADE_IN_ERROR' },
  'filing:revoke',
);
export const reinstate = act(
  ':filingId/reinstatement',
  'Put a wrongly revoked or cancelled filing in force again, by a new event',
  body(filingCommands.ReinstateFiling),
  { reasonCode: 'WRONG_DECISION' },
  'filing:revoke',
);
export const breach = act(
  ':filingId/breach',
  'Record that a commitment was broken; the filing is revoked',
  body(filingCommands.RecordBreach),
  { reasonCode: 'FALSE_COMMITMENT' },
  'filing:revoke',
);
