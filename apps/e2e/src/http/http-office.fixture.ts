import { randomUUID } from 'node:crypto';
import type { Actor, StoredEvent } from '@anjuan/event-sourcing';
import { FilingIntakeModule, filingIntake } from '@anjuan/filing-intake-service';
import {
  InstitutionRegistryModule,
  institutionRegistry,
  seedRegistry,
} from '@anjuan/institution-registry-service';
import { ReviewerApprovalModule, reviewerApproval } from '@anjuan/reviewer-approval-service';
import { openTestOffice, provisionAccount, type TestOffice } from '@anjuan/runtime';
import { z } from 'zod';
import { MACHINES, type MachineName, PASSWORD, PEOPLE, type Username, type Who } from './people.fixture';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type Json = Readonly<Record<string, unknown>>;

export interface Call {
  readonly body?: object;
  /** Sent as it is, with this content type. */
  readonly raw?: { readonly payload: Buffer | string; readonly contentType: string };
  readonly ifMatch?: string | number;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  /** The body where it is JSON; empty otherwise. */
  readonly json: Json;
  /** The code of a problem. */
  readonly code: string | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly bytes: Buffer;
}

/** Where the clock stands at first: a Monday morning in China. */
export const FIRST_DAY = '2026-03-02';

/** Streams that say who looked and who signed in; no case changes by them. */
const WATCHING = ['accessLog', 'signIn'];

const issued = z.looseObject({ id: z.string(), token: z.string() });
const created = z.looseObject({ id: z.string() });

/** The whole office, three contexts and all people, over HTTP by injection. */
export class HttpOffice {
  private readonly sessions = new Map<string, Readonly<Record<string, string>>>();
  private readonly tokens = new Map<string, string>();
  readonly accountIds = new Map<string, string>();

  private constructor(readonly test: TestOffice) {}

  static async open(settings: Readonly<Record<string, string>> = {}): Promise<HttpOffice> {
    const test = await openTestOffice({
      contexts: [institutionRegistry, filingIntake, reviewerApproval],
      modules: [InstitutionRegistryModule, FilingIntakeModule, ReviewerApprovalModule],
      now: `${FIRST_DAY}T01:00:00.000Z`,
      settings: { ANJUAN_PLATFORM_SECONDS: '0', ...settings },
    });
    const opened = new HttpOffice(test);
    await opened.furnish().catch(async (error: unknown) => {
      await test.close();
      throw error;
    });
    return opened;
  }

  private async furnish(): Promise<void> {
    const { office } = this.test;
    for (const [username, grants] of Object.entries(PEOPLE)) {
      const person = { username, displayName: username, grants, password: PASSWORD };
      this.accountIds.set(username, await provisionAccount(office, person));
    }
    const editor = (name: Username): Actor => ({
      accountId: this.idOf(name),
      kind: 'person',
      grants: PEOPLE[name],
    });
    await seedRegistry(
      (command, as) => office.send(command, { actor: editor(as), channel: 'seed', correlationId: 'seed' }),
      FIRST_DAY,
    );
    await office.settle();
  }

  idOf(username: Username | MachineName): string {
    const id = this.accountIds.get(username);
    if (id === undefined) throw new Error(`no account ${username}`);
    return id;
  }

  /** Sends a request as somebody; waits until everything that follows from it has happened. */
  async call(who: Who, method: Method, path: string, call: Call = {}): Promise<Answer> {
    return this.send(await this.credentials(who), method, path, call);
  }

  get(who: Who, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.call(who, 'GET', path, { headers });
  }

  /** Sends a request with these headers and nothing else; waits until everything that follows has happened. */
  async send(
    credentials: Readonly<Record<string, string>>,
    method: Method,
    path: string,
    call: Call = {},
  ): Promise<Answer> {
    const answer = await this.sendOnly(credentials, method, path, call);
    if (method !== 'GET') await this.settle();
    return answer;
  }

