import { canonicalText, type PartialPolicyItems } from '@anjuan/contracts';
import type { JsonObject } from '@anjuan/event-sourcing';

/** One item, or one field of a kind, that differs between two policies. */
export type PolicyDifference = {
  /** `review`, or by field for a kind: `kinds.REFERRED.validity`. */
  item: string;
  change: 'added' | 'removed' | 'changed';
  before?: unknown;
  after?: unknown;
};

/**
 * What differs between two versions of a level, or between two resolved policies: item by item, kinds field by field,
 * in the order of the names.
 */
export function comparePolicies(
  before: PartialPolicyItems,
  after: PartialPolicyItems,
): readonly PolicyDifference[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((item) => {
    const change = changeOf(old.get(item), now.get(item));
    return change ? [{ item, change, before: old.get(item), after: now.get(item) }] : [];
  });
}

function changeOf(before: unknown, after: unknown): PolicyDifference['change'] | undefined {
  if (before === undefined) return 'added';
  if (after === undefined) return 'removed';
  return canonicalText(before) === canonicalText(after) ? undefined : 'changed';
}

function fieldsOf({ kinds, ...items }: PartialPolicyItems): ReadonlyMap<string, unknown> {
  const fields = Object.entries(kinds ?? {}).flatMap(([code, kind]) =>
    Object.entries(kind).map(([field, value]): [string, unknown] => [`kinds.${code}.${field}`, value]),
  );
  const all: [string, unknown][] = [...Object.entries(items satisfies JsonObject), ...fields];
  return new Map(all.filter(([, value]) => value !== undefined));
}
