import { setTimeout as pause } from 'node:timers/promises';
import type { HttpOffice } from '../http-office.fixture';

const MOST_MS = 5_000;

/** What the stream of live updates says while something happens. */
export async function readUpdates(
  office: HttpOffice,
  headers: Readonly<Record<string, string>>,
  happens: () => Promise<void>,
): Promise<string> {
  const answer = await office.test.app.inject({
    method: 'GET',
    url: '/api/updates',
    headers,
    payloadAsStream: true,
  });
  const stream = answer.stream();
  let text = '';
  stream.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  await happens();
  for (const until = Date.now() + MOST_MS; !text.includes('data:') && Date.now() < until; ) await pause(20);
  stream.destroy();
  return text;
}
