import { systemEnvelope } from '@anjuan/event-sourcing';
import { testClient } from '../testing/test-client';
import { AccountDirectory } from './account-directory';
import { type Bureau, openBureau, PASSWORD, TEMPORARY } from './bureau.fixture';

let bureau: Bureau;
beforeAll(async () => {
  bureau = await openBureau();
});
afterAll(() => bureau.test.close());

let made = 0;
const person = (more: object = {}) => ({
  kind: 'person',
  username: `person-${++made}`,
  displayName: '李雷',
  grants: [{ role: 'clerk', area: '350200' }],
  password: TEMPORARY,
  ...more,
});
const machine = () => ({
  kind: 'machine',
  username: `machine-${++made}`,
  displayName: '第一医院接口',
  grants: [{ role: 'partner', area: '350200' }],
});
const codeOf = async (answer: Promise<{ status: number; json: Readonly<Record<string, unknown>> }>) => {
  const { status, json } = await answer;
  return [status, json.code];
};

describe('an administrator', () => {
  it('creates, lists, finds and changes accounts of the own area', async () => {
    const body = person({ displayName: '韩梅梅' });
    const created = await bureau.xiamen.send('POST', '/api/accounts', body);
    expect(created.status).toBe(201);
    expect(created.headers).toMatchObject({ etag: '"0"', position: expect.any(String) });
    const position = { 'min-position': String(created.headers.position) };
    const listed = await bureau.xiamen.send('GET', '/api/accounts?limit=200', undefined, position);
    expect(listed.json.rows).toContainEqual(
      expect.objectContaining({ accountId: created.json.id, displayName: '韩梅梅' }),
    );
    const found = await bureau.xiamen.send('POST', '/api/accounts/search', { search: '梅' });
    expect(found.json).toMatchObject({ total: 1, rows: [{ accountId: created.json.id }] });
    const shown = await bureau.xiamen.send('GET', `/api/accounts/${String(created.json.id)}`);
    expect(shown.json).toMatchObject({
      createdBy: bureau.ids.xiamen,
      mustChangePassword: true,
      lastSignInAt: null,
    });
    expect(JSON.stringify(shown.json)).not.toContain('argon2');
  });

  it('does not see accounts of other areas', async () => {
    const foreign = await bureau.create(person({ grants: [{ role: 'clerk', area: '350100' }] }));
    await bureau.test.office.settle();
    const listed = await bureau.xiamen.send('GET', '/api/accounts?limit=200');
    expect(JSON.stringify(listed.json)).not.toContain(foreign);
    for (const path of [foreign, `${foreign}/activity`]) {
      expect(await codeOf(bureau.xiamen.send('GET', `/api/accounts/${path}`))).toEqual([
        403,
        'access.outside-area',
      ]);
    }
  });

  it.each([
    ['POST', '', person({ grants: [{ role: 'clerk', area: '350100' }] }), 'access.outside-area'],
    ['POST', '', person({ grants: [{ role: 'administrator', area: '000000' }] }), 'access.outside-area'],
    ['PUT', 'clerk/grants', { grants: [{ role: 'clerk', area: '000000' }] }, 'access.outside-area'],
    ['PUT', 'xiamen/grants', { grants: [{ role: 'reviewer', area: '350200' }] }, 'account.own-account'],
    ['PUT', 'national/grants', { grants: [] }, 'access.outside-area'],
    ['POST', 'national/password', { password: TEMPORARY }, 'access.outside-area'],
    ['POST', 'national/disable', undefined, 'access.outside-area'],
    ['POST', 'xiamen/disable', undefined, 'account.own-account'],
    ['POST', 'xiamen/password', { password: TEMPORARY }, 'account.own-account'],
  ] as const)('gains nothing by %s %s %j', async (method, path, body, code) => {
    const url = `/api/accounts/${path}`
      .replace(/\/$/, '')
      .replace(/national|xiamen|clerk/, (who) => bureau.ids[who as 'clerk']);
    expect(await codeOf(bureau.xiamen.send(method, url, body))).toEqual([403, code]);
  });

  it('cannot issue a token for a machine with wider grants', async () => {
    const wide = {
      ...machine(),
      grants: [
        { role: 'partner', area: '350200' },
        { role: 'partner', area: '350100' },
      ],
    };
    const id = await bureau.create(wide);
    await bureau.test.office.settle();
    expect((await bureau.xiamen.send('GET', `/api/accounts/${id}`)).status).toBe(200);
    const issue = bureau.xiamen.send('POST', `/api/accounts/${id}/tokens`, { label: 'x' });
    expect(await codeOf(issue)).toEqual([403, 'access.outside-area']);
  });

  it('is needed: a clerk reads and changes no account', async () => {
    const clerk = await bureau.as('clerk');
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['POST', '', person()],
      ['PUT', `/${bureau.ids.clerk}/grants`, { grants: [{ role: 'administrator', area: '350200' }] }],
      ['POST', `/${bureau.ids.xiamen}/disable`, undefined],
      ['GET', `/${bureau.ids.clerk}/activity`, undefined],
    ] as const) {
      expect(await codeOf(clerk.send(method, `/api/accounts${path}`, body))).toEqual([
        403,
        'access.forbidden',
      ]);
    }
  });

  it('of the nation who is the last is not removed, not even by a machine', async () => {
    const id = await bureau.create({ ...machine(), grants: [{ role: 'administrator', area: '000000' }] });
    const issued = await bureau.national.send('POST', `/api/accounts/${id}/tokens`, { label: 'automation' });
    const robot = testClient(bureau.test, { authorization: `Bearer ${String(issued.json.token)}` });
    const url = `/api/accounts/${bureau.ids.national}`;
    const code = [409, 'account.last-administrator'];
    expect(await codeOf(robot.send('POST', `${url}/disable`))).toEqual(code);
    expect(await codeOf(robot.send('PUT', `${url}/grants`, { grants: [] }))).toEqual(code);
  });
});

