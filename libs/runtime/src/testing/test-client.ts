import { SESSION_COOKIE } from '../accounts/authentication';
import type { TestOffice } from './test-office';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What the office answered. */
export interface TestAnswer {
  readonly status: number;
  /** The body as JSON; undefined when there is none. */
  readonly json: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, unknown>>;
  /** The session cookie that this answer set, if it did. */
  readonly cookie: string | undefined;
}

/** A caller of a test: sends its cookie and its CSRF token, or a bearer token. */
export interface TestClient {
  readonly headers: Readonly<Record<string, string>>;
  send(
    method: Method,
    url: string,
    body?: object,
    headers?: Readonly<Record<string, string>>,
  ): Promise<TestAnswer>;
}

/** A caller with these headers; nobody without. */
export const testClient = (
  { app }: Pick<TestOffice, 'app'>,
  own: Readonly<Record<string, string>> = {},
): TestClient => ({
  headers: own,
  send: async (method, url, body, headers = {}) => {
    const answer = await app.inject({ method, url, headers: { ...own, ...headers }, payload: body });
    const cookie = answer.cookies.find(({ name }) => name === SESSION_COOKIE)?.value;
    const json = answer.body === '' ? {} : (answer.json() as Record<string, unknown>);
    return { status: answer.statusCode, json, headers: answer.headers, cookie };
  },
});

/** The caller that a sign-in or a password change answered with a new session. */
export function clientOf(office: Pick<TestOffice, 'app'>, { cookie, json }: TestAnswer): TestClient {
  if (!cookie) throw new Error(`no session: ${JSON.stringify(json)}`);
  return testClient(office, {
    cookie: `${SESSION_COOKIE}=${cookie}`,
    'x-csrf-token': String(json.csrfToken),
  });
}

/** Signs in over HTTP. @throws when the office refuses */
export async function signInTo(
  office: Pick<TestOffice, 'app'>,
  username: string,
  password: string,
): Promise<TestClient> {
  return clientOf(office, await testClient(office).send('POST', '/api/session', { username, password }));
}
