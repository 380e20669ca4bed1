import { clientOf } from '../testing/test-client';
import { type Bureau, openBureau, PASSWORD, TEMPORARY } from './bureau.fixture';

const signIn = ({ nobody }: Bureau, username: string, password: string) =>
  nobody.send('POST', '/api/session', { username, password });

describe('signing in', () => {
  let bureau: Bureau;
  beforeAll(async () => {
    bureau = await openBureau();
  });
  afterAll(() => bureau.test.close());

  it('answers who it is and what it may do, and sets a cookie that no script reads', async () => {
    const answer = await signIn(bureau, ' CLERK ', PASSWORD);
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({
      account: { username: 'clerk', grants: [{ role: 'clerk', area: '350200' }], mustChangePassword: false },
    });
    expect(answer.json.account).toMatchObject({ permissions: expect.arrayContaining(['filing:register']) });
    expect(String(answer.headers['set-cookie'])).toMatch(
      /anjuan_session=.{43};.*Path=\/; HttpOnly; SameSite=Strict/,
    );
    const me = await clientOf(bureau.test, answer).send('GET', '/api/session');
    expect(me.json).toEqual(answer.json);
  });

  it('gives a wrong password and an unknown name the same answer', async () => {
    const [wrong, unknown] = [
      await signIn(bureau, 'xiamen', 'Wrong-2026'),
      await signIn(bureau, 'x.y.z', 'Wrong-2026'),
    ];
    expect([wrong.status, wrong.json.code]).toEqual([401, 'access.wrong-credentials']);
    const { correlationId: _a, ...first } = wrong.json;
    const { correlationId: _b, ...second } = unknown.json;
    expect(second).toEqual(first);
    expect(wrong.cookie).toBeUndefined();
  });

  it('refuses nobody, a made-up cookie and a made-up token', async () => {
    const cookie = { cookie: `anjuan_session=${'A'.repeat(43)}` };
    const token = { authorization: `Bearer anj_0123456789abcdef_${'A'.repeat(43)}` };
    for (const headers of [{}, cookie, token, { authorization: 'Basic eDp5' }]) {
      const answer = await bureau.nobody.send('GET', '/api/session', undefined, headers);
      expect([answer.status, answer.json.code]).toEqual([401, 'access.sign-in-required']);
    }
  });

  it('refuses unknown fields', async () => {
    const body = { username: 'clerk', password: PASSWORD, remember: true };
    const answer = await bureau.nobody.send('POST', '/api/session', body);
    expect([answer.status, answer.json.code]).toEqual([422, 'request.invalid']);
  });

  it('ends with signing out', async () => {
    const clerk = await bureau.as('clerk');
    expect((await clerk.send('DELETE', '/api/session')).status).toBe(204);
    expect((await clerk.send('GET', '/api/session')).status).toBe(401);
  });

  it('ends after the hours that the settings give', async () => {
    const { clock } = bureau.test.office;
    const now = clock.now();
    const clerk = await bureau.as('clerk');
    clock.standAt(new Date(Date.parse(now) + 10 * 3_600_000 - 1).toISOString());
    expect((await clerk.send('GET', '/api/session')).status).toBe(200);
    clock.standAt(new Date(Date.parse(now) + 10 * 3_600_000).toISOString());
    expect((await clerk.send('GET', '/api/session')).status).toBe(401);
    clock.standAt(now);
  });

  it('asks changes for the CSRF token of the session', async () => {
    const clerk = await bureau.as('clerk');
    const body = { oldPassword: PASSWORD, newPassword: 'Another-2026' };
    for (const token of ['', 'x'.repeat(43), bureau.xiamen.headers['x-csrf-token'] ?? '']) {
      const answer = await clerk.send('POST', '/api/session/password', body, { 'x-csrf-token': token });
      expect([answer.status, answer.json.code]).toEqual([403, 'access.csrf']);
    }
    expect((await signIn(bureau, 'clerk', PASSWORD)).status).toBe(200);
  });
});

