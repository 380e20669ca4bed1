import { z } from 'zod';
import { runAnjuan } from './back-office';

const findingSchema = z.looseObject({ code: z.string(), stream: z.string().optional() });
const readModelSchema = z.looseObject({
  name: z.string(),
  events: z.number(),
  equal: z.boolean().optional(),
  liveHash: z.string(),
  rebuiltHash: z.string(),
});
const verifySchema = z.looseObject({
  ok: z.boolean(),
  log: z.looseObject({
    eventsRead: z.number(),
    tailNotCovered: z.number(),
    findings: z.array(findingSchema),
  }),
  readModels: z.array(readModelSchema),
});

export type ReadModelReport = z.output<typeof readModelSchema>;

/** What `anjuan verify --json` says, and its exit code. @throws when it could not verify at all */
export async function verify(folder: string): Promise<z.output<typeof verifySchema> & { code: number }> {
  const { code, stdout, stderr } = await runAnjuan(folder, ['verify', '--json']);
  if (code !== 0 && code !== 1) throw new Error(`verify ended with ${code}: ${stderr}`);
  return { ...verifySchema.parse(JSON.parse(stdout)), code };
}

/** What `anjuan replay --json` says. @throws when it could not replay */
export async function replay(folder: string): Promise<readonly ReadModelReport[]> {
  const { code, stdout, stderr } = await runAnjuan(folder, ['replay', '--json']);
  if (code !== 0) throw new Error(`replay ended with ${code}: ${stdout}${stderr}`);
  return z.array(readModelSchema).parse(JSON.parse(stdout));
}

/** Content hashes by read model. */
export const hashesOf = (models: readonly ReadModelReport[]): Readonly<Record<string, string>> =>
  Object.fromEntries(models.map(({ name, liveHash }) => [name, liveHash]));

const statusSchema = z.looseObject({
  pid: z.number(),
  writer: z.object({ journalMode: z.string(), synchronous: z.number() }),
  lastPosition: z.string(),
});

/** How a running office is set, asked over its socket. */
export async function statusOf(folder: string): Promise<z.output<typeof statusSchema>> {
  const { code, stdout, stderr } = await runAnjuan(folder, ['status', '--json']);
  if (code !== 0) throw new Error(`status ended with ${code}: ${stderr}`);
  return statusSchema.parse(JSON.parse(stdout));
}
