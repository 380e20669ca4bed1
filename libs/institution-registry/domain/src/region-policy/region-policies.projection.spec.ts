import { projectionSpecification, recorded } from '@anjuan/testing';
import { policyRowId, regionPoliciesProjection } from './region-policies.projection';

const content = {
  area: '350200',
  version: 1,
  effectiveFrom: '2026-04-01',
  items: { referringInstitutions: [] },
  sources: { referringInstitutions: 'unverified default' },
};
const drafted = recorded('regionPolicy', '350200', { type: 'PolicyDrafted', data: content }, { by: 'a' });
const revised = recorded(
  'regionPolicy',
  '350200',
  { type: 'PolicyDraftRevised', data: content },
  { by: 'b' },
);
const published = recorded(
  'regionPolicy',
  '350200',
  { type: 'PolicyPublished', data: { ...content, authors: ['a', 'b'], digest: 'd'.repeat(64) } },
  { by: 'c' },
);

describe('the list of region policies', () => {
  const rows = projectionSpecification(regionPoliciesProjection);

  it('shows a draft, who wrote it and the revision it is at', () => {
    rows.given(drafted, revised).thenRow(policyRowId('350200', 'draft'), {
      status: 'draft',
      authors: ['a', 'b'],
      revision: 1,
    });
  });

  it('turns the draft into a version when it is published', () => {
    const after = rows.given(drafted, revised, published);
    after.thenNoRow(policyRowId('350200', 'draft'));
    after.thenRow(policyRowId('350200', 1), { status: 'published', publishedBy: 'c', revision: 2 });
  });

  it('forgets a discarded draft', () => {
    const discarded = { type: 'PolicyDraftDiscarded', data: { area: '350200', version: 1 } };
    rows.given(drafted, recorded('regionPolicy', '350200', discarded)).thenRows([]);
  });

  it('says who withdrew a version and why', () => {
    const withdrawn = {
      type: 'PolicyVersionWithdrawn',
      data: { area: '350200', version: 1, reason: '发布有误' },
    };
    rows
      .given(drafted, published, recorded('regionPolicy', '350200', withdrawn, { by: 'd' }))
      .thenRow(policyRowId('350200', 1), {
        status: 'withdrawn',
        withdrawal: { by: 'd', reason: '发布有误' },
      });
  });
});
