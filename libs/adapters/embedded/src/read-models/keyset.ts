import type { Place } from './cursor';
import { ALL, type SqlCondition } from './filter-sql';

export interface Order {
  readonly column: string | undefined;
  readonly direction: 'asc' | 'desc';
}

/** ORDER BY of a page: the sort field, then the id in the same direction, so that one index serves both. */
export const orderBy = ({ column, direction }: Order): string =>
  [...(column === undefined ? [] : [column]), 'id'].map((name) => `${name} ${direction}`).join(', ');

/**
 * What follows a place, as stretches to be read one after the other. Null sorts below every value; SQL compares nothing
 * with null, and one condition joined by OR could not use the index, so nulls are a stretch of their own.
 */
export function stretchesAfter(
  { column, direction }: Order,
  place: Place | undefined,
): readonly SqlCondition[] {
  if (place === undefined) return [ALL];
  const { value, id } = place;
  const beyond = direction === 'asc' ? '>' : '<';
  if (column === undefined) return [{ sql: `id ${beyond} ?`, parameters: [id] }];
  const nulls = { sql: `${column} IS NULL`, parameters: [] };
  if (value === null) {
    const rest = { sql: `${column} IS NULL AND id ${beyond} ?`, parameters: [id] };
    return direction === 'asc' ? [rest, { sql: `${column} IS NOT NULL`, parameters: [] }] : [rest];
  }
  const values = { sql: `(${column}, id) ${beyond} (?, ?)`, parameters: [value, id] };
  return direction === 'asc' ? [values] : [values, nulls];
}
