import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { controlSocketOf } from '@anjuan/embedded';

/** Nobody listens on the data folder's socket. */
export class NobodyListens extends Error {}

/**
 * Asks the process that holds a data folder.
 * @throws NobodyListens when none does; @throws with that process's message when it could not do it
 */
export async function askOffice(data: string, name: string, options: unknown): Promise<unknown> {
  const socketPath = controlSocketOf(data);
  if (!existsSync(socketPath)) throw new NobodyListens(data);
  const { status, text } = await post(socketPath, name, JSON.stringify(options));
  const answer: unknown = JSON.parse(text);
  if (status === 200) return answer;
  throw new Error((answer as { error?: string }).error ?? `status ${status}`);
}

const post = (socketPath: string, name: string, body: string): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const asked = request({ socketPath, path: `/${name}`, method: 'POST' }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    asked.on('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'ECONNREFUSED' || error.code === 'ENOENT' ? new NobodyListens(error.message) : error,
      ),
    );
    asked.end(body);
  });
