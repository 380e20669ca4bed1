import { newKey } from './new-key';
import { problemOf, Unreachable } from './problem';

interface RequestOptions {
  readonly body?: unknown;
  /** Revision that the person saw. */
  readonly revision?: number;
  /** Reuse it for each retry of one intention, so that nothing is recorded twice. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

/** What a command answers. */
export interface CommandResult {
  readonly id: string;
  readonly revision: number;
  readonly position: string;
}

let csrfToken: string | undefined;
let lastPosition: string | undefined;
let onSignedOut: () => void = () => {};

/** The token of the session's CSRF defence, from signing in. */
export const useCsrfToken = (token: string | undefined): void => {
  csrfToken = token;
};

/** Called when the server says that nobody is signed in. */
export const whenSignedOut = (callback: () => void): void => {
  onSignedOut = callback;
};

async function request<T>(method: string, path: string, options: RequestOptions = {}): Promise<T> {
  const response = await send(method, path, options);
  if (!response.ok) {
    if (response.status === 401) onSignedOut();
    throw await problemOf(response);
  }
  rememberPosition(response.headers.get('position'));
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

const readHeaders = (): Record<string, string> => (lastPosition ? { 'min-position': lastPosition } : {});

/** Headers of a request that changes something. */
export function changeHeaders({ revision, idempotencyKey }: RequestOptions): Record<string, string> {
  return {
    ...(csrfToken ? { 'x-csrf-token': csrfToken } : {}),
    ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
    ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
  };
}

/** Reads wait for what this page has written; a command's answer says where that is. */
export const rememberPosition = (position: string | null): void => {
  lastPosition = position ?? lastPosition;
};

function send(method: string, path: string, options: RequestOptions): Promise<Response> {
  const { body, signal } = options;
  const headers = method === 'GET' ? readHeaders() : changeHeaders(options);
  const form = body instanceof FormData;
  if (body !== undefined && !form) headers['content-type'] = 'application/json';
  const content = body === undefined ? undefined : form ? body : JSON.stringify(body);
  return fetch(`/api${path}`, { method, headers, body: content, signal, credentials: 'same-origin' }).catch(
    (error: unknown) => {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      throw new Unreachable('network');
    },
  );
}

const queryString = (query: Readonly<Record<string, string | number | boolean | undefined>>): string => {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(entries.map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
};

/** The API of the office. Every method throws `Problem` or `Unreachable`. */
export const api = {
  get: <T>(
    path: string,
    query: Readonly<Record<string, string | number | boolean | undefined>> = {},
    signal?: AbortSignal,
  ): Promise<T> => request<T>('GET', `${path}${queryString(query)}`, { signal }),
  /** A read whose question is personal and so may not be in the address. */
  search: <T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> =>
    request<T>('POST', path, { body, signal }),
  post: <T = CommandResult>(path: string, options: RequestOptions = {}): Promise<T> =>
    request<T>('POST', path, { idempotencyKey: newKey(), body: {}, ...options }),
  put: <T = CommandResult>(path: string, options: RequestOptions = {}): Promise<T> =>
    request<T>('PUT', path, { idempotencyKey: newKey(), ...options }),
  patch: <T = CommandResult>(path: string, options: RequestOptions = {}): Promise<T> =>
    request<T>('PATCH', path, { idempotencyKey: newKey(), ...options }),
  delete: <T = CommandResult>(path: string, options: RequestOptions = {}): Promise<T> =>
    request<T>('DELETE', path, { idempotencyKey: newKey(), ...options }),
  /** A file for showing or saving. */
  file: async (path: string, signal?: AbortSignal): Promise<Blob> => {
    const response = await send('GET', path, { signal });
    if (!response.ok) throw await problemOf(response);
    return response.blob();
  },
};
