import { nationalKinds } from '../policies/national-kinds';
import { comparePolicies } from './policy-comparison';

const validFor = (months: number) => ({
  kinds: Object.fromEntries(
    nationalKinds
      .filter(({ code }) => code === 'REFERRED')
      .map((kind) => [kind.code, { ...kind, validity: { rule: 'months' as const, months } }]),
  ),
});

describe('a comparison of policies', () => {
  it('finds nothing between equal ones, whatever the order of their fields', () => {
    const notice = { zh: 'b', en: 'a', version: '1' };
    expect(comparePolicies({ notice }, { notice: { version: '1', en: 'a', zh: 'b' } })).toEqual([]);
  });

  it('names what was added, removed and changed', () => {
    expect(
      comparePolicies(
        { advice: [], referringInstitutions: ['H1'] },
        { offeredKinds: ['REFERRED'], referringInstitutions: ['H2'] },
      ),
    ).toEqual([
      { item: 'advice', change: 'removed', before: [], after: undefined },
      { item: 'offeredKinds', change: 'added', before: undefined, after: ['REFERRED'] },
      { item: 'referringInstitutions', change: 'changed', before: ['H1'], after: ['H2'] },
    ]);
  });

  it('goes into a kind field by field', () => {
    expect(comparePolicies(validFor(6), validFor(12))).toEqual([
      {
        item: 'kinds.REFERRED.validity',
        change: 'changed',
        before: { rule: 'months', months: 6 },
        after: { rule: 'months', months: 12 },
      },
    ]);
  });
});