  /** Sends a request and waits for nothing but the answer. */
  async sendOnly(
    credentials: Readonly<Record<string, string>>,
    method: Method,
    path: string,
    { body, raw, ifMatch, headers }: Call = {},
  ): Promise<Answer> {
    const answer = await this.test.app.inject({
      method,
      url: `/api/${path}`,
      headers: {
        ...credentials,
        ...(raw && { 'content-type': raw.contentType }),
        ...(ifMatch !== undefined && { 'if-match': typeof ifMatch === 'number' ? `"${ifMatch}"` : ifMatch }),
        ...headers,
      },
      payload: raw?.payload ?? body,
    });
    const isJson = `${answer.headers['content-type']}`.includes('json');
    const json: Json = isJson && answer.body !== '' ? answer.json() : {};
    return {
      status: answer.statusCode,
      json,
      code: answer.statusCode >= 400 && typeof json.code === 'string' ? json.code : undefined,
      headers: answer.headers,
      bytes: answer.rawPayload,
    };
  }

  /** What proves who somebody is; signs in, or takes a token, where that was not done yet. */
  async credentials(who: Who): Promise<Readonly<Record<string, string>>> {
    if (who === 'nobody') return {};
    if (isMachine(who)) return { authorization: `Bearer ${await this.tokenOf(who)}` };
    const known = this.sessions.get(who) ?? (await this.signIn(who, PASSWORD));
    this.sessions.set(who, known);
    return known;
  }

  /** Signs in and gives the headers of the session. @throws when the office refuses */
  async signIn(username: string, password: string): Promise<Readonly<Record<string, string>>> {
    const answer = await this.test.app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { username, password },
    });
    if (answer.statusCode !== 200) throw new Error(`${username} cannot sign in: ${answer.body}`);
    const { csrfToken } = answer.json<{ csrfToken: string }>();
    const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    return { cookie, 'x-csrf-token': csrfToken };
  }

  private async tokenOf(machine: MachineName): Promise<string> {
    const known = this.tokens.get(machine);
    if (known !== undefined) return known;
    const grants = MACHINES[machine];
    const body = { kind: 'machine', username: machine, displayName: machine, grants };
    const account = succeeded(await this.call('admin', 'POST', 'accounts', { body }), created);
    const path = `accounts/${account.id}/tokens`;
    const { token } = succeeded(await this.call('admin', 'POST', path, { body: { label: 'e2e' } }), issued);
    this.accountIds.set(machine, account.id);
    this.tokens.set(machine, token);
    return token;
  }

  settle(): Promise<void> {
    return this.test.office.settle();
  }

  /** Moves the clock to nine in the morning in China; what fell due meanwhile happens. Sessions are over by then. */
  async dayIs(day: string): Promise<void> {
    this.test.office.clock.standAt(`${day}T01:00:00.000Z`);
    this.sessions.clear();
    for (let round = 0; round < 2; round++) {
      await this.test.office.fireTimers();
      await this.settle();
    }
  }

  /** What a request recorded, besides who looked and who signed in. */
  async recordedBy<T>(
    work: () => Promise<T>,
  ): Promise<{ readonly result: T; readonly events: StoredEvent[] }> {
    await this.settle();
    const { store } = this.test.office.engines;
    const after = await store.lastPosition();
    const result = await work();
    await this.settle();
    const events = await store.readAll({ after });
    return { result, events: events.filter(({ stream }) => !WATCHING.some((own) => stream.startsWith(own))) };
  }

  close(): Promise<void> {
    return this.test.close();
  }
}

const isMachine = (who: Exclude<Who, 'nobody'>): who is MachineName => who in MACHINES;

/** The body of a success. @throws with the problem otherwise */
export function succeeded<S extends z.ZodType>({ status, json }: Answer, schema: S): z.output<S> {
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(json)}`);
  return schema.parse(json);
}

/** An `Idempotency-Key` of its own. */
export const freshKey = (): string => `key-${randomUUID()}`;
