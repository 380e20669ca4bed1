import { inForce, type PartialPolicyItems, type PolicyLevel } from './region-policy';

/** Which version of which level gives an item its value, and the source that level names for it. */
export interface PolicyOrigin {
  readonly area: string;
  readonly version: number;
  readonly source?: string;
}

/** The items a level sets, kinds one by one: `offeredKinds`, `notice`, `kinds.REFERRED` … */
export const itemNames = ({ kinds, ...items }: PartialPolicyItems): readonly string[] => [
  ...Object.entries(items)
    .filter(([, value]) => value !== undefined)
    .map(([name]) => name),
  ...Object.keys(kinds ?? {}).map((code) => `kinds.${code}`),
];

/**
 * Where each item of a region's policy on a day comes from: the lowest level that sets it.
 * @param path area codes from the nation to the region
 */
export function policyOrigins(
  path: readonly string[],
  published: readonly PolicyLevel[],
  onDay: string,
): Readonly<Record<string, PolicyOrigin>> {
  const levels = path.map((area) => inForce(published, area, onDay)).filter((level) => level !== undefined);
  return Object.fromEntries(
    levels.flatMap(({ area, version, items, sources }) =>
      itemNames(items).map((name) => [name, { area, version, source: sources?.[name] }]),
    ),
  );
}
