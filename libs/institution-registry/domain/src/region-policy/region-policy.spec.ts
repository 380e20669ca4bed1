import type { PartialPolicyItems, PolicyLevel } from '@anjuan/contracts';
import type { Actor } from '@anjuan/event-sourcing';
import { specification } from '@anjuan/testing';
import { nationalPolicy } from '../policies/national-policy';
import { regionPolicy } from './region-policy';

const AREA = '350200';
const nation: PolicyLevel = { ...nationalPolicy, version: 1 };
const account = (accountId: string): Actor => ({
  accountId,
  kind: 'person',
  grants: [{ role: 'registry-editor', area: '000000' }],
});

const content = (
  effectiveFrom = '2026-04-01',
  items: PartialPolicyItems = { referringInstitutions: [] },
) => ({
  effectiveFrom,
  items,
  sources: Object.fromEntries(Object.keys(items).map((name) => [name, 'unverified default'])),
});
const draftPolicy = (data = content()) => ({
  type: 'DraftPolicy' as const,
  data: { area: AREA, ...data },
});
const drafted = (data = content(), version = 1, by = 'editor-1') => ({
  type: 'PolicyDrafted' as const,
  data: { area: AREA, version, ...data },
  by,
});
const revised = (by: string) => ({
  type: 'PolicyDraftRevised' as const,
  data: { area: AREA, version: 1, ...content() },
  by,
});
const published = (version = 1, effectiveFrom = '2026-04-01') => ({
  type: 'PolicyPublished' as const,
  data: { area: AREA, version, ...content(effectiveFrom), authors: ['editor-1'], digest: 'd'.repeat(64) },
});
const publish = { type: 'PublishPolicy' as const, data: { area: AREA } };
const withdraw = (version: number) => ({
  type: 'WithdrawPolicyVersion' as const,
  data: { area: AREA, version, reason: '发布有误' },
});

describe('a region policy', () => {
  const spec = specification(regionPolicy, {
    path: ['000000', '350000', AREA],
    above: [nation],
    digestOf: () => 'd'.repeat(64),
    actor: account('editor-2'),
  });

  it('is drafted as the next version', () => {
    const { by: _, ...first } = drafted();
    spec.given().when(draftPolicy()).thenEvents(first);
    spec
      .given(drafted(), published())
      .when(draftPolicy())
      .thenEvents({ type: 'PolicyDrafted', data: { area: AREA, version: 2, ...content() } });
  });

  it('is kept for the nation, provinces and pooling regions only', () => {
    spec.with({ path: [] }).given().when(draftPolicy()).thenRejected('region-policy.no-such-level');
  });

  it('is published by a second person, with a digest of its items, effective on its first day', () => {
    spec
      .given(drafted())
      .when(publish)
      .thenEvents({ ...published(), facets: { effectiveOn: '2026-04-01' } });
  });

  it('is not published by anybody who wrote a part of the draft', () => {
    const code = 'region-policy.second-person-required';
    spec.given(drafted(), revised('editor-2')).when(publish).thenRejected(code);
    spec
      .with({ actor: account('editor-1') })
      .given(drafted(), revised('editor-3'))
      .when(publish)
      .thenRejected(code);
  });

  it('is published only from a draft', () => {
    spec.given().when(publish).thenRejected('region-policy.no-draft');
    spec.given(drafted(), published()).when(publish).thenRejected('region-policy.no-draft');
  });

  it('is published only when nothing is left without a value', () => {
    spec.with({ above: [] }).given(drafted()).when(publish).thenRejected('region-policy.incomplete');
    spec
      .given(drafted(content('2022-12-31')))
      .when(publish)
      .thenRejected('region-policy.incomplete');
  });

  it('is judged again when it is published, since the levels above may have moved', () => {
    const offers = content('2026-04-01', { offeredKinds: ['REFERRED'] });
    spec
      .with({ above: [{ ...nation, items: { ...nation.items, kinds: {} } }] })
      .given(drafted(offers))
      .when(publish)
      .thenRejected('region-policy.kind-not-defined');
  });

  it('may put on record what was in force before, but only as its first version', () => {
    spec
      .given(drafted(content('2024-01-01')))
      .when(publish)
      .thenEvents(published(1, '2024-01-01'));
    spec
      .given(drafted(), published())
      .when(draftPolicy(content('2026-03-01')))
      .thenRejected('region-policy.effective-in-past');
    spec
      .given(drafted(), published())
      .when(draftPolicy(content('2026-03-02')))
      .thenDecided((events) => expect(events).toHaveLength(1));
  });

  it('is revised while there is a draft', () => {
    const { by: _, ...revision } = revised('editor-2');
    spec.given(drafted()).when(draftPolicy()).thenEvents(revision);
  });

  it('is discarded while there is a draft, and then drafted anew under the same number', () => {
    const discard = { type: 'DiscardPolicyDraft' as const, data: { area: AREA } };
    const discarded = { type: 'PolicyDraftDiscarded' as const, data: { area: AREA, version: 1 } };
    const { by: _, ...first } = drafted();
    spec.given(drafted()).when(discard).thenEvents(discarded);
    spec.given(drafted(), discarded).when(draftPolicy()).thenEvents(first);
    spec.given(drafted(), published()).when(discard).thenRejected('region-policy.no-draft');
    spec.given().when(discard).thenRejected('region-policy.no-draft');
  });

  it('is withdrawn only before it is in force', () => {
    const withdrawn = {
      type: 'PolicyVersionWithdrawn' as const,
      data: { area: AREA, version: 1, reason: '发布有误' },
    };
    spec.given(drafted(), published()).when(withdraw(1)).thenEvents(withdrawn);
    spec
      .given(drafted(), published(1, '2026-03-02'))
      .when(withdraw(1))
      .thenRejected('region-policy.version-in-force');
    spec
      .given(drafted(), published(), withdrawn)
      .when(withdraw(1))
      .thenRejected('region-policy.version-withdrawn');
    spec.given(drafted(), published()).when(withdraw(2)).thenRejected('region-policy.version-not-found');
  });
});
