import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { ApiClient } from './api-client';
import { eventually } from './eventually';

const readySchema = z.object({
  status: z.string(),
  readModels: z.array(z.object({ name: z.string(), position: z.string(), failed: z.boolean() })),
  parkedMessages: z.number(),
});

const AT_REST_MS = 400;

/** Waits until nothing happens any more: consumers, timers and uploads have reacted to all that was sent. */
export async function quiet(url: string): Promise<void> {
  const nobody = new ApiClient(url);
  const positions = async () => {
    const { readModels } = await nobody.read('health/ready', readySchema);
    return [...new Set(readModels.map(({ position }) => position))];
  };
  await eventually(
    async () => {
      const before = await positions();
      await wait(AT_REST_MS);
      return [before, await positions()] as const;
    },
    ([before, after]) => before.length === 1 && after.length === 1 && before[0] === after[0],
    20_000,
  );
}
