import { randomUUID } from 'node:crypto';
import { z } from 'zod';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

const TIMEOUT_MS = 20_000;

export interface Call {
  /** Sent as JSON. */
  readonly body?: object;
  /** Sent as multipart/form-data, instead of a body. */
  readonly form?: FormData;
  /** Revision that the caller saw. */
  readonly ifMatch?: number;
  /** `Idempotency-Key`. */
  readonly key?: string;
}

/** What the office answered. */
export interface Answer {
  readonly status: number;
  /** JSON, or undefined when there is none. */
  readonly body: unknown;
  readonly headers: Headers;
}

const sessionSchema = z.looseObject({ csrfToken: z.string() });

/** What every command answers. */
export const resultSchema = z.looseObject({ id: z.string(), revision: z.number(), position: z.string() });
export type CommandAnswer = z.output<typeof resultSchema>;

/** A caller over HTTP: a person with a session, a machine with a token, or nobody. Reads its own writes. */
export class ApiClient {
  private position: string | undefined;

  constructor(
    readonly url: string,
    private readonly credentials: Readonly<Record<string, string>> = {},
  ) {}

  /** @throws when the office refuses */
  static async signIn(url: string, username: string, password: string): Promise<ApiClient> {
    const answer = await new ApiClient(url).call('POST', 'session', { body: { username, password } });
    if (answer.status !== 200 && answer.status !== 201) throw unexpected('POST', 'session', answer);
    const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]);
    const { csrfToken } = sessionSchema.parse(answer.body);
    return new ApiClient(url, { cookie: cookie.join('; '), 'x-csrf-token': csrfToken });
  }

  /** Whatever the answer is. @throws when there is none */
  async call(method: Method, path: string, { body, form, ifMatch, key }: Call = {}): Promise<Answer> {
    const json = body === undefined ? undefined : JSON.stringify(body);
    const headers = new Headers(this.credentials);
    if (json !== undefined) headers.set('content-type', 'application/json');
    if (ifMatch !== undefined) headers.set('if-match', `"${ifMatch}"`);
    if (key !== undefined) headers.set('idempotency-key', key);
    if (method === 'GET' && this.position !== undefined) headers.set('min-position', this.position);
    const response = await fetch(`${this.url}/api/${path}`, {
      method,
      headers,
      body: form ?? json,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = await response.text();
    this.position = response.headers.get('position') ?? this.position;
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return {
      status: response.status,
      body: isJson ? JSON.parse(text) : undefined,
      headers: response.headers,
    };
  }

  /** Reads. @throws when the answer is no success, or not of this form */
  async read<S extends z.ZodType>(path: string, schema: S): Promise<z.output<S>> {
    return schema.parse(await this.succeed('GET', path));
  }

  /** Sends a command under a key of its own. @throws when it is refused */
  async command(method: Method, path: string, call: Call = {}): Promise<CommandAnswer> {
    return resultSchema.parse(await this.succeed(method, path, { key: randomUUID(), ...call }));
  }

  /** @returns the body of a success @throws with the problem's text otherwise */
  async succeed(method: Method, path: string, call: Call = {}): Promise<unknown> {
    const answer = await this.call(method, path, call);
    if (answer.status >= 300) throw unexpected(method, path, answer);
    return answer.body;
  }
}

const unexpected = (method: Method, path: string, { status, body }: Answer): Error =>
  new Error(`${method} /api/${path} answered ${status}: ${JSON.stringify(body)}`);
