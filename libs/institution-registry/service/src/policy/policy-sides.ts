import { type PartialPolicyItems, type PolicyLevel, resolvePolicy } from '@anjuan/contracts';
import {
  comparePolicies,
  type PolicyDifference,
  type RegionPolicyRow,
  regionPolicyRejections,
} from '@anjuan/institution-registry-domain';

const { reject } = regionPolicyRejections;

/** Side of a comparison: `draft`, a version's number, or a day for what holds on it with everything inherited. */
export const SIDE = /^(?:draft|[1-9]\d{0,5}|\d{4}-\d{2}-\d{2})$/;

/** What differs in an area between two versions of its own level, or between what holds there on two days. */
export function compareWithin(
  level: RegionPolicyRow,
  path: readonly string[],
  published: readonly PolicyLevel[],
  from: string,
  to: string,
): readonly PolicyDifference[] {
  const itemsOf = (side: string): PartialPolicyItems => {
    if (side.includes('-')) return resolvePolicy(path, published, side)?.items ?? missingOn(level.area, side);
    return side === 'draft'
      ? (level.draft?.items ?? reject('region-policy.no-draft'))
      : versionItems(level, side);
  };
  return comparePolicies(itemsOf(from), itemsOf(to));
}

const missingOn = (area: string, on: string): never => reject('region-policy.not-resolvable', { area, on });

const versionItems = ({ versions }: RegionPolicyRow, side: string): PartialPolicyItems =>
  versions.find(({ version }) => version === Number(side))?.items ??
  reject('region-policy.version-not-found', { version: Number(side) });
