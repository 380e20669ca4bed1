import { NATION, type PolicyLevel } from '@anjuan/contracts';
import { decider, type Surroundings } from '@anjuan/event-sourcing';
import { checkComplete } from './policy-completeness';
import { checkPolicy } from './policy-rules';
import type { PolicyContent, RegionPolicyCommand } from './region-policy.commands';
import { type RegionPolicyEvents, regionPolicyEvents } from './region-policy.events';
import { regionPolicyRejections } from './region-policy.rejections';

const { reject } = regionPolicyRejections;

export interface PolicyDraft extends PolicyContent {
  readonly version: number;
  /** Everybody who wrote a part of it. */
  readonly authors: readonly string[];
}

export interface PublishedPolicy extends PolicyLevel {
  readonly withdrawn: boolean;
}

export interface RegionPolicyState {
  readonly draft?: PolicyDraft;
  /** In order of version, which counts from 1. */
  readonly versions: readonly PublishedPolicy[];
}

/** What a decision on a level must know besides it. */
export interface PolicySurroundings {
  /** Area codes from the nation down to the level; empty when the area is not one that keeps a policy. */
  readonly path: readonly string[];
  /** Published versions of the levels above. */
  readonly above: readonly PolicyLevel[];
  /** Digest of a JSON value's canonical form, 64 hex digits. */
  readonly digestOf: (value: unknown) => string;
}

/** The versions that count: published and not withdrawn. */
export const standingVersions = ({ versions }: RegionPolicyState): readonly PolicyLevel[] =>
  versions.filter(({ withdrawn }) => !withdrawn);

/**
 * The policy of one level of the area tree. Two people make a version: one drafts, another publishes. A published
 * version is never edited; the next one replaces all of the level's items from its first day.
 */
export const regionPolicy = decider<
  RegionPolicyState,
  RegionPolicyCommand,
  RegionPolicyEvents,
  PolicySurroundings
>({
  category: 'regionPolicy',
  events: regionPolicyEvents,
  initialState: { versions: [] },
  idOf: ({ data }) => data.area,
  decide: {
    DraftPolicy: ({ area, ...content }, state, around) => {
      checkContent(content, state, around);
      const data = { area, version: state.versions.length + 1, ...content };
      return [{ type: state.draft ? 'PolicyDraftRevised' : 'PolicyDrafted', data }];
    },
    DiscardPolicyDraft: ({ area }, state) => {
      const { version } = draftOf(state);
      return [{ type: 'PolicyDraftDiscarded', data: { area, version } }];
    },
    PublishPolicy: ({ area }, state, around) => {
      const { version, authors, ...content } = draftOf(state);
      if (authors.includes(around.actor.accountId)) reject('region-policy.second-person-required');
      checkContent(content, state, around);
      checkComplete({ area, version, ...content }, around);
      const digest = around.digestOf(content.items);
      const data = { area, version, ...content, authors: [...authors], digest };
      return [{ type: 'PolicyPublished', data, facets: { effectiveOn: content.effectiveFrom } }];
    },
    WithdrawPolicyVersion: ({ area, version, reason }, state, { today }) => {
      const found =
        state.versions.find((candidate) => candidate.version === version) ??
        reject('region-policy.version-not-found', { version });
      if (found.withdrawn) reject('region-policy.version-withdrawn', { version });
      if (found.effectiveFrom <= today) reject('region-policy.version-in-force', { version });
      return [{ type: 'PolicyVersionWithdrawn', data: { area, version, reason } }];
    },
  },
  evolve: {
    PolicyDrafted: (state, { area: _, ...draft }, { actorId }) => ({
      ...state,
      draft: { ...draft, authors: [actorId] },
    }),
    PolicyDraftRevised: (state, { area: _, ...draft }, { actorId }) => ({
      ...state,
      draft: { ...draft, authors: [...new Set([...(state.draft?.authors ?? []), actorId])] },
    }),
    PolicyDraftDiscarded: ({ versions }) => ({ versions }),
    PolicyPublished: ({ versions }, { authors: _, digest: __, ...level }) => ({
      versions: [...versions, { ...level, withdrawn: false }],
    }),
    PolicyVersionWithdrawn: (state, { version }) => ({
      ...state,
      versions: state.versions.map((each) =>
        each.version === version ? { ...each, withdrawn: true } : each,
      ),
    }),
  },
});

const draftOf = ({ draft }: RegionPolicyState): PolicyDraft => draft ?? reject('region-policy.no-draft');

/**
 * The rules that hold for a draft as well as for what is published. Only the first version of a level may take effect
 * in the past: it puts on record what is in force already.
 */
function checkContent(
  content: PolicyContent,
  state: RegionPolicyState,
  around: Surroundings<PolicySurroundings>,
): void {
  const { path, above, today } = around;
  if (path[0] !== NATION) reject('region-policy.no-such-level');
  if (state.versions.length > 0 && content.effectiveFrom < today) reject('region-policy.effective-in-past');
  checkPolicy(content, { path, above, earlier: state.versions });
}
