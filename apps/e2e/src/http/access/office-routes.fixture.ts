import { createHash } from 'node:crypto';
import { z } from 'zod';
import { extract } from '../enrolment.fixture';
import { must } from '../filing-case.fixture';
import { type HttpOffice, succeeded } from '../http-office.fixture';
import { anybody } from '../insured.fixture';
import { multipart } from '../multipart.fixture';
import { GUANGZHOU, PASSWORD, type Who } from '../people.fixture';
import type { LastRequest } from '../refusals/refusal.fixture';
import { type Entries, type Entry, entry, type Reach, type Stage } from './stage.fixture';

const TEMPORARY = 'Temporary-Password-2026';
const ACCOUNT = '/api/accounts/{accountId}';
const created = z.looseObject({ id: z.string() });
const issued = z.looseObject({ tokenId: z.string() });
const grants = [{ role: 'clerk', area: GUANGZHOU }];

let newcomers = 0;
const newcomer = (kind: 'person' | 'machine') => {
  newcomers += 1;
  const account = { kind, username: `newcomer.${newcomers}`, displayName: '新人', grants };
  return kind === 'person' ? { ...account, password: TEMPORARY } : account;
};

const create = async (office: HttpOffice, kind: 'person' | 'machine'): Promise<string> =>
  succeeded(await office.call('admin.gz', 'POST', 'accounts', { body: newcomer(kind) }), created).id;

/** About an account of Guangzhou's. */
const account = (
  step: string,
  body?: object,
  { method = 'POST', kind = 'person' }: { method?: LastRequest['method']; kind?: 'person' | 'machine' } = {},
): Entry =>
  entry('case', async ({ office }) => {
    const path = `accounts/${await create(office, kind)}${step}`;
    return { who: 'admin.gz', method, path, call: { body } };
  });

const get = (reach: Reach, who: Who, path: (stage: Stage) => string): Entry =>
  entry(reach, async (stage) => ({ who, method: 'GET', path: path(stage) }));

const post = (reach: Reach, who: Who, path: string, body: (stage: Stage) => object): Entry =>
  entry(reach, async (stage) => ({ who, method: 'POST', path, call: { body: body(stage) } }));

const accounts: Entries = {
  'GET /api/accounts': get('list', 'admin.gz', () => 'accounts?limit=200'),
  'POST /api/accounts/search': post('list', 'admin.gz', 'accounts/search', () => ({ search: 'clerk.gz' })),
  'POST /api/accounts': post('case', 'admin.gz', 'accounts', () => newcomer('person')),
  [`GET ${ACCOUNT}`]: account('', undefined, { method: 'GET' }),
  [`GET ${ACCOUNT}/activity`]: account('/activity', undefined, { method: 'GET' }),
  [`PUT ${ACCOUNT}/grants`]: account('/grants', { grants }, { method: 'PUT' }),
  [`POST ${ACCOUNT}/disable`]: account('/disable'),
  [`POST ${ACCOUNT}/enable`]: entry('case', async ({ office }) => {
    const id = await create(office, 'person');
    await must(office.call('admin.gz', 'POST', `accounts/${id}/disable`));
    return { who: 'admin.gz', method: 'POST', path: `accounts/${id}/enable` };
  }),
  [`POST ${ACCOUNT}/password`]: account('/password', { password: TEMPORARY }),
  [`POST ${ACCOUNT}/tokens`]: account('/tokens', { label: 'HIS' }, { kind: 'machine' }),
  [`DELETE ${ACCOUNT}/tokens/{tokenId}`]: entry('case', async ({ office }) => {
    const path = `accounts/${await create(office, 'machine')}/tokens`;
    const { tokenId } = succeeded(
      await office.call('admin.gz', 'POST', path, { body: { label: 'HIS' } }),
      issued,
    );
    return { who: 'admin.gz', method: 'DELETE', path: `${path}/${tokenId}` };
  }),
};

const table = () => {
  const content = extract([[anybody(), { insuredRegion: GUANGZHOU }]]);
  return { content, raw: multipart({ name: 'file', content, fileName: 'register.csv', type: 'text/csv' }) };
};

const persons: Entries = {
  'POST /api/persons/lookup': post('list', 'clerk.gz', 'persons/lookup', ({ person }) => ({
    idType: person.idType,
    idNumber: person.idNumber,
  })),
  'POST /api/persons/search': post('list', 'clerk.gz', 'persons/search', ({ person }) => ({
    search: person.name,
  })),
  'POST /api/persons/import': entry('list', async () => ({
    who: 'editor.gz',
    method: 'POST',
    path: 'persons/import',
    call: { raw: table().raw },
  })),
  'GET /api/persons/imports/{fileDigest}': entry('case', async ({ office }) => {
    const { content, raw } = table();
    await must(office.call('editor.gz', 'POST', 'persons/import', { raw }));
    const digest = createHash('sha256').update(content).digest('hex');
    return { who: 'editor.gz', method: 'GET', path: `persons/imports/${digest}` };
  }),
  'GET /api/persons/{personId}': get('case', 'clerk.gz', ({ personId }) => `persons/${personId}`),
  'POST /api/persons/{personId}/erasure': entry('case', async (stage) => {
    const filing = await stage.waiting();
    await must(filing.act('withdrawal'));
    const { personId } = await filing.detail();
    const call = { body: { reasonCode: 'PERSON_REQUEST' } };
    return { who: 'admin', method: 'POST', path: `persons/${personId}/erasure`, call };
  }),
  'GET /api/platform/registrations/{filingId}/{registration}': get(
    'case',
    'admin.gz',
    ({ standing }) => `platform/registrations/${standing.filingId}/1`,
  ),
};

/** Accounts, persons, and what belongs to nobody's case. */
export const officeRoutes: Entries = {
  ...accounts,
  ...persons,
  'GET /api/health/live': get('public', 'nobody', () => 'health/live'),
  'GET /api/health/ready': get('public', 'nobody', () => 'health/ready'),
  'GET /api/openapi.json': get('public', 'nobody', () => 'openapi.json'),
  'POST /api/session': post('public', 'nobody', 'session', () => ({
    username: 'clerk2.gz',
    password: PASSWORD,
  })),
  'GET /api/session': get('own', 'clerk.gz', () => 'session'),
  'POST /api/session/password': post('own', 'clerk2.gz', 'session/password', () => ({
    oldPassword: PASSWORD,
    newPassword: 'Another-horse-battery-2026',
  })),
  'DELETE /api/session': entry('own', async () => ({
    who: 'reviewer2.gz',
    method: 'DELETE',
    path: 'session',
  })),
  'GET /api/colleagues/names': get(
    'common',
    'clerk.gz',
    ({ office }) => `colleagues/names?ids=${office.idOf('admin')}`,
  ),
  'GET /api/colleagues/reviewers': get(
    'case',
    'supervisor.gz',
    () => `colleagues/reviewers?area=${GUANGZHOU}`,
  ),
  'GET /api/access-log': get(
    'list',
    'supervisor.gz',
    // By subject: what colleagues of one's own region typed into a search is theirs to see, a foreign name too.
    ({ standing }) => `access-log?subject=filing-${standing.filingId}`,
  ),
};
