import { createHash } from 'node:crypto';
import type { Json, StoredRow } from '@anjuan/event-sourcing';

/** The same text for equal values, whatever the order of their fields. */
function canonical(value: Json | undefined): Json | undefined {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((element: Json) => canonical(element) ?? null);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, field]) => [name, canonical(field)]),
  );
}

/** SHA-256 over `[id, row]` of every row, one per line; 64 hex digits. */
export async function hashOfRows(rows: AsyncIterable<StoredRow>): Promise<string> {
  const hash = createHash('sha256');
  for await (const { id, row } of rows) hash.update(`${JSON.stringify([id, canonical(row) ?? null])}\n`);
  return hash.digest('hex');
}
