import type { PolicyLevel } from '@anjuan/contracts';
import { type EventMeta, onCategory, projection, row } from '@anjuan/event-sourcing';
import { regionPolicy } from './region-policy';
import type { PolicyContent } from './region-policy.commands';
import type { RegionPolicyEvents } from './region-policy.events';

/** A version of a level, or its draft. */
export type RegionPolicyRow = PolicyContent & {
  area: string;
  version: number;
  status: 'draft' | 'published' | 'withdrawn';
  authors: string[];
  changedAt: string;
  publishedBy?: string;
  publishedAt?: string;
  digest?: string;
  withdrawal?: { by: string; at: string; reason: string };
  /** Revision of the stream with the row's last change. */
  revision: number;
};

export const policyRowId = (area: string, version: number | 'draft'): string => `${area}/${version}`;

const draftId = ({ area }: { area: string }): string => policyRowId(area, 'draft');

const drafted = (
  before: RegionPolicyRow | undefined,
  content: PolicyContent & Pick<PolicyLevel, 'area' | 'version'>,
  { actorId, recordedAt, revision }: EventMeta,
): RegionPolicyRow => ({
  ...content,
  status: 'draft',
  authors: [...new Set([...(before?.authors ?? []), actorId])],
  changedAt: recordedAt,
  revision,
});

export const regionPoliciesProjection = projection<RegionPolicyRow>({
  name: 'region-policies',
  version: 1,
  indexes: [
    ['area', 'status', 'version'],
    ['status', 'area'],
    ['status', 'effectiveFrom'],
  ],
  categories: [
    onCategory<RegionPolicyRow, RegionPolicyEvents>(regionPolicy.category)({
      PolicyDrafted: row(draftId, drafted),
      PolicyDraftRevised: row(draftId, drafted),
      PolicyDraftDiscarded: row(draftId, () => undefined),
      PolicyPublished: row(
        ({ area, version }) => [draftId({ area }), policyRowId(area, version)],
        (_, published, { actorId, recordedAt, revision }, id) =>
          id === draftId(published)
            ? undefined
            : {
                ...published,
                status: 'published',
                publishedBy: actorId,
                publishedAt: recordedAt,
                changedAt: recordedAt,
                revision,
              },
      ),
      PolicyVersionWithdrawn: row(
        ({ area, version }) => policyRowId(area, version),
        (before, { reason }, { actorId, recordedAt, revision }) =>
          before && {
            ...before,
            status: 'withdrawn',
            changedAt: recordedAt,
            withdrawal: { by: actorId, at: recordedAt, reason },
            revision,
          },
      ),
    }),
  ],
});
