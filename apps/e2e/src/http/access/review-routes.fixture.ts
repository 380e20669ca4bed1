import { enrol } from '../enrolment.fixture';
import { file, must } from '../filing-case.fixture';
import { anybody } from '../insured.fixture';
import { FUZHOU } from '../people.fixture';
import { lastDecision } from '../refusals/refusal.fixture';
import { type Entries, type Entry, entry, opinion, type Stage } from './stage.fixture';

const ONE = '/api/reviews/{reviewId}';
type Role = 'clerk' | 'reviewer' | 'reviewer2' | 'supervisor';
type Come = (stage: Stage) => ReturnType<Stage['filing']>;

/** A decision on one case. */
const decision = (come: Come, step: string, body?: object, by: Role = 'reviewer'): Entry =>
  entry('case', async (stage) => {
    const filing = await come(stage);
    return lastDecision(filing, step, body, filing.who(by));
  });

const waiting: Come = (stage) => stage.waiting();
const referred: Come = (stage) => stage.waiting({ kind: 'REFERRED' });

const claimed: Come = async (stage) => {
  const filing = await stage.waiting();
  await must(filing.decide('claim', undefined));
  return filing;
};

const firstPassed: Come = async (stage) => {
  const filing = await referred(stage);
  await must(filing.decide('first-pass', { opinion }));
  return filing;
};

const approved: Come = async (stage) => {
  const filing = await stage.waiting();
  await must(filing.decide('approval', { opinion }));
  return filing;
};

/** Fuzhou looks at every completion by the checks alone; to the outsiders it is as foreign as Guangzhou. */
const picked: Come = async ({ office }) => {
  const person = anybody();
  await enrol(office, person, { insuredRegion: FUZHOU, personType: '12' });
  return file(office, { bureau: 'fz', kind: 'RETIRED_RESETTLED', person });
};

const taken: Come = async (stage) => {
  const filing = await picked(stage);
  await must(filing.decide('sample', undefined, filing.who('supervisor')));
  return filing;
};

const list = (path: string, who: 'reviewer.gz' | 'supervisor.gz' | 'supervisor.fz'): Entry =>
  entry('list', async () => ({ who, method: 'GET', path }));

const batch = (path: string, who: 'reviewer.gz' | 'supervisor.gz', more: object = {}): Entry =>
  entry('list', async (stage) => {
    const { reviewId } = await (await stage.waiting()).review();
    const body = { reviews: [{ reviewId }], ...more };
    return { who, method: 'POST', path: `reviews/batch/${path}`, call: { body } };
  });

/** Everything below `/api/reviews`. */
export const reviewRoutes: Entries = {
  'GET /api/reviews': list('reviews?view=all&limit=200', 'reviewer.gz'),
  'POST /api/reviews/search': entry('list', async ({ person }) => ({
    who: 'reviewer.gz',
    method: 'POST',
    path: 'reviews/search',
    call: { body: { search: person.name } },
  })),
  'GET /api/reviews/counts': list('reviews/counts', 'reviewer.gz'),
  'GET /api/reviews/samples': list('reviews/samples', 'supervisor.fz'),
  'GET /api/reviews/workload': list('reviews/workload', 'supervisor.gz'),
  'GET /api/reviews/of-filing/{filingId}': entry('list', async ({ standing }) => ({
    who: 'reviewer.gz',
    method: 'GET',
    path: `reviews/of-filing/${standing.filingId}`,
  })),
  [`GET ${ONE}`]: entry('case', async ({ standing }) => ({
    who: 'reviewer.gz',
    method: 'GET',
    path: `reviews/${(await standing.review()).reviewId}`,
  })),
  'POST /api/reviews/batch/claim': batch('claim', 'reviewer.gz'),
  'POST /api/reviews/batch/assignment': batch('assignment', 'supervisor.gz', { reviewerId: null }),
  [`POST ${ONE}/claim`]: decision(waiting, 'claim'),
  [`POST ${ONE}/release`]: decision(claimed, 'release'),
  [`POST ${ONE}/conflict`]: decision(waiting, 'conflict', { relation: 'relative' }),
  [`POST ${ONE}/completion`]: decision((stage) => stage.filing(file), 'completion', { opinion }, 'clerk'),
  [`POST ${ONE}/first-pass`]: decision(referred, 'first-pass', { opinion }),
  [`POST ${ONE}/supplement`]: decision(waiting, 'supplement', { items: ['ID_CREDENTIAL'], opinion }),
  [`POST ${ONE}/approval`]: decision(waiting, 'approval', { opinion }),
  [`POST ${ONE}/rejection`]: decision(waiting, 'rejection', { reasonCode: 'KIND_NOT_MET', opinion }),
  [`POST ${ONE}/recheck-approval`]: decision(firstPassed, 'recheck-approval', { opinion }, 'reviewer2'),
  [`POST ${ONE}/recheck-return`]: decision(firstPassed, 'recheck-return', { opinion }, 'reviewer2'),
  [`POST ${ONE}/assignment`]: decision(waiting, 'assignment', { reviewerId: null }, 'supervisor'),
  [`POST ${ONE}/exclusion`]: decision(
    waiting,
    'exclusion',
    { accountId: 'somebody', relation: 'relative' },
    'supervisor',
  ),
  [`POST ${ONE}/correction`]: decision(
    approved,
    'correction',
    { outcome: 'reject', reasonCode: 'WRONG_PERSON', opinion },
    'supervisor',
  ),
  [`POST ${ONE}/sample`]: decision(picked, 'sample', undefined, 'supervisor'),
  [`POST ${ONE}/sample-result`]: decision(
    taken,
    'sample-result',
    { result: 'in-order', opinion },
    'supervisor',
  ),
};
