import { roleHas } from '@anjuan/runtime';
import { type Outsider, outsiders } from './access/callers.fixture';
import { documentedRoutes } from './access/documented-routes.fixture';
import { filingRoutes } from './access/filing-routes.fixture';
import { officeRoutes } from './access/office-routes.fixture';
import { registeredRoutes } from './access/registered-routes.fixture';
import { registryRoutes } from './access/registry-routes.fixture';
import { reviewRoutes } from './access/review-routes.fixture';
import { type Reach, Stage } from './access/stage.fixture';
import { readUpdates } from './access/updates.fixture';
import { type Answer, HttpOffice } from './http-office.fixture';
import type { LastRequest } from './refusals/refusal.fixture';
import { publishStrictPolicy } from './strict-region.fixture';

let office: HttpOffice;
let stage: Stage;
let everybody: readonly Outsider[];
let permissions: ReadonlyMap<string, string | undefined>;

beforeAll(async () => {
  office = await HttpOffice.open({ ANJUAN_PLATFORM_ACK: 'file' });
  await publishStrictPolicy(office);
  stage = await Stage.open(office);
  everybody = await outsiders(office);
  permissions = await documentedRoutes(office);
}, 60_000);
afterAll(() => office.close());

const routes = { ...filingRoutes, ...reviewRoutes, ...registryRoutes, ...officeRoutes };
const UPDATES = 'GET /api/updates';

/** Lists in which whoever may see the case does see it, so that not seeing it means something. */
const SHOWN = [
  'GET /api/filings',
  'POST /api/filings/search',
  'GET /api/reviews',
  'POST /api/reviews/search',
  'GET /api/reviews/workload',
  'POST /api/persons/lookup',
  'POST /api/persons/search',
  'GET /api/accounts',
  'POST /api/accounts/search',
  'GET /api/access-log',
];

const tells = ({ bytes }: Answer): boolean => {
  const text = bytes.toString();
  return stage.secrets.some((secret) => text.includes(secret));
};

const send = (headers: Outsider['headers'], { method, path, call }: LastRequest): Promise<Answer> =>
  office.sendOnly(headers, method, path, { ...call, headers: { ...call?.headers } });

/** What an outsider has to be answered. */
function expected(route: string, reach: Reach, { known, roles }: Outsider): readonly number[] {
  const permission = permissions.get(route);
  if (permission === undefined) return [200];
  if (!known) return [401];
  if (permission !== 'signed-in' && !roles.some((role) => roleHas(role, permission))) return [403];
  return reach === 'case' ? [403, 404] : [200];
}

describe('the server, its document and this table name the same routes', () => {
  it('every registered route is documented, and the other way round', () => {
    expect([...permissions.keys()].sort()).toEqual([...registeredRoutes(office)].sort());
  });

  it('every route has an entry here', () => {
    expect([...permissions.keys()].sort()).toEqual([...Object.keys(routes), UPDATES].sort());
  });
});

describe('nobody sees or changes a case of a region that is not theirs; whoever may gets through', () => {
  it.each(Object.entries(routes))(
    '%s',
    async (route, { reach, request }) => {
      const last = await request(stage);
      const asking = everybody.filter(({ known }) => !known || (reach !== 'own' && reach !== 'public'));
      const { result: answers, events } = await office.recordedBy(() =>
        Promise.all(
          asking.map(async (outsider) => ({ outsider, answer: await send(outsider.headers, last) })),
        ),
      );
      const wrong = answers.filter(
        ({ outsider, answer }) => !expected(route, reach, outsider).includes(answer.status) || tells(answer),
      );
      expect(wrong.map(({ outsider, answer }) => [outsider.name, answer.status, answer.json])).toEqual([]);
      expect(events).toEqual([]);

      const allowed = await office.call(last.who, last.method, last.path, last.call);
      expect({ ...allowed.json, ok: allowed.status < 300 }).toMatchObject({ ok: true });
      if (SHOWN.includes(route)) expect(tells(allowed)).toBe(true);
    },
    30_000,
  );
});

describe('live updates', () => {
  it('say which categories changed, and nothing of any case', async () => {
    const headers = await office.credentials('clerk.xm');
    const text = await readUpdates(office, headers, async () => {
      await stage.waiting();
    });
    expect(text).toContain('filing');
    expect(stage.secrets.filter((secret) => text.includes(secret))).toEqual([]);
  });

  it('are for people who signed in', async () => {
    for (const { known, headers } of everybody) {
      if (known) continue;
      expect((await office.sendOnly(headers, 'GET', 'updates')).status).toBe(401);
    }
  });
});

it('HEAD is refused where GET is', async () => {
  const { app } = office.test;
  const headers = await office.credentials('clerk.xm');
  const answer = await app.inject({ method: 'HEAD', url: `/api/${stage.standing.path}`, headers });
  expect(answer.statusCode).toBe(403);
});
