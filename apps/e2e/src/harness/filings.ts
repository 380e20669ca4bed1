import { addDays, addMonths, chinaDateOf } from '@anjuan/event-sourcing';
import { z } from 'zod';
import type { ApiClient, CommandAnswer } from './api-client';
import { eventually } from './eventually';
import { type SyntheticPerson, syntheticPerson } from './synthetic-person';

/** A command of a case, to be sent with the revision that the one before left. */
export interface Step {
  readonly method: 'POST' | 'PUT' | 'PATCH';
  readonly path: string;
  readonly body?: object;
}

export interface NewFiling {
  /** Which synthetic person files. */
  readonly person: number;
  /** In Xiamen the counter completes in one visit; a batch of the agency goes to one reviewer. */
  readonly channel?: 'counter' | 'agency-batch';
  /** Days from today to the first day; 0 when left out. */
  readonly startsIn?: number;
  /** Days from today to the last day; a year when left out. */
  readonly endsIn?: number;
  /** More of the form's data. */
  readonly data?: object;
}

export const today = (): string => chinaDateOf(new Date().toISOString());

/** What a clerk of Xiamen types in to draft a filing that lacks nothing. */
export function draftOf({
  person,
  channel = 'counter',
  startsIn = 0,
  endsIn,
  data,
}: NewFiling): Step & { readonly applicant: SyntheticPerson } {
  const applicant = syntheticPerson(person);
  const startsOn = addDays(today(), startsIn);
  const typed = {
    kind: 'XM_TEMPORARY',
    insuranceType: '310',
    treatmentRegion: '310000',
    startsOn,
    endsOn: endsIn === undefined ? addMonths(startsOn, 12) : addDays(today(), endsIn),
    filedBy: 'self',
    identityChecked: 'original-seen',
    applicant,
    contact: { name: '联络人', phone: '13700000000' },
    admission: { admitted: false },
    ...data,
  };
  return {
    method: 'POST',
    path: 'filings',
    body: { insuredRegion: '350200', channel, data: typed },
    applicant,
  };
}

/** What follows at the counter: the notice, the originals, the submission. */
export const registrationSteps = (filingId: string, more: readonly string[] = []): readonly Step[] => [
  { method: 'PUT', path: `filings/${filingId}/notice`, body: { version: '2023-01' } },
  ...['ID_CREDENTIAL', 'SITUATION_PROOF', ...more].map((item) => ({
    method: 'POST' as const,
    path: `filings/${filingId}/originals`,
    body: { item },
  })),
  { method: 'POST', path: `filings/${filingId}/submission` },
];

/** Registers a filing over HTTP up to its submission. */
export async function register(clerk: ApiClient, filing: NewFiling): Promise<CommandAnswer> {
  const { method, path, body } = draftOf(filing);
  const drafted = await clerk.command(method, path, { body });
  const more = 'agent' in (filing.data ?? {}) ? ['AGENT_CREDENTIAL'] : [];
  return runSteps(clerk, drafted, registrationSteps(drafted.id, more));
}

/** Sends the steps of a case one after the other. @returns the last answer */
export async function runSteps(
  client: ApiClient,
  before: CommandAnswer,
  steps: readonly Step[],
): Promise<CommandAnswer> {
  let last = before;
  for (const { method, path, body } of steps) {
    last = await client.command(method, path, { body, ifMatch: last.revision });
  }
  return last;
}

export const filingSchema = z.looseObject({
  filingId: z.string(),
  revision: z.number(),
  status: z.string(),
  personId: z.string().optional(),
  suspended: z.boolean(),
});

/** One filing as the office shows it. */
export const getFiling = (client: ApiClient, filingId: string) =>
  client.read(`filings/${filingId}`, filingSchema);

/** Waits until a filing is in a state. */
export const filingIn = (client: ApiClient, filingId: string, ...states: readonly string[]) =>
  eventually(
    () => getFiling(client, filingId),
    ({ status }) => states.includes(status),
  );

const timelineEntry = z.looseObject({ type: z.string(), revision: z.number(), eventId: z.string() });
const historySchema = z.object({ rows: z.array(timelineEntry) });
export type HistoryEntry = z.output<typeof timelineEntry>;

/** Every event of a filing, as the supervisor sees it. */
export const historyOf = async (supervisor: ApiClient, filingId: string): Promise<readonly HistoryEntry[]> =>
  (await supervisor.read(`filings/${filingId}/history`, historySchema)).rows;

const reviewsSchema = z.object({
  rows: z.array(z.looseObject({ reviewId: z.string(), revision: z.number(), status: z.string() })),
});

/** The first review of a filing, which opens a moment after the submission. */
export async function reviewOf(client: ApiClient, filingId: string) {
  const rows = await eventually(
    async () => (await client.read(`reviews/of-filing/${filingId}`, reviewsSchema)).rows,
    (found) => found.length > 0,
  );
  const [review] = rows;
  if (!review) throw new Error(`no review of ${filingId}`);
  return review;
}

/** The clerk who registered a filing completes it in one visit. */
export async function completeInOneVisit(clerk: ApiClient, filingId: string): Promise<void> {
  const { reviewId, revision } = await reviewOf(clerk, filingId);
  const body = { opinion: '参保登记中未查到本人，已核对原件。' };
  await clerk.command('POST', `reviews/${reviewId}/completion`, { body, ifMatch: revision });
}

/** A reviewer claims and approves. */
export async function approve(reviewer: ApiClient, filingId: string): Promise<void> {
  const { reviewId } = await reviewOf(reviewer, filingId);
  const claimed = await reviewer.command('POST', `reviews/${reviewId}/claim`);
  const body = { opinion: '材料齐全，同意。' };
  await reviewer.command('POST', `reviews/${reviewId}/approval`, { body, ifMatch: claimed.revision });
}

/** A filing of Xiamen registered and completed at the counter. @returns its id */
export async function fileAtCounter(clerk: ApiClient, filing: NewFiling): Promise<string> {
  const { id } = await register(clerk, filing);
  await completeInOneVisit(clerk, id);
  await filingIn(clerk, id, 'approved', 'active');
  return id;
}