describe('an account', () => {
  it.each([
    [() => person({ username: 'clerk' }), 409, 'account.username-taken'],
    [() => person({ accountId: bureau.ids.clerk }), 409, 'account.already-exists'],
    [() => person({ password: 'weak' }), 422, 'account.password-weak'],
    [() => person({ grants: [] }), 422, 'request.invalid'],
    [() => person({ grants: [{ role: 'emperor', area: '350200' }] }), 422, 'request.invalid'],
    [() => ({ ...machine(), password: TEMPORARY }), 422, 'request.invalid'],
  ])('is refused (%#)', async (body, status, code) => {
    expect(await codeOf(bureau.national.send('POST', '/api/accounts', body()))).toEqual([status, code]);
  });

  it('is created once by a request that comes twice, and another body under its key is refused', async () => {
    const body = person();
    const key = { 'idempotency-key': 'create-person-once' };
    const first = await bureau.national.send('POST', '/api/accounts', body, key);
    const second = await bureau.national.send('POST', '/api/accounts', body, key);
    expect([second.status, second.json.id]).toEqual([201, first.json.id]);
    const other = { ...body, password: 'Temporary-2027' };
    const refused = bureau.national.send('POST', '/api/accounts', other, key);
    expect(await codeOf(refused)).toEqual([422, 'request.key-reused']);
  });

  it('gains and loses rights at once, also in open sessions', async () => {
    await bureau.create(person({ username: 'promoted' }));
    const client = await bureau.firstSignIn('promoted');
    const { accountId } = (await client.send('GET', '/api/session')).json.account as { accountId: string };
    const grant = (role: string) =>
      bureau.national.send('PUT', `/api/accounts/${accountId}/grants`, {
        grants: [{ role, area: '350200' }],
      });
    for (let round = 0; round < 5; round++) {
      expect((await client.send('GET', '/api/accounts')).status).toBe(403);
      expect((await grant('administrator')).status).toBe(200);
      expect((await client.send('GET', '/api/accounts')).status).toBe(200);
      expect((await grant('clerk')).status).toBe(200);
    }
  });

  it('that is disabled loses its session and cannot sign in until it is enabled', async () => {
    const id = await bureau.create(person({ username: 'leaver' }));
    const client = await bureau.firstSignIn('leaver');
    const url = `/api/accounts/${id}`;
    expect((await bureau.national.send('POST', `${url}/disable`)).status).toBe(200);
    expect((await client.send('GET', '/api/session')).status).toBe(401);
    const again = { username: 'leaver', password: PASSWORD };
    expect(await codeOf(bureau.nobody.send('POST', '/api/session', again))).toEqual([
      401,
      'access.wrong-credentials',
    ]);
    expect(await codeOf(bureau.national.send('POST', `${url}/disable`))).toEqual([
      409,
      'account.already-disabled',
    ]);
    expect((await bureau.national.send('POST', `${url}/enable`)).status).toBe(200);
    expect(await codeOf(bureau.national.send('POST', `${url}/enable`))).toEqual([
      409,
      'account.not-disabled',
    ]);
    expect((await client.send('GET', '/api/session')).status).toBe(401);
    expect((await bureau.nobody.send('POST', '/api/session', again)).status).toBe(200);
  });

  it('that was disabled and enabled elsewhere than over HTTP still lost its sessions', async () => {
    const accountId = await bureau.create(person({ username: 'returner' }));
    const client = await bureau.firstSignIn('returner');
    const { office } = bureau.test;
    const send = (type: string) =>
      office.send({ type, data: { accountId } }, systemEnvelope('test', type, { correlationId: 'test' }));
    await send('DisableAccount');
    const { position } = await send('EnableAccount');
    await bureau.test.app.get(AccountDirectory).reached(position);
    expect((await client.send('GET', '/api/session')).status).toBe(401);
  });

  it('is not changed on a stale view', async () => {
    const id = await bureau.create(person());
    const put = (etag: string) =>
      bureau.national.send('PUT', `/api/accounts/${id}/grants`, { grants: [] }, { 'if-match': etag });
    expect((await put('"0"')).status).toBe(200);
    expect(await codeOf(put('"0"'))).toEqual([412, 'request.stale-revision']);
  });

  it('that does not exist is not found', async () => {
    const url = '/api/accounts/00000000-0000-4000-8000-0000000000ff';
    expect(await codeOf(bureau.national.send('GET', url))).toEqual([404, 'account.no-such-account']);
    const disable = bureau.national.send('POST', `${url}/disable`);
    expect(await codeOf(disable)).toEqual([404, 'account.no-such-account']);
    const reset = bureau.national.send('POST', `${url}/password`, { password: TEMPORARY });
    expect(await codeOf(reset)).toEqual([404, 'account.no-such-account']);
  });

  it('shows administrators what it did and what it looked at', async () => {
    const created = await bureau.xiamen.send('POST', '/api/accounts', person());
    await bureau.xiamen.send('GET', `/api/accounts/${bureau.ids.clerk}`, undefined, {
      'x-purpose': 'yearly-check',
    });
    await bureau.test.office.settle();
    const { json } = await bureau.national.send(
      'GET',
      `/api/accounts/${bureau.ids.xiamen}/activity?limit=200`,
    );
    const { events, access } = json as Record<'events' | 'access', { rows: readonly object[] }>;
    expect(events.rows).toContainEqual(
      expect.objectContaining({ type: 'AccountCreated', stream: `account-${String(created.json.id)}` }),
    );
    expect(events.rows).toContainEqual(expect.objectContaining({ type: 'SignedIn' }));
    const entry = { action: 'view', subject: `account-${bureau.ids.clerk}`, purpose: 'yearly-check' };
    expect(access.rows).toContainEqual(expect.objectContaining(entry));
  });
});

