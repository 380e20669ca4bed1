import { z } from 'zod';

const text = z.object({ zh: z.string(), en: z.string() });

const problemSchema = z.object({
  status: z.number(),
  code: z.string(),
  messages: text,
  next: text,
  correlationId: z.string(),
  details: z.record(z.string(), z.unknown()).optional(),
  errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
});

export type ProblemBody = z.output<typeof problemSchema>;

/** The server refused; its answer says why in both languages, and what to do. */
export class Problem extends Error {
  constructor(readonly body: ProblemBody) {
    super(body.code);
  }
}

/** The server could not be reached: the request may or may not have arrived, a retry with the same key is safe. */
export class Unreachable extends Error {}

/** Reads the answer to a refused request; one that is no problem document counts as unreachable (a proxy, a restart). */
export async function problemOf(response: Response): Promise<Problem | Unreachable> {
  const parsed = problemSchema.safeParse(await response.json().catch(() => undefined));
  return parsed.success ? new Problem(parsed.data) : new Unreachable(`status ${response.status}`);
}

export const isProblem = (error: unknown, code?: string): error is Problem =>
  error instanceof Problem && (code === undefined || error.body.code === code);

/** The page itself gave up on a request. */
export const isAbort = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'AbortError';
