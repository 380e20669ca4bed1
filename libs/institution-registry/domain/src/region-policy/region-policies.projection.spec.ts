import { projectionSpecification, recorded } from '@anjuan/testing';
import {
  publishedLevels,
  type RegionPolicyRow,
  regionPoliciesProjection,
} from './region-policies.projection';

const AREA = '350200';
const content = {
  area: AREA,
  version: 1,
  effectiveFrom: '2026-04-01',
  items: { referringInstitutions: [] },
  sources: { referringInstitutions: 'unverified default' },
};
const drafted = recorded('regionPolicy', AREA, { type: 'PolicyDrafted', data: content }, { by: 'a' });
const revised = recorded('regionPolicy', AREA, { type: 'PolicyDraftRevised', data: content }, { by: 'b' });
const published = recorded(
  'regionPolicy',
  AREA,
  { type: 'PolicyPublished', data: { ...content, authors: ['a', 'b'], digest: 'd'.repeat(64) } },
  { by: 'c' },
);
const withdrawn = recorded(
  'regionPolicy',
  AREA,
  { type: 'PolicyVersionWithdrawn', data: { area: AREA, version: 1, reason: '发布有误' } },
  { by: 'd' },
);

describe('the list of region policies', () => {
  const rows = projectionSpecification(regionPoliciesProjection);
  const levelsOf = (after: { rows: ReadonlyMap<string, object> }) =>
    publishedLevels(after.rows.get(AREA) as RegionPolicyRow);

  it('shows a draft, who wrote it and the revision it is at', () => {
    rows
      .given(drafted, revised)
      .thenRow(AREA, { revision: 1, versions: [], draft: { version: 1, authors: ['a', 'b'] } });
  });

  it('turns the draft into a version when it is published', () => {
    const after = rows.given(drafted, revised, published);
    after.thenRow(AREA, {
      revision: 2,
      versions: [{ version: 1, status: 'published', publishedBy: 'c', authors: ['a', 'b'] }],
    });
    expect(after.rows.get(AREA)).not.toHaveProperty('draft');
    expect(levelsOf(after)).toEqual([content]);
  });

  it('forgets a discarded draft but not that there was one', () => {
    const discarded = { type: 'PolicyDraftDiscarded', data: { area: AREA, version: 1 } };
    const after = rows.given(drafted, recorded('regionPolicy', AREA, discarded));
    after.thenRow(AREA, { revision: 1, versions: [] });
    expect(after.rows.get(AREA)).not.toHaveProperty('draft');
  });

  it('says who withdrew a version and why, and resolves nothing from it', () => {
    const after = rows.given(drafted, published, withdrawn);
    after.thenRow(AREA, {
      versions: [{ status: 'withdrawn', withdrawal: { by: 'd', reason: '发布有误' } }],
    });
    expect(levelsOf(after)).toEqual([]);
  });
});
