import type { Actor, AnyCommand } from '@anjuan/event-sourcing';
import { openTestOffice, provisionAccount, type Role } from '@anjuan/runtime';
import { institutionRegistry } from '../institution-registry.context';
import { InstitutionRegistryModule } from '../institution-registry.module';
import { type SeedEditor, seedRegistry } from '../seed/seed-registry';

const PASSWORD = 'correct horse battery staple';

/** People of the test office: two editors of the nation, one of Fujian, and a clerk. */
const PEOPLE = {
  drafter: { role: 'registry-editor', area: '000000' },
  publisher: { role: 'registry-editor', area: '000000' },
  fujian: { role: 'registry-editor', area: '350000' },
  clerk: { role: 'clerk', area: '350200' },
} as const satisfies Record<string, { role: Role; area: string }>;

export type Person = keyof typeof PEOPLE;

export interface Call {
  readonly body?: object;
  readonly ifMatch?: number;
  /** Content of a file to upload instead of a body. */
  readonly file?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  /** The code of a problem; undefined for success. */
  readonly code: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** A registry over HTTP, filled by the real commands, with people who signed in. */
export async function openRegistryOffice() {
  const test = await openTestOffice({
    contexts: [institutionRegistry],
    modules: [InstitutionRegistryModule],
    now: '2026-03-02T01:00:00.000Z',
  });
  const { office, app } = test;
  const sessions = new Map<Person, Readonly<Record<string, string>>>();
  for (const [person, grant] of Object.entries(PEOPLE)) {
    await provisionAccount(office, {
      username: person,
      displayName: person,
      grants: [grant],
      password: PASSWORD,
    });
  }
  await office.settle();

  const signIn = async (person: Person) => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { username: person, password: PASSWORD },
    });
    const { csrfToken } = answer.json<{ csrfToken: string }>();
    const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    return { cookie, 'x-csrf-token': csrfToken };
  };

  const call = async (
    person: Person,
    method: 'GET' | 'PUT' | 'POST' | 'DELETE',
    path: string,
    { body, ifMatch, file, headers }: Call = {},
  ): Promise<Answer> => {
    const session = sessions.get(person) ?? (await signIn(person));
    sessions.set(person, session);
    const answer = await app.inject({
      method,
      url: `/api/${path}`,
      headers: {
        ...session,
        ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
        ...(file !== undefined && { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` }),
        ...headers,
      },
      payload: file === undefined ? body : multipart(file),
    });
    if (method !== 'GET') await office.settle();
    const parsed: Record<string, unknown> = answer.body === '' ? {} : answer.json();
    const code = typeof parsed.code === 'string' && answer.statusCode >= 400 ? parsed.code : undefined;
    return { status: answer.statusCode, code, body: parsed, headers: answer.headers };
  };

  const editor = (accountId: SeedEditor): Actor => ({
    accountId,
    kind: 'person',
    grants: [{ role: 'registry-editor', area: '000000' }],
  });

  return {
    ...test,
    call,
    seed: async () => {
      await seedRegistry(
        (command: AnyCommand, as) =>
          office.send(command, { actor: editor(as), channel: 'seed', correlationId: 'seed' }),
        '2026-03-02',
      );
      await office.settle();
    },
  };
}

export type RegistryOffice = Awaited<ReturnType<typeof openRegistryOffice>>;

const BOUNDARY = 'anjuan-test-boundary';

const multipart = (content: string): string =>
  [
    `--${BOUNDARY}`,
    'Content-Disposition: form-data; name="file"; filename="areas.csv"',
    'Content-Type: text/csv',
    '',
    content,
    `--${BOUNDARY}--`,
    '',
  ].join('\r\n');
