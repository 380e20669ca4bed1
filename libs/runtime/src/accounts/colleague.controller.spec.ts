import { randomUUID } from 'node:crypto';
import { type Bureau, openBureau, TEMPORARY } from './bureau.fixture';

let bureau: Bureau;
beforeAll(async () => {
  bureau = await openBureau();
});
afterAll(() => bureau.test.close());

const person = (username: string, role: string, area: string) => ({
  kind: 'person',
  username,
  displayName: `某${username}`,
  grants: [{ role, area }],
  password: TEMPORARY,
});

describe('names of colleagues', () => {
  it('are told to everybody who is signed in; unknown ids are left out', async () => {
    const clerk = await bureau.as('clerk');
    const { nation, ...ids } = { nation: bureau.ids.national, unknown: randomUUID() };
    const answer = await clerk.send('GET', `/api/colleagues/names?ids=${nation},${ids.unknown}`);
    expect(answer.json).toEqual({ rows: [{ accountId: nation, displayName: '某nation' }] });
    expect((await bureau.nobody.send('GET', `/api/colleagues/names?ids=${nation}`)).status).toBe(401);
  });

  it('are asked for by at most a hundred ids', async () => {
    const ids = Array.from({ length: 101 }, () => 'a').join(',');
    const answer = await bureau.national.send('GET', `/api/colleagues/names?ids=${ids}`);
    expect(answer).toMatchObject({ status: 422, json: { code: 'request.invalid' } });
  });
});

describe('reviewers of a region', () => {
  it('are the active persons who may review there, told to supervisors of the region', async () => {
    await bureau.create(person('supervisor', 'supervisor', '350200'));
    const here = await bureau.create(person('reviewer', 'reviewer', '350200'));
    const gone = await bureau.create(person('left', 'reviewer', '350200'));
    await bureau.create(person('elsewhere', 'reviewer', '350100'));
    await bureau.national.send('POST', `/api/accounts/${gone}/disable`, {}, { 'if-match': '"0"' });
    const supervisor = await bureau.firstSignIn('supervisor');
    const answer = await supervisor.send('GET', '/api/colleagues/reviewers?area=350200');
    expect(answer.json).toEqual({ rows: [{ accountId: here, displayName: '某reviewer' }] });
    const foreign = await supervisor.send('GET', '/api/colleagues/reviewers?area=350100');
    expect(foreign).toMatchObject({ status: 403, json: { code: 'access.outside-area' } });
    const clerk = await bureau.as('clerk');
    const refused = await clerk.send('GET', '/api/colleagues/reviewers?area=350200');
    expect(refused).toMatchObject({ status: 403, json: { code: 'access.forbidden' } });
  });
});
