import { useState } from 'react';

export interface SteadyRows<Row> {
  readonly rows: readonly Row[] | undefined;
  /** Keys of rows that are no longer in the list. */
  readonly gone: ReadonlySet<string>;
  /** How many came that are not shown yet. */
  readonly arrived: number;
  /** Shows the list as it is now. */
  readonly accept: () => void;
}

/**
 * Keeps rows where they are while live updates come in, so that a key press never hits another row than the one that was
 * looked at: rows are refreshed in place, those that left stay greyed out, and those that came wait to be accepted.
 * @param question what is asked; another question shows its answer at once
 * @param fresh the answer; undefined while it is not there
 */
export function useSteadyRows<Row>(
  question: string,
  fresh: readonly Row[] | undefined,
  keyOf: (row: Row) => string,
): SteadyRows<Row> {
  const [kept, setKept] = useState<{ question: string; rows: readonly Row[] }>();
  if (fresh && kept?.question !== question) setKept({ question, rows: fresh });
  if (!fresh || kept?.question !== question) {
    return { rows: fresh ?? kept?.rows, gone: new Set(), arrived: 0, accept: () => {} };
  }
  const now = new Map(fresh.map((row) => [keyOf(row), row]));
  const shown = new Set(kept.rows.map(keyOf));
  return {
    rows: kept.rows.map((row) => now.get(keyOf(row)) ?? row),
    gone: new Set([...shown].filter((key) => !now.has(key))),
    arrived: fresh.filter((row) => !shown.has(keyOf(row))).length,
    accept: () => setKept({ question, rows: fresh }),
  };
}
