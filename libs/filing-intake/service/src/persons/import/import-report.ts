import { bilingualSchema, digestSchema } from '@anjuan/contracts';
import { z } from 'zod';
import type { RowProblem } from './import-problems';

const MOST_PROBLEMS = 1_000;

/** What an import did, or with `dryRun` would do. */
export const importReportSchema = z.object({
  /** SHA-256 of the file; asks for the progress. */
  fileDigest: digestSchema,
  dryRun: z.boolean(),
  rows: z.number().int(),
  persons: z.object({
    new: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
  }),
  /** Rows that were not imported: each has a problem. */
  rowsInError: z.number().int(),
  problems: z
    .array(
      z.object({ line: z.number().int(), column: z.string(), code: z.string(), reason: bilingualSchema }),
    )
    .max(MOST_PROBLEMS),
  /** Problems beyond those listed. */
  moreProblems: z.number().int(),
  /** Headers that mean nothing here; their cells were not read. */
  ignoredColumns: z.array(z.string()),
});
export type ImportReport = z.output<typeof importReportSchema>;

/** How far an import has come. */
export const importProgressSchema = z.object({
  fileDigest: digestSchema,
  /** Persons to write, and how many of them were written or refused. */
  total: z.number().int(),
  done: z.number().int(),
  finished: z.boolean(),
});
export type ImportProgress = z.output<typeof importProgressSchema>;

/** The problems as reported: the first thousand, and how many more there are. */
export const reported = (problems: readonly RowProblem[]) => ({
  rowsInError: new Set(problems.map(({ line }) => line)).size,
  problems: problems
    .slice(0, MOST_PROBLEMS)
    .map((problem) => ({ ...problem, reason: { ...problem.reason } })),
  moreProblems: Math.max(0, problems.length - MOST_PROBLEMS),
});
