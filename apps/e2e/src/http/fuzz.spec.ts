import { provisionAccount, ROLES } from '@anjuan/runtime';
import fc from 'fast-check';
import { z } from 'zod';
import { documentedRoutes } from './access/documented-routes.fixture';
import { HttpOffice, succeeded } from './http-office.fixture';
import { NATION, PASSWORD } from './people.fixture';
import { NOBODYS_ID } from './refusals/refusal.fixture';

let office: HttpOffice;
let headers: Readonly<Record<string, string>>;

beforeAll(async () => {
  office = await HttpOffice.open();
  const grants = ROLES.map((role) => ({ role, area: NATION }));
  const person = { username: 'everything', displayName: '全部', grants, password: PASSWORD };
  await provisionAccount(office.test.office, person);
  await office.settle();
  headers = await office.signIn('everything', PASSWORD);
}, 60_000);
afterAll(() => office.close());

const SEED = 20_260_302;
const RUNS = 40;

const operationSchema = z.looseObject({
  requestBody: z
    .looseObject({ content: z.record(z.string(), z.looseObject({ example: z.json().optional() })) })
    .optional(),
});
const documentSchema = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), operationSchema)) });

type Json = z.output<ReturnType<typeof z.json>>;
const METHODS = { post: 'POST', put: 'PUT', patch: 'PATCH' } as const;
type Method = keyof typeof METHODS;
const isMethod = (name: string): name is Method => name in METHODS;

/** Values for the parameters of a path. */
const PARAMETERS: Readonly<Record<string, string>> = {
  year: '2026',
  area: '350900',
  code: '350900',
  version: '1',
  registration: '1',
  tokenId: '0123456789abcdef',
  fileDigest: 'a'.repeat(64),
};
const addressOf = (path: string) =>
  path.replace('/api/', '').replaceAll(/\{(\w+)\}/g, (_, name: string) => PARAMETERS[name] ?? NOBODYS_ID);

/** A body that once was right, with one place in it replaced by anything. */
function spoiled(example: Json): fc.Arbitrary<Json> {
  const places = pathsOf(example);
  const anything = fc.jsonValue({ maxDepth: 3 }).map((value) => z.json().parse(value));
  return fc
    .tuple(fc.constantFrom(...places), anything, fc.boolean())
    .map(([place, value, drop]) => replaced(example, place, drop ? undefined : value));
}

const pathsOf = (value: Json, at: readonly string[] = []): (readonly string[])[] => [
  at,
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => pathsOf(inner, [...at, name]))
    : []),
];

function replaced(value: Json, [name, ...rest]: readonly string[], by: Json | undefined): Json {
  if (name === undefined) return by ?? null;
  if (Array.isArray(value))
    return value.map((inner, n) => (String(n) === name ? replaced(inner, rest, by) : inner));
  if (typeof value !== 'object' || value === null) return value;
  const { [name]: inner = null, ...others } = value;
  if (rest.length === 0) return by === undefined ? others : { ...others, [name]: by };
  return { ...others, [name]: replaced(inner, rest, by) };
}

it('no documented body, spoiled in any place, is answered with a fault of the office', async () => {
  const { paths } = succeeded(await office.get('nobody', 'openapi.json'), documentSchema);
  const bodies = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { requestBody }]) => {
      const body = requestBody?.content['application/json'];
      return body && isMethod(method) ? [{ path, method: METHODS[method], example: body.example ?? {} }] : [];
    }),
  );
  expect(bodies.length).toBeGreaterThan(30);
  for (const { path, method, example } of bodies) {
    await fc.assert(
      fc.asyncProperty(spoiled(example), async (body) => {
        const raw = { payload: JSON.stringify(body), contentType: 'application/json' };
        const { status } = await office.sendOnly(headers, method, addressOf(path), { raw, ifMatch: '"0"' });
        expect([method, path, status]).not.toEqual([method, path, 500]);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  }
  await office.settle();
}, 120_000);

it('every documented body has an example', async () => {
  const { paths } = succeeded(await office.get('nobody', 'openapi.json'), documentSchema);
  const without = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { requestBody }]) => {
      const body = requestBody?.content['application/json'];
      return body && body.example === undefined ? [`${method} ${path}`] : [];
    }),
  );
  expect(without).toEqual([]);
});

it('no path with an id that is none is answered with a fault of the office', async () => {
  const BAD = [
    'x',
    '1%20OR%201=1',
    '%00',
    '%F0%9F%92%A5',
    '..%2F..%2Fetc',
    `${'a'.repeat(3000)}`,
    '%E0%A4%A',
    "'--",
  ];
  const routes = [...(await documentedRoutes(office)).keys()].filter((route) => route.includes('{'));
  for (const route of routes) {
    const [method = '', path = ''] = route.split(' ');
    for (const bad of BAD) {
      const url = `${path.replaceAll(/\{\w+\}/g, bad)}`;
      const answer = await office.test.app.inject({
        method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).parse(method),
        url,
        headers: { ...headers, 'if-match': '"0"' },
      });
      expect([route, bad, [404, 414, 415, 422].includes(answer.statusCode) || answer.statusCode]).toEqual([
        route,
        bad,
        true,
      ]);
    }
  }
}, 60_000);
