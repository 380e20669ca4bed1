import { setTimeout as wait } from 'node:timers/promises';

const EVERY_MS = 50;

/**
 * Asks again until the answer is what is waited for: what one context does with another's messages comes a moment later.
 * @throws when the time runs out, with the last answer
 */
export async function eventually<T>(
  ask: () => Promise<T>,
  isIt: (answer: T) => boolean,
  timeoutMs = 10_000,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (isIt(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`not within ${timeoutMs} ms; last: ${JSON.stringify(answer)}`);
    await wait(EVERY_MS);
  }
}
