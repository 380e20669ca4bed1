import { z } from 'zod';
import { must } from '../filing-case.fixture';
import { type Answer, type HttpOffice, succeeded } from '../http-office.fixture';
import { type MachineName, NATION, PASSWORD, type Username } from '../people.fixture';
import { type LastRequest, NOBODYS_ID, type Provoke, plain, type Refusals } from './refusal.fixture';

const TEMPORARY = 'Temporary-Password-2026';
const clerkOfChengdu = [{ role: 'clerk', area: '510100' }];
const created = z.looseObject({ id: z.string() });
const issued = z.looseObject({ token: z.string(), tokenId: z.string() });

const person = (more: object = {}) => ({
  kind: 'person',
  username: 'newcomer',
  displayName: '新人',
  grants: clerkOfChengdu,
  password: TEMPORARY,
  ...more,
});

const creating =
  (more: (office: HttpOffice) => object): Provoke =>
  async (office) => ({
    who: 'admin',
    method: 'POST',
    path: 'accounts',
    call: { body: person(more(office)) },
  });

/** A request about an account that exists. */
const about =
  (
    username: Username | MachineName,
    path: string,
    body?: object,
    { who = 'admin', method = 'POST' }: Partial<Pick<LastRequest, 'who' | 'method'>> = {},
  ): Provoke =>
  async (office) => {
    await office.credentials(username);
    return { who, method, path: `accounts/${office.idOf(username)}/${path}`, call: { body } };
  };

const create = async (office: HttpOffice, more: object): Promise<string> =>
  succeeded(await office.call('admin', 'POST', 'accounts', { body: person(more) }), created).id;

/** A machine with administration over the nation, so that it is not the own account of the last administrator. */
async function robot(office: HttpOffice): Promise<Readonly<Record<string, string>>> {
  const grants = [{ role: 'administrator', area: NATION }];
  const body = { kind: 'machine', username: 'robot', displayName: '自动化', grants };
  const { id } = succeeded(await office.call('admin', 'POST', 'accounts', { body }), created);
  const answer = await office.call('admin', 'POST', `accounts/${id}/tokens`, { body: { label: 'robot' } });
  return { authorization: `Bearer ${succeeded(answer, issued).token}` };
}

/** Failed attempts count where they come from; nobody else of these tests comes from there. */
const failingFrom =
  (username: string, attempts: number): Provoke =>
  async (office) => {
    const { app } = office.test;
    const attempt = () =>
      app.inject({
        method: 'POST',
        url: '/api/session',
        payload: { username, password: 'wrong password' },
        remoteAddress: '10.1.2.3',
      });
    for (let count = 0; count < attempts; count++) await attempt();
    const run = async (): Promise<Answer> => {
      const { statusCode: status, headers, rawPayload: bytes, ...answer } = await attempt();
      const json = z.looseObject({ code: z.string() }).parse(answer.json());
      return { status, headers, bytes, json, code: json.code };
    };
    return { run };
  };

const signIn = (username: string, password: string) =>
  plain('nobody', 'POST', 'session', { body: { username, password } });

/** Signing in and accounts. */
export const accountRefusals: Refusals = {
  'access.sign-in-required': plain('nobody', 'GET', 'filings'),
  'access.forbidden': plain('settlement', 'GET', 'accounts'),
  'access.outside-area': plain('clerk.cd', 'GET', 'filings?insuredRegion=350200'),
  'access.csrf': plain('clerk.cd', 'POST', 'filings', { headers: { 'x-csrf-token': 'stale' } }),
  'access.wrong-credentials': signIn('clerk.cd', 'wrong password'),
  'access.locked': failingFrom('clerk2.gz', 5),
  'access.too-many-attempts': failingFrom('somebody', 40),
  'access.password-change-required': async (office) => {
    await create(office, { username: 'first.day' });
    const headers = await office.signIn('first.day', TEMPORARY);
    return { who: 'nobody', method: 'GET', path: 'filings', call: { headers } };
  },
  'account.no-such-account': plain('admin', 'GET', `accounts/${NOBODYS_ID}`),
  'account.already-exists': creating((office) => ({ accountId: office.idOf('clerk.cd') })),
  'account.username-taken': creating(() => ({ username: 'clerk.cd' })),
  'account.unknown-area': creating(() => ({ grants: [{ role: 'clerk', area: '999999' }] })),
  'account.own-account': about('admin', 'disable'),
  'account.last-administrator': async (office) => {
    const headers = await robot(office);
    return {
      who: 'nobody',
      method: 'POST',
      path: `accounts/${office.idOf('admin')}/disable`,
      call: { headers },
    };
  },
  'account.already-disabled': async (office) => {
    const path = `accounts/${await create(office, { username: 'leaver' })}/disable`;
    await must(office.call('admin', 'POST', path));
    return { who: 'admin', method: 'POST', path };
  },
  'account.not-disabled': about('clerk.cd', 'enable'),
  'account.machine-has-no-password': about('hospital.cd', 'password', { password: TEMPORARY }),
  'account.token-for-machines-only': about('clerk.cd', 'tokens', { label: 'x' }),
  'account.token-expiry-past': about('hospital.cd', 'tokens', { label: 'x', expiresOn: '2026-03-01' }),
  'account.no-such-token': about('hospital.cd', 'tokens/0123456789abcdef', undefined, { method: 'DELETE' }),
  'account.token-shown-once': async (office) => {
    await office.credentials('hospital.cd');
    const path = `accounts/${office.idOf('hospital.cd')}/tokens`;
    const call = { body: { label: 'once' }, headers: { 'idempotency-key': 'issue-token-once' } };
    await must(office.call('admin', 'POST', path, call));
    return { who: 'admin', method: 'POST', path, call };
  },
  'account.wrong-password': plain('clerk.cd', 'POST', 'session/password', {
    body: { oldPassword: 'wrong password', newPassword: TEMPORARY },
  }),
  'account.password-weak': plain('clerk2.cd', 'POST', 'session/password', {
    body: { oldPassword: PASSWORD, newPassword: 'weak' },
  }),
};
