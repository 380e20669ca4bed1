import { openTestOffice, type TestOffice } from '../testing/test-office';

let test: TestOffice;
beforeAll(async () => {
  test = await openTestOffice();
});
afterAll(() => test.close());

const inject = (url: string, options: Record<string, unknown> = {}) =>
  test.app.inject({ method: 'GET', url, ...options });

it('is live and ready', async () => {
  expect((await inject('/api/health/live')).json()).toEqual({ status: 'live' });
  expect((await inject('/api/health/ready')).json()).toMatchObject({ status: 'ready', parkedMessages: 0 });
});

it('documents every route that the server registers', async () => {
  const document = (await inject('/api/openapi.json')).json() as {
    openapi: string;
    paths: Record<string, object>;
  };
  expect(document.openapi).toBe('3.1.0');
  expect(Object.keys(document.paths)).toEqual(
    expect.arrayContaining(['/api/health/live', '/api/session', '/api/accounts']),
  );
});

it.each([
  ['a route that does not exist', { url: '/api/nowhere' }, 404, 'request.no-such-route'],
  ['nobody signed in', { url: '/api/accounts' }, 401, 'access.sign-in-required'],
  [
    'a body that is no JSON',
    { url: '/api/session', method: 'POST', headers: { 'content-type': 'application/json' }, payload: '{' },
    422,
    'request.malformed',
  ],
  [
    'a body of another type',
    { url: '/api/session', method: 'POST', headers: { 'content-type': 'text/plain' }, payload: 'x' },
    415,
    'request.unsupported-type',
  ],
  [
    'a huge body',
    { url: '/api/session', method: 'POST', payload: { username: 'x'.repeat(2_000_000), password: 'x' } },
    413,
    'request.too-large',
  ],
  [
    'an unknown field',
    { url: '/api/session', method: 'POST', payload: { username: 'a', password: 'b', admin: true } },
    422,
    'request.invalid',
  ],
])('%s is answered with problem details in both languages', async (_, request, status, code) => {
  const response = await inject(request.url, request);
  expect(response.statusCode).toBe(status);
  expect(response.headers['content-type']).toContain('application/problem+json');
  const problem = response.json();
  expect(problem).toMatchObject({ status, code, correlationId: response.headers['x-correlation-id'] });
  expect(problem.messages.zh).toMatch(/\p{Script=Han}/u);
  expect(problem.next.en).toMatch(/\w/);
});

it('an answer never repeats what was sent', async () => {
  const response = await inject('/api/session', {
    method: 'POST',
    payload: { username: 7, password: '王秀英' },
  });
  expect(response.statusCode).toBe(422);
  expect(response.body).not.toContain('王秀英');
});
