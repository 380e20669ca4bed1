import type { FilingKindPolicy, Material, PolicyItems } from '@anjuan/contracts';

const text = (code: string) => ({ zh: code, en: code });

const material = (code: string, changed: Partial<Material> = {}): Material => ({
  code,
  name: text(code),
  alternatives: [text(code)],
  required: true,
  letterMayReplace: false,
  onlyForAgent: false,
  ...changed,
});

type Named = Pick<FilingKindPolicy, 'code' | 'nationalKind' | 'behaviour'>;

const kind = (changed: Partial<FilingKindPolicy> & Named): FilingKindPolicy => ({
  name: text(changed.code),
  materials: [material('ID_CREDENTIAL'), material('AGENT_CREDENTIAL', { onlyForAgent: true })],
  letterAllowed: false,
  completion: { default: 'one-reviewer', counter: 'one-visit', app: 'automatic' },
  separation: 'none',
  validity: { rule: 'months', months: 6 },
  backdatingDays: 60,
  retroactive: 'before-discharge',
  bothWay: 'no',
  extension: { allowed: true, months: 6 },
  minimumHoldingMonths: 0,
  mayFile: ['self', 'agent', 'hospital', 'employer'],
  channels: ['counter', 'app', 'hospital', 'employer'],
  asks: { admission: false, referral: false, employer: false },
  formTitle: '厦门市跨省异地就医登记备案表',
  ...changed,
});

const longTerm = {
  behaviour: 'long-term' as const,
  materials: [material('ID_CREDENTIAL'), material('RESIDENCE_PROOF', { letterMayReplace: true })],
  letterAllowed: true,
  validity: { rule: 'open-ended' as const },
  extension: { allowed: false },
  minimumHoldingMonths: 6,
};

const kinds: Readonly<Record<string, FilingKindPolicy>> = {
  OTHER_TEMPORARY: kind({ code: 'OTHER_TEMPORARY', nationalKind: 'OTHER_TEMPORARY', behaviour: 'temporary' }),
  CHOSEN_RANGE: kind({
    code: 'CHOSEN_RANGE',
    nationalKind: 'OTHER_TEMPORARY',
    behaviour: 'temporary',
    validity: { rule: 'range', minMonths: 1, maxMonths: 12 },
    mayFile: ['self'],
  }),
  REFERRED: kind({
    code: 'REFERRED',
    nationalKind: 'REFERRED',
    behaviour: 'referral',
    materials: [material('ID_CREDENTIAL'), material('REFERRAL_DOCUMENT')],
    asks: { admission: false, referral: true, employer: false },
  }),
  LONG_TERM_RESIDENT: kind({ code: 'LONG_TERM_RESIDENT', nationalKind: 'LONG_TERM_RESIDENT', ...longTerm }),
  STATIONED_WORKER: kind({
    code: 'STATIONED_WORKER',
    nationalKind: 'STATIONED_WORKER',
    ...longTerm,
    asks: { admission: false, referral: false, employer: true },
  }),
  EMERGENCY: kind({ code: 'EMERGENCY', nationalKind: 'EMERGENCY', behaviour: 'deemed-emergency' }),
};

const reasons = (...codes: string[]) => codes.map((code) => ({ code, name: text(code) }));

/** A made-up policy for the specs over HTTP. */
export const policyItems: PolicyItems = {
  offeredKinds: Object.keys(kinds),
  kinds,
  notice: { version: 'N1', zh: '告知书正文', en: 'Notice' },
  letter: {
    version: 'L1',
    zh: '承诺书正文',
    en: 'Letter',
    signatures: ['ticked', 'drawn'],
    proofWorkingDays: 5,
  },
  treatmentRegion: { levels: ['prefecture'], provinceLevelCodes: ['310000'] },
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
  revokeReasons: reasons('MADE_IN_ERROR'),
  correctionReasons: reasons('WRONG_DECISION'),
  referralReasons: reasons('NO_EQUIPMENT'),
  referringInstitutions: ['H35020000001'],
  advice: [{ zh: '请携带医保电子凭证。', en: 'Bring the credential.' }],
};
