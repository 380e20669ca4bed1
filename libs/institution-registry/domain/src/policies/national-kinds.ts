import type { Bilingual, Channel, FilingKindPolicy } from '@anjuan/contracts';
import {
  agentCredential,
  householdProof,
  identityCredential,
  referralDocument,
  residenceProof,
  signedForm,
  workProof,
} from './materials';
import { fieldSources, SOURCES } from './sources';

export const NATIONAL_FORM = '跨省异地就医登记备案表';

const form = signedForm(NATIONAL_FORM, 'registration form');

const name = (zh: string, en: string): Bilingual => ({ zh, en });

const PUBLIC_CHANNELS: Channel[] = [
  'counter',
  'app',
  'mini-program',
  'website',
  'kiosk',
  'phone',
  'fax',
  'agency-batch',
];

const longTerm = {
  behaviour: 'long-term',
  letterAllowed: true,
  completion: { default: 'one-reviewer', counter: 'one-visit' },
  completionWithLetter: { default: 'automatic' },
  separation: 'registrar-not-reviewer',
  validity: { rule: 'open-ended' },
  backdatingDays: null,
  retroactive: 'after-discharge-manual-only',
  bothWay: 'after-proof',
  extension: { allowed: false },
  minimumHoldingMonths: 0,
  mayFile: ['self', 'agent'],
  channels: PUBLIC_CHANNELS,
  asks: { admission: true, referral: false, employer: false },
  formTitle: NATIONAL_FORM,
} as const satisfies Partial<FilingKindPolicy>;

const temporary = {
  letterAllowed: false,
  validity: { rule: 'months', months: 6 },
  backdatingDays: null,
  retroactive: 'after-discharge-manual-only',
  bothWay: 'no',
  extension: { allowed: true, months: 6 },
  minimumHoldingMonths: 0,
  formTitle: NATIONAL_FORM,
} as const satisfies Partial<FilingKindPolicy>;

/** The six kinds of 医保发〔2022〕22号, in the order in which they are shown. */
export const nationalKinds: readonly FilingKindPolicy[] = [
  {
    ...longTerm,
    code: 'RETIRED_RESETTLED',
    name: name('异地安置退休人员', 'Retired, resettled elsewhere'),
    nationalKind: 'RETIRED_RESETTLED',
    materials: [identityCredential, householdProof, agentCredential, form],
    mayFile: ['self', 'agent'],
  },
  {
    ...longTerm,
    code: 'LONG_TERM_RESIDENT',
    name: name('异地长期居住人员', 'Long-term resident elsewhere'),
    nationalKind: 'LONG_TERM_RESIDENT',
    materials: [identityCredential, residenceProof, agentCredential, form],
    mayFile: ['self', 'agent'],
  },
  {
    ...longTerm,
    code: 'STATIONED_WORKER',
    name: name('常驻异地工作人员', 'Stationed elsewhere for work'),
    nationalKind: 'STATIONED_WORKER',
    materials: [identityCredential, workProof, agentCredential, form],
    completion: { default: 'one-reviewer' },
    mayFile: ['self', 'agent', 'employer'],
    channels: [...PUBLIC_CHANNELS, 'employer'],
    asks: { admission: true, referral: false, employer: true },
  },
  {
    ...temporary,
    code: 'REFERRED',
    name: name('异地转诊人员', 'Referred elsewhere'),
    nationalKind: 'REFERRED',
    behaviour: 'referral',
    materials: [identityCredential, referralDocument, agentCredential, form],
    completion: { default: 'two-levels', hospital: 'one-reviewer' },
    separation: 'registrar-reviewer-rechecker',
    mayFile: ['self', 'agent', 'hospital'],
    channels: [...PUBLIC_CHANNELS, 'hospital'],
    asks: { admission: true, referral: true, employer: false },
  },
  {
    ...temporary,
    code: 'EMERGENCY',
    name: name('异地急诊抢救人员', 'Emergency rescue elsewhere'),
    nationalKind: 'EMERGENCY',
    behaviour: 'deemed-emergency',
    materials: [],
    completion: { default: 'automatic' },
    separation: 'none',
    extension: { allowed: false },
    mayFile: ['hospital'],
    channels: ['hospital', 'agency-batch'],
    asks: { admission: true, referral: false, employer: false },
  },
  {
    ...temporary,
    code: 'OTHER_TEMPORARY',
    name: name('其他跨省临时外出就医人员', 'Other temporary care elsewhere'),
    nationalKind: 'OTHER_TEMPORARY',
    behaviour: 'temporary',
    materials: [identityCredential, agentCredential, form],
    completion: { default: 'one-reviewer', counter: 'one-visit' },
    separation: 'registrar-not-reviewer',
    mayFile: ['self', 'agent'],
    channels: PUBLIC_CHANNELS,
    asks: { admission: true, referral: false, employer: false },
  },
];

const UNVERIFIED_FIELDS = [
  'completion',
  'separation',
  'extension',
  'minimumHoldingMonths',
  'bothWay',
  'channels',
  'mayFile',
];

const codes = nationalKinds.map(({ code }) => code);

/** Each kind after the notice, its materials after the guides, and what neither says as a default of ours. */
export const nationalKindSources: Readonly<Record<string, string>> = {
  ...Object.fromEntries(codes.map((code) => [`kinds.${code}`, SOURCES.notice2022])),
  ...fieldSources(codes, ['materials'], SOURCES.forms2025),
  ...fieldSources(codes, ['backdatingDays', 'asks'], SOURCES.guide2025),
  ...fieldSources(codes, UNVERIFIED_FIELDS, SOURCES.unverified),
  'kinds.REFERRED.completion': SOURCES.regulation2023,
  'kinds.REFERRED.validity': SOURCES.forms2025,
  'kinds.OTHER_TEMPORARY.validity': SOURCES.forms2025,
  'kinds.EMERGENCY.validity': SOURCES.unverified,
};
