import { nationalPolicy, xiamenPolicy } from '@anjuan/institution-registry-domain';
import { inherit, invalidIn, isSet, setAsInherited, withoutSource, withSource } from './draft-content';

const { effectiveFrom, items, sources } = xiamenPolicy;
const draft = { effectiveFrom, items, sources };
const above = nationalPolicy.items;

describe('a draft', () => {
  it('takes an inherited item over as it is, and then asks for its source', () => {
    const taken = setAsInherited(draft, 'review', above);
    expect(taken.items.review).toEqual(above.review);
    expect(withoutSource(taken)).toEqual(['review']);
    expect(withoutSource(withSource(taken, 'review', '厦医保〔2026〕1号'))).toEqual([]);
  });

  it('takes one kind over and leaves the others', () => {
    const taken = setAsInherited(draft, 'kinds.REFERRED', above);
    expect(Object.keys(taken.items.kinds ?? {})).toEqual(['XM_LONG_TERM', 'XM_TEMPORARY', 'REFERRED']);
  });

  it('lets an item be inherited again, and its sources and those of its fields go', () => {
    const left = inherit(draft, 'kinds.XM_LONG_TERM');
    expect(isSet(left, 'kinds.XM_LONG_TERM')).toBe(false);
    expect(isSet(left, 'kinds.XM_TEMPORARY')).toBe(true);
    const names = Object.keys(left.sources).filter((name) => name.startsWith('kinds.'));
    expect(names.length).toBeGreaterThan(1);
    expect(names.every((name) => name.startsWith('kinds.XM_TEMPORARY'))).toBe(true);
  });

  it('names what the schema does not accept', () => {
    expect(invalidIn(draft)).toEqual([]);
    const reasons = [{ code: '', name: { zh: '原因', en: 'reason' } }];
    expect(invalidIn({ ...draft, items: { rejectReasons: reasons } })).toEqual(['rejectReasons.0.code']);
  });
});
