import { type CommandResult, changeHeaders, rememberPosition } from './api-client';
import { problemOf, Unreachable } from './problem';

interface UploadOptions {
  readonly idempotencyKey: string;
  readonly revision?: number;
  /** Called with the share that has been sent, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Uploads one file with progress, which `fetch` does not tell.
 * @throws Problem, Unreachable
 */
export function uploadFile<T = CommandResult>(path: string, file: File, options: UploadOptions): Promise<T> {
  const { idempotencyKey, revision, onProgress, signal } = options;
  const form = new FormData();
  form.append('file', file, file.name);
  return new Promise<T>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api${path}`);
    const headers = changeHeaders({ idempotencyKey, revision });
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total === 0 ? 0 : loaded / total);
    request.onerror = () => reject(new Unreachable('network'));
    request.onload = () => answerOf<T>(request).then(resolve, reject);
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    request.send(form);
  });
}

async function answerOf<T>(request: XMLHttpRequest): Promise<T> {
  const { status, responseText } = request;
  if (status < 200 || status >= 300) throw await problemOf(new Response(responseText, { status }));
  rememberPosition(request.getResponseHeader('position'));
  return JSON.parse(responseText) as T;
}