describe('a token', () => {
  const issue = async (body: object = { label: 'HIS' }, headers = {}) => {
    const id = await bureau.create(machine());
    const answer = await bureau.national.send('POST', `/api/accounts/${id}/tokens`, body, headers);
    const robot = testClient(bureau.test, { authorization: `Bearer ${String(answer.json.token)}` });
    return { id, answer, robot, url: `/api/accounts/${id}/tokens` };
  };

  it('lets a machine in without cookie and CSRF token, until it is revoked', async () => {
    const { answer, robot, url } = await issue();
    expect(answer.status).toBe(201);
    expect(answer.json.token).toMatch(/^anj_[0-9a-f]{16}_[\w-]{43}$/);
    expect((await robot.send('GET', '/api/session')).json.account).toMatchObject({ kind: 'machine' });
    const revoke = () => bureau.national.send('DELETE', `${url}/${String(answer.json.tokenId)}`);
    expect((await revoke()).status).toBe(200);
    expect((await robot.send('GET', '/api/session')).status).toBe(401);
    expect(await codeOf(revoke())).toEqual([404, 'account.no-such-token']);
  });

  it('is of no use with another secret', async () => {
    const { answer } = await issue();
    const forged = String(answer.json.token).replace(/.{43}$/, 'A'.repeat(43));
    const robot = testClient(bureau.test, { authorization: `Bearer ${forged}` });
    expect((await robot.send('GET', '/api/session')).status).toBe(401);
  });

  it('ends with its last day in China, and with its account', async () => {
    const { clock } = bureau.test.office;
    const now = clock.now();
    const { robot } = await issue({ label: 'HIS', expiresOn: '2026-03-03' });
    clock.standAt('2026-03-03T15:59:59.999Z');
    expect((await robot.send('GET', '/api/session')).status).toBe(200);
    clock.standAt('2026-03-03T16:00:00.000Z');
    expect((await robot.send('GET', '/api/session')).status).toBe(401);
    clock.standAt(now);
    const other = await issue();
    await bureau.national.send('POST', `/api/accounts/${other.id}/disable`);
    expect((await other.robot.send('GET', '/api/session')).status).toBe(401);
  });

  it('is shown once: the same request again does not tell it', async () => {
    const key = { 'idempotency-key': 'issue-token-once' };
    const { url, robot } = await issue(undefined, key);
    const again = bureau.national.send('POST', url, { label: 'HIS' }, key);
    expect(await codeOf(again)).toEqual([409, 'account.token-shown-once']);
    expect((await robot.send('GET', '/api/session')).status).toBe(200);
  });

  it('is for machines, and not for the past', async () => {
    const tokens = `/api/accounts/${bureau.ids.clerk}/tokens`;
    const forPerson = bureau.national.send('POST', tokens, { label: 'x' });
    expect(await codeOf(forPerson)).toEqual([409, 'account.token-for-machines-only']);
    const { answer } = await issue({ label: 'HIS', expiresOn: '2026-03-01' });
    expect([answer.status, answer.json.code]).toEqual([422, 'account.token-expiry-past']);
    const { id, robot } = await issue();
    const password = bureau.national.send('POST', `/api/accounts/${id}/password`, { password: TEMPORARY });
    expect(await codeOf(password)).toEqual([409, 'account.machine-has-no-password']);
    const change = robot.send('POST', '/api/session/password', { oldPassword: 'x', newPassword: 'y' });
    expect(await codeOf(change)).toEqual([409, 'account.machine-has-no-password']);
  });
});
