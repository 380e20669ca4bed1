import type { PolicyOrigin, ResolvedPolicy } from '@anjuan/contracts';
import type { PolicyDifference, RegionPolicyRow } from '@anjuan/institution-registry-domain';

/** One level: its versions, its draft for those who may write it, and where it lies. */
export type LevelPolicy = RegionPolicyRow & {
  /** Codes from the nation down to the area. */
  readonly path: readonly string[];
};

/** What holds in an area on a day, and which version of which level says so. */
export interface PolicyInForce extends ResolvedPolicy {
  readonly on: string;
  readonly origins: Readonly<Record<string, PolicyOrigin>>;
}

/** A level in the list of those that keep a policy. */
export type PolicySummary = Pick<RegionPolicyRow, 'area'> & { readonly draft?: { readonly version: number } };

export interface Comparison {
  readonly differences: readonly PolicyDifference[];
}
