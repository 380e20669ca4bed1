import { ERASED, type FieldPath, personalPaths, type Row } from '@anjuan/event-sourcing';
import type { z } from 'zod';

/**
 * Puts the placeholder in the place of personal fields, as a rebuild after the keys are destroyed would find them. A
 * field that is not there stays away.
 */
export const blanked = <R extends Row>(row: R, paths: readonly FieldPath[]): R =>
  paths.reduce<unknown>((at, path) => blankAt(at, path), row) as R;

/** The personal fields of a schema, where its data stands in a row. */
export const pathsUnder = (prefix: FieldPath, schema: z.ZodType): readonly FieldPath[] =>
  personalPaths(schema).map((path) => [...prefix, ...path]);

function blankAt(value: unknown, [name, ...rest]: FieldPath): unknown {
  if (name === undefined) return typeof value === 'string' ? ERASED : value;
  if (typeof value !== 'object' || value === null) return value;
  if (name === '*' && Array.isArray(value)) return value.map((element) => blankAt(element, rest));
  const fields = value as Readonly<Record<string, unknown>>;
  return name in fields ? { ...fields, [name]: blankAt(fields[name], rest) } : value;
}
