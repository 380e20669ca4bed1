import { canonicalText } from './canonical-text';
import { policyOrigins } from './policy-origins';
import type { PolicyItems, PolicyLevel } from './region-policy';

const level = (area: string, version: number, effectiveFrom: string, items: Partial<PolicyItems>) => ({
  area,
  version,
  effectiveFrom,
  items,
  sources: { advice: `advice of ${area}` },
});

describe('canonical text', () => {
  it('is the same for equal values, whatever the order of keys', () => {
    expect(canonicalText({ b: [1, { d: null, c: '字' }], a: true, x: undefined })).toBe(
      '{"a":true,"b":[1,{"c":"字","d":null}]}',
    );
  });
});

describe('the origin of an item', () => {
  const nation: PolicyLevel = level('000000', 1, '2023-01-01', { advice: [], referringInstitutions: [] });
  const province: PolicyLevel = level('350000', 3, '2024-01-01', { advice: [] });

  it('is the lowest level in force that sets it, with that level’s source', () => {
    const path = ['000000', '350000'];
    expect(policyOrigins(path, [nation, province], '2023-06-01')).toEqual({
      advice: { area: '000000', version: 1, source: 'advice of 000000' },
      referringInstitutions: { area: '000000', version: 1, source: undefined },
    });
    expect(policyOrigins(path, [nation, province], '2024-01-01').advice).toEqual({
      area: '350000',
      version: 3,
      source: 'advice of 350000',
    });
  });
});
