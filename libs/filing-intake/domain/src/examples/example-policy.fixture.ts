import type { AreaTree, FilingKindPolicy, InsuranceArea, Material, PolicyItems } from '@anjuan/contracts';
import type { PolicyInForce } from '../filing/filing-surroundings';

/** A made-up policy and a small area tree for the specs; nobody should mistake it for a region's rules. */
const material = (code: string, changed: Partial<Material> = {}): Material => ({
  code,
  name: { zh: code, en: code },
  alternatives: [{ zh: code, en: code }],
  required: true,
  letterMayReplace: false,
  onlyForAgent: false,
  ...changed,
});

const base: Omit<FilingKindPolicy, 'code' | 'nationalKind' | 'behaviour' | 'validity'> = {
  name: { zh: '示例', en: 'Example' },
  materials: [material('CREDENTIAL'), material('AGENT_ID', { onlyForAgent: true })],
  letterAllowed: false,
  completion: { default: 'one-reviewer', counter: 'one-visit', app: 'automatic' },
  separation: 'none',
  backdatingDays: null,
  retroactive: 'after-discharge-manual-only',
  bothWay: 'no',
  extension: { allowed: true, months: 6 },
  minimumHoldingMonths: 0,
  mayFile: ['self', 'agent', 'hospital', 'employer'],
  channels: ['counter', 'app', 'phone', 'hospital', 'employer'],
  asks: { admission: false, referral: false, employer: false },
  formTitle: '跨省异地就医登记备案表',
};

const kind = (
  changed: Partial<FilingKindPolicy> & Pick<FilingKindPolicy, 'code' | 'nationalKind' | 'behaviour'>,
) => ({
  validity: { rule: 'months' as const, months: 6 },
  ...base,
  ...changed,
});

const longTermProof = [material('CREDENTIAL'), material('RESIDENCE_PROOF', { letterMayReplace: true })];
const longTermRules = {
  behaviour: 'long-term' as const,
  materials: longTermProof,
  letterAllowed: true,
  validity: { rule: 'open-ended' as const },
  bothWay: 'after-proof' as const,
  minimumHoldingMonths: 6,
  extension: { allowed: false },
};

export const kinds: Readonly<Record<string, FilingKindPolicy>> = {
  OTHER_TEMPORARY: kind({ code: 'OTHER_TEMPORARY', nationalKind: 'OTHER_TEMPORARY', behaviour: 'temporary' }),
  REFERRED: kind({
    code: 'REFERRED',
    nationalKind: 'REFERRED',
    behaviour: 'referral',
    materials: [material('CREDENTIAL'), material('REFERRAL_DOCUMENT')],
    asks: { admission: false, referral: true, employer: false },
  }),
  LONG_TERM_RESIDENT: kind({
    code: 'LONG_TERM_RESIDENT',
    nationalKind: 'LONG_TERM_RESIDENT',
    ...longTermRules,
  }),
  RETIRED_RESETTLED: kind({ code: 'RETIRED_RESETTLED', nationalKind: 'RETIRED_RESETTLED', ...longTermRules }),
  STATIONED_WORKER: kind({
    code: 'STATIONED_WORKER',
    nationalKind: 'STATIONED_WORKER',
    ...longTermRules,
    asks: { admission: false, referral: false, employer: true },
  }),
  TWO_CATEGORY_LONG: kind({
    code: 'TWO_CATEGORY_LONG',
    nationalKind: 'LONG_TERM_RESIDENT',
    ...longTermRules,
    validity: { rule: 'range', minMonths: 1, maxMonths: 12 },
    extension: { allowed: true, months: 6 },
    completion: { default: 'automatic' },
    minimumHoldingMonths: 0,
  }),
  EMERGENCY: kind({ code: 'EMERGENCY', nationalKind: 'EMERGENCY', behaviour: 'deemed-emergency' }),
};

const reasons = (...codes: string[]) => codes.map((code) => ({ code, name: { zh: code, en: code } }));

export const policyItems: PolicyItems = {
  offeredKinds: Object.keys(kinds),
  kinds,
  notice: { version: 'N1', zh: '告知书', en: 'Notice' },
  letter: {
    version: 'L1',
    zh: '承诺书',
    en: 'Letter',
    signatures: ['ticked', 'drawn', 'paper'],
    proofWorkingDays: 5,
  },
  treatmentRegion: { levels: ['prefecture'], provinceLevelCodes: ['310000', '460000'] },
  overlap: { newLongTermEndsOld: true, temporaryBesideLongTerm: true },
  review: {
    firstReviewWorkingDays: 2,
    recheckWorkingDays: 1,
    supplementWorkingDays: 5,
    remindWorkingDaysBefore: 1,
    sampleOneIn: 10,
  },
  rejectReasons: reasons('NOT_ELIGIBLE'),
  cancelReasons: reasons('RETURNED_HOME'),
  revokeReasons: reasons('MADE_IN_ERROR', 'FALSE_COMMITMENT'),
  correctionReasons: reasons('WRONG_DECISION'),
  referralReasons: reasons('NO_EQUIPMENT'),
  referringInstitutions: ['H35020000001'],
  advice: [],
};

export const policy: PolicyInForce = {
  items: policyItems,
  digest: 'a'.repeat(64),
  levels: [{ area: '000000', version: 1 }],
  noticeDigest: 'b'.repeat(64),
  letterDigest: 'c'.repeat(64),
};

/** The policy with some items set otherwise. */
export const policyWith = (items: Partial<PolicyItems>): PolicyInForce => ({
  ...policy,
  items: { ...policyItems, ...items },
});

/** The policy with one kind set otherwise. */
export const policyWithKind = (code: string, changed: Partial<FilingKindPolicy>): PolicyInForce => {
  const before = kinds[code];
  if (!before) throw new Error(`the example has no kind ${code}`);
  return policyWith({ kinds: { ...kinds, [code]: { ...before, ...changed } } });
};

const area = (
  code: string,
  level: InsuranceArea['level'],
  parent: string | undefined,
  pooling = false,
): [string, InsuranceArea] => [code, { code, name: code, level, parent, pooling }];

export const areas: AreaTree = new Map([
  area('000000', 'nation', undefined),
  area('350000', 'province', '000000'),
  area('350200', 'prefecture', '350000', true),
  area('350100', 'prefecture', '350000', true),
  area('310000', 'province', '000000', true),
  area('310101', 'county', '310000'),
  area('440000', 'province', '000000'),
  area('440100', 'prefecture', '440000', true),
  area('440300', 'prefecture', '440000', true),
  area('460000', 'province', '000000'),
  area('460100', 'prefecture', '460000', true),
]);
