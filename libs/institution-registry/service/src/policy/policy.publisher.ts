import { regionPolicyTopic } from '@anjuan/contracts';
import { internal, publisher } from '@anjuan/event-sourcing';
import { type RegionPolicyEvents, regionPolicy } from '@anjuan/institution-registry-domain';

export const policyPublisher = publisher<RegionPolicyEvents>(
  regionPolicy.category,
  regionPolicyTopic.name,
)({
  PolicyDrafted: internal,
  PolicyDraftRevised: internal,
  PolicyDraftDiscarded: internal,
  PolicyPublished: ({ authors: _, ...data }) => ({ key: data.area, type: 'RegionPolicyPublished', data }),
  PolicyVersionWithdrawn: ({ area, version }) => ({
    key: area,
    type: 'RegionPolicyWithdrawn',
    data: { area, version },
  }),
});
