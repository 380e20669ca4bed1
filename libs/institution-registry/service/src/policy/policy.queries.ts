import { areaPath, type PolicyLevel, policyOrigins, resolvePolicy } from '@anjuan/contracts';
import { chinaDateOf } from '@anjuan/event-sourcing';
import {
  publishedLevels,
  type RegionPolicyRow,
  regionPoliciesProjection,
  regionPolicyRejections,
} from '@anjuan/institution-registry-domain';
import type { Caller, ContextTools } from '@anjuan/runtime';
import { compareWithin } from './policy-sides';

export interface ResolvePolicy {
  readonly area: string;
  /** Today when left out. */
  readonly on?: string;
}

/** Published policies are for everybody who may read policies; drafts for those who may write them there. */
export const policyQueries = (tools: ContextTools) => {
  const read = policyReader(tools);

  return {
    FindPolicies: async ({ limit, cursor }: { limit: number; cursor?: string }, caller: Caller) => {
      const page = { sort: { field: 'area', direction: 'asc' } as const, limit, cursor };
      const { rows, next } = await tools.readModel(regionPoliciesProjection).find(page);
      return { rows: rows.map(({ row }) => summaryOf(read.shown(row as RegionPolicyRow, caller))), next };
    },
    GetPolicy: async ({ area }: { area: string }, caller: Caller) => {
      const path = read.pathOf(area);
      return { ...read.shown(await read.level(area), caller), path };
    },
    ResolvePolicy: async ({ area, on = read.today() }: ResolvePolicy, _: Caller) => {
      const path = read.pathOf(area);
      const published = await read.levelsOf(path);
      const policy =
        resolvePolicy(path, published, on) ??
        regionPolicyRejections.reject('region-policy.not-resolvable', { area, on });
      return { ...policy, on, digest: tools.digestOf(policy), origins: policyOrigins(path, published, on) };
    },
    ComparePolicies: async (
      { area, from, to }: { area: string; from: string; to: string },
      caller: Caller,
    ) => {
      const path = read.pathOf(area);
      const level = read.shown(await read.level(area), caller);
      return { area, from, to, differences: compareWithin(level, path, await read.levelsOf(path), from, to) };
    },
  };
};

function policyReader(tools: ContextTools) {
  const policies = () => tools.readModel(regionPoliciesProjection);
  return {
    today: () => chinaDateOf(tools.clock.now()),
    pathOf(area: string): readonly string[] {
      const path = areaPath(tools.areas(), area);
      return path.length > 0 ? path : regionPolicyRejections.reject('region-policy.no-such-area', { area });
    },
    async level(area: string): Promise<RegionPolicyRow> {
      const none: RegionPolicyRow = { area, revision: -1, changedAt: '', versions: [] };
      return ((await policies().get(area)) as RegionPolicyRow | undefined) ?? none;
    },
    async levelsOf(path: readonly string[]): Promise<readonly PolicyLevel[]> {
      const rows = await policies().getMany(path);
      return [...rows.values()].flatMap((row) => publishedLevels(row as RegionPolicyRow));
    },
    shown: ({ draft, ...level }: RegionPolicyRow, caller: Caller): RegionPolicyRow =>
      caller.mayRead('policy:draft', level.area) ? { ...level, draft } : level,
  };
}

const summaryOf = ({ area, revision, changedAt, draft, versions }: RegionPolicyRow) => ({
  area,
  revision,
  changedAt,
  draft: draft && {
    version: draft.version,
    effectiveFrom: draft.effectiveFrom,
    authors: draft.authors,
    changedAt: draft.changedAt,
  },
  versions: versions.map(({ version, status, effectiveFrom, publishedBy, publishedAt }) => ({
    version,
    status,
    effectiveFrom,
    publishedBy,
    publishedAt,
  })),
});
