import { type FilingData, type FilingPatch, filingPatchSchema } from '@anjuan/filing-intake-domain';
import type { FieldPath } from '../../../components/use-field-words';

type Fields = Readonly<Record<string, unknown>>;

const isSection = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

export type FieldValue = string | boolean | number | null;

/** A patch that sets one field; null or an empty text clears it. */
export function patchAt(path: FieldPath, value: FieldValue): FilingPatch {
  const [section = '', field] = path.split('.');
  const given = value === '' ? null : value;
  const patch: Fields = field === undefined ? { [section]: given } : { [section]: { [field]: given } };
  return patch as FilingPatch;
}

/** The value of a field; undefined while it was never filled in. */
export function valueAt(data: FilingData, path: string): unknown {
  return path.split('.').reduce<unknown>((at, name) => (isSection(at) ? at[name] : undefined), data);
}

/**
 * What turns one state of a draft into another: fields that are gone are cleared with null. Half-typed values that the
 * server could not even keep are left out; they follow once they are whole.
 */
export function patchBetween(before: FilingData, after: FilingData): FilingPatch {
  const patch = difference(before, after);
  const parsed = filingPatchSchema.safeParse(patch);
  if (parsed.success) return parsed.data;
  const sendable = parsed.error.issues.reduce((rest, { path }) => without(rest, path.map(String)), patch);
  return filingPatchSchema.parse(sendable);
}

export const isEmptyPatch = (patch: FilingPatch): boolean => Object.keys(patch).length === 0;

function difference(before: Fields, after: Fields): Fields {
  const patch: Record<string, unknown> = {};
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [old, now] = [before[name], after[name]];
    if (isSection(old) || isSection(now)) {
      const inner = difference(isSection(old) ? old : {}, isSection(now) ? now : {});
      if (Object.keys(inner).length > 0) patch[name] = inner;
    } else if (old !== now) patch[name] = now ?? null;
  }
  return patch;
}

function without(patch: Fields, [name, ...rest]: readonly string[]): Fields {
  if (name === undefined) return patch;
  const { [name]: inner, ...others } = patch;
  if (rest.length === 0 || !isSection(inner)) return others;
  const left = without(inner, rest);
  return Object.keys(left).length > 0 ? { ...others, [name]: left } : others;
}

/** One field that two copies of a draft do not agree on. */
export interface Disagreement {
  readonly path: string;
  readonly theirs: unknown;
  readonly mine: unknown;
}

/** The fields in which somebody else's copy differs from mine. */
export function disagreements(theirs: FilingData, mine: FilingData): readonly Disagreement[] {
  return leaves(difference(theirs, mine)).map((path) => ({
    path,
    theirs: valueAt(theirs, path),
    mine: valueAt(mine, path),
  }));
}

const leaves = (patch: Fields, prefix = ''): string[] =>
  Object.entries(patch).flatMap(([name, value]) =>
    isSection(value) ? leaves(value, `${prefix}${name}.`) : [prefix + name],
  );