describe('a username', () => {
  let bureau: Bureau;
  beforeEach(async () => {
    bureau = await openBureau();
  });
  afterEach(() => bureau.test.close());

  const fail = async (username: string, times: number) => {
    const codes: unknown[] = [];
    for (let n = 0; n < times; n++) codes.push((await signIn(bureau, username, 'Wrong-2026')).json.code);
    return codes;
  };
  const later = (minutes: number) => {
    const { clock } = bureau.test.office;
    clock.standAt(new Date(Date.parse(clock.now()) + minutes * 60_000).toISOString());
  };

  it.each(['clerk', 'nobody.at.all'])('is locked for 15 minutes by five failures: %s', async (username) => {
    const wrong = 'access.wrong-credentials';
    expect(await fail(username, 6)).toEqual([wrong, wrong, wrong, wrong, wrong, 'access.locked']);
    expect((await signIn(bureau, username, PASSWORD)).status).toBe(429);
    later(15);
    const code = (await signIn(bureau, username, PASSWORD)).json.code;
    expect(code).toBe(username === 'clerk' ? undefined : wrong);
  });

  it('is locked also when the failures come all at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, () => signIn(bureau, 'clerk', 'Wrong-2026')),
    );
    const codes = answers.map(({ json }) => json.code);
    expect(codes.filter((code) => code === 'access.wrong-credentials')).toHaveLength(5);
    expect(codes.filter((code) => code === 'access.locked')).toHaveLength(55);
  });

  it('stays locked over a restart', async () => {
    await fail('clerk', 5);
    bureau = { ...bureau, test: await bureau.test.restart() };
    const { app } = bureau.test;
    const payload = { username: 'clerk', password: PASSWORD };
    expect((await app.inject({ method: 'POST', url: '/api/session', payload })).statusCode).toBe(429);
  });

  it('is unlocked by the new password of an administrator', async () => {
    await fail('clerk', 5);
    const { status } = await bureau.xiamen.send('POST', `/api/accounts/${bureau.ids.clerk}/password`, {
      password: TEMPORARY,
    });
    expect(status).toBe(200);
    expect((await signIn(bureau, 'clerk', TEMPORARY)).status).toBe(200);
  });

  it('is one of many that an address may try', async () => {
    for (let n = 0; n < 30; n++) await fail(`name-${n}`, 1);
    expect(await fail('another', 1)).toEqual(['access.too-many-attempts']);
    expect((await signIn(bureau, 'clerk', PASSWORD)).status).toBe(429);
    later(15);
    expect((await signIn(bureau, 'clerk', PASSWORD)).status).toBe(200);
  });
});

describe('a password', () => {
  let bureau: Bureau;
  beforeAll(async () => {
    bureau = await openBureau();
  });
  afterAll(() => bureau.test.close());

  it('ends all sessions when its holder changes it, and starts a new one', async () => {
    const [here, there] = [await bureau.as('clerk'), await bureau.as('clerk')];
    const body = { oldPassword: PASSWORD, newPassword: 'Another-2026' };
    const changed = await here.send('POST', '/api/session/password', body);
    expect(changed.status).toBe(200);
    expect((await there.send('GET', '/api/session')).status).toBe(401);
    expect((await here.send('GET', '/api/session')).status).toBe(401);
    expect((await clientOf(bureau.test, changed).send('GET', '/api/session')).status).toBe(200);
    expect((await signIn(bureau, 'clerk', PASSWORD)).status).toBe(401);
  });

  it.each([
    ['Wrong-2026', 'Another-2026', 'account.wrong-password'],
    [PASSWORD, PASSWORD, 'account.password-weak'],
    [PASSWORD, 'short', 'account.password-weak'],
  ])('is not changed from %s to %s', async (oldPassword, newPassword, code) => {
    const answer = await bureau.xiamen.send('POST', '/api/session/password', { oldPassword, newPassword });
    expect([answer.status, answer.json.code]).toEqual([422, code]);
  });

  it('that is temporary opens nothing but its change', async () => {
    const grants = [{ role: 'administrator', area: '350200' }];
    const created = {
      kind: 'person',
      username: 'newcomer',
      displayName: '新人',
      grants,
      password: TEMPORARY,
    };
    await bureau.create(created);
    const first = await bureau.as('newcomer', TEMPORARY);
    const refused = await first.send('GET', '/api/accounts');
    expect([refused.status, refused.json.code]).toEqual([403, 'access.password-change-required']);
    const me = await first.send('GET', '/api/session');
    expect(me.json.account).toMatchObject({ mustChangePassword: true });
    const free = await bureau.firstSignIn('newcomer');
    expect((await free.send('GET', '/api/accounts')).status).toBe(200);
  });
});
