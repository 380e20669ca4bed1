import type { PolicyLevel } from '@anjuan/contracts';
import { type EventMeta, onCategory, projection, row } from '@anjuan/event-sourcing';
import { regionPolicy } from './region-policy';
import type { PolicyContent } from './region-policy.commands';
import type { RegionPolicyEvents } from './region-policy.events';

/** The draft of a level's next version. */
export type PolicyDraftView = PolicyContent & { version: number; authors: string[]; changedAt: string };

/** A published version. */
export type PolicyVersionView = PolicyContent & {
  version: number;
  status: 'published' | 'withdrawn';
  authors: string[];
  publishedBy: string;
  publishedAt: string;
  digest: string;
  withdrawal?: { by: string; at: string; reason: string };
};

/** One level of the tree that keeps a policy: its versions in order, and its draft. */
export type RegionPolicyRow = {
  area: string;
  /** Revision of the stream. */
  revision: number;
  changedAt: string;
  draft?: PolicyDraftView;
  versions: PolicyVersionView[];
};

/** The versions that count, as policies are resolved from them. */
export const publishedLevels = ({ area, versions }: RegionPolicyRow): readonly PolicyLevel[] =>
  versions
    .filter(({ status }) => status === 'published')
    .map(({ version, effectiveFrom, items, sources }) => ({ area, version, effectiveFrom, items, sources }));

type Drafted = PolicyContent & { area: string; version: number };

const change = (
  before: RegionPolicyRow | undefined,
  { area }: { area: string },
  { revision, recordedAt }: EventMeta,
): RegionPolicyRow => ({
  versions: [],
  ...before,
  area,
  revision,
  changedAt: recordedAt,
});

const drafted = (before: RegionPolicyRow | undefined, data: Drafted, meta: EventMeta): RegionPolicyRow => {
  const { area: _, ...content } = data;
  const authors = [...new Set([...(before?.draft?.authors ?? []), meta.actorId])];
  return { ...change(before, data, meta), draft: { ...content, authors, changedAt: meta.recordedAt } };
};

const withoutDraft = ({ draft: _, ...level }: RegionPolicyRow): RegionPolicyRow => level;

const areaOf = ({ area }: { area: string }): string => area;

export const regionPoliciesProjection = projection<RegionPolicyRow>({
  name: 'region-policies',
  version: 1,
  indexes: [['area']],
  categories: [
    onCategory<RegionPolicyRow, RegionPolicyEvents>(regionPolicy.category)({
      PolicyDrafted: row(areaOf, drafted),
      PolicyDraftRevised: row(areaOf, drafted),
      PolicyDraftDiscarded: row(areaOf, (before, data, meta) => withoutDraft(change(before, data, meta))),
      PolicyPublished: row(areaOf, (before, { area, ...content }, meta) => {
        const { actorId: publishedBy, recordedAt: publishedAt } = meta;
        const level = withoutDraft(change(before, { area }, meta));
        const version: PolicyVersionView = { ...content, status: 'published', publishedBy, publishedAt };
        return { ...level, versions: [...level.versions, version] };
      }),
      PolicyVersionWithdrawn: row(areaOf, (before, { area, version, reason }, meta) => {
        const withdrawal = { by: meta.actorId, at: meta.recordedAt, reason };
        const level = change(before, { area }, meta);
        const versions = level.versions.map(
          (each): PolicyVersionView =>
            each.version === version ? { ...each, status: 'withdrawn', withdrawal } : each,
        );
        return { ...level, versions };
      }),
    }),
  ],
});
