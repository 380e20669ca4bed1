import type { FilingKindPolicy, PartialPolicyItems, PolicyLevel } from '@anjuan/contracts';
import { Rejected } from '@anjuan/event-sourcing';
import { nationalKinds } from '../policies/national-kinds';
import { nationalPolicy } from '../policies/national-policy';
import { checkPolicy } from './policy-rules';

const national = nationalPolicy.items;
const above: PolicyLevel = { ...nationalPolicy, version: 1 };

function kind(code: string, changed: Partial<FilingKindPolicy>): PartialPolicyItems {
  const found = nationalKinds.find((each) => each.code === code);
  if (!found) throw new Error(`no kind ${code}`);
  return { kinds: { [code]: { ...found, ...changed } } };
}

const sourcesOf = ({ kinds, ...items }: PartialPolicyItems): Record<string, string> =>
  Object.fromEntries(
    [...Object.keys(items), ...Object.keys(kinds ?? {}).map((code) => `kinds.${code}`)].map((name) => [
      name,
      'unverified default',
    ]),
  );

function verdict(
  items: PartialPolicyItems,
  { sources = sourcesOf(items), earlier = [] as PolicyLevel[] } = {},
) {
  try {
    checkPolicy({ effectiveFrom: '2026-04-01', items, sources }, { path: [], above: [above], earlier });
  } catch (error) {
    if (error instanceof Rejected) return error.code;
    throw error;
  }
  return 'accepted';
}

const aMaterial = nationalKinds[0]?.materials ?? [];

describe('the rules for a draft', () => {
  it.each<[string, PartialPolicyItems, string]>([
    ['it sets something', {}, 'sets-nothing'],
    ['a kind on offer is defined here or above', { offeredKinds: ['XM_LONG_TERM'] }, 'kind-not-defined'],
    ['a kind is offered once', { offeredKinds: ['REFERRED', 'REFERRED'] }, 'listed-twice'],
    ['a kind’s code is its key', kind('REFERRED', { code: 'OTHER' }), 'kind-code-differs'],
    [
      'a kind behaves as its national kind does',
      kind('REFERRED', { behaviour: 'long-term' }),
      'behaviour-does-not-fit',
    ],
    ['a kind lists its materials', kind('OTHER_TEMPORARY', { materials: [] }), 'kind-without-materials'],
    [
      'a material is listed once',
      kind('RETIRED_RESETTLED', { materials: [...aMaterial, ...aMaterial] }),
      'listed-twice',
    ],
    [
      'a letter that is allowed can replace something',
      kind('OTHER_TEMPORARY', { letterAllowed: true }),
      'letter-does-not-fit',
    ],
    [
      'nothing waits for a letter that is not allowed',
      kind('RETIRED_RESETTLED', { letterAllowed: false }),
      'letter-does-not-fit',
    ],
    [
      'nobody completes by a letter that is not allowed',
      kind('OTHER_TEMPORARY', { completionWithLetter: { default: 'automatic' } }),
      'letter-does-not-fit',
    ],
    [
      'completion names channels that exist',
      kind('OTHER_TEMPORARY', { completion: { default: 'one-reviewer', pigeon: 'automatic' } }),
      'unknown-channel',
    ],
    [
      'two levels ask for different people',
      kind('REFERRED', { separation: 'registrar-not-reviewer' }),
      'two-levels-need-separation',
    ],
    [
      'the shortest validity is not the longest',
      kind('OTHER_TEMPORARY', { validity: { rule: 'range', minMonths: 7, maxMonths: 6 } }),
      'range-reversed',
    ],
    [
      'an extension says for how long',
      kind('OTHER_TEMPORARY', { extension: { allowed: true } }),
      'extension-does-not-fit',
    ],
    [
      'what has no end is not extended',
      kind('RETIRED_RESETTLED', { extension: { allowed: true, months: 6 } }),
      'extension-does-not-fit',
    ],
    [
      'a reason is listed once',
      { rejectReasons: [...(national.rejectReasons ?? []), ...(national.rejectReasons ?? [])] },
      'listed-twice',
    ],
    [
      'a reminder comes after the review began',
      {
        review: {
          firstReviewWorkingDays: 2,
          recheckWorkingDays: 1,
          supplementWorkingDays: 5,
          remindWorkingDaysBefore: 2,
          sampleOneIn: 0,
        },
      },
      'reminder-after-deadline',
    ],
  ])('%s', (_, items, code) => expect(verdict(items)).toBe(`region-policy.${code}`));

  it('a kind defined in the same draft can be offered', () => {
    const items = { ...kind('REFERRED', {}), offeredKinds: ['REFERRED', 'EMERGENCY'] };
    expect(verdict(items)).toBe('accepted');
  });

  it('every item names its source, and every source its item', () => {
    const items: PartialPolicyItems = { referringInstitutions: [], ...kind('REFERRED', {}) };
    const missing = { referringInstitutions: 'unverified default' };
    expect(verdict(items, { sources: missing })).toBe('region-policy.item-without-source');
    const field = { ...sourcesOf(items), 'kinds.REFERRED.validity': 'unverified default' };
    expect(verdict(items, { sources: field })).toBe('accepted');
    const strange = { ...sourcesOf(items), notice: 'unverified default' };
    expect(verdict(items, { sources: strange })).toBe('region-policy.source-without-item');
  });

  it('a version of a text names one wording', () => {
    const notice = { version: '1', zh: '告知', en: 'notice' };
    const earlier: PolicyLevel[] = [
      { area: '350200', version: 1, effectiveFrom: '2026-01-01', items: { notice } },
    ];
    expect(verdict({ notice }, { earlier })).toBe('accepted');
    expect(verdict({ notice: { ...notice, en: 'other' } }, { earlier })).toBe(
      'region-policy.text-version-reused',
    );
    expect(verdict({ notice: { ...notice, en: 'other', version: '2' } }, { earlier })).toBe('accepted');
  });
});
