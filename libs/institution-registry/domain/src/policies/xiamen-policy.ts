import type { FilingKindPolicy } from '@anjuan/contracts';
import { agentCredential, identityCredential, signedForm, situationProof } from './materials';
import type { ShippedPolicy } from './shipped-policy';
import { fieldSources, SOURCES } from './sources';

const FORM = '厦门市跨省异地就医登记备案表';

/** With the letter ticked, saving completes a filing online; at the counter the clerk completes it in one visit. */
const shared = {
  materials: [
    identityCredential,
    situationProof,
    agentCredential,
    signedForm(FORM, 'Xiamen registration form'),
  ],
  letterAllowed: true,
  completion: { default: 'one-reviewer', counter: 'one-visit' },
  completionWithLetter: {
    default: 'automatic',
    counter: 'one-visit',
    phone: 'one-reviewer',
    fax: 'one-reviewer',
  },
  separation: 'registrar-not-reviewer',
  validity: { rule: 'range', minMonths: 0, maxMonths: 120 },
  backdatingDays: null,
  retroactive: 'after-discharge-manual-only',
  bothWay: 'yes',
  extension: { allowed: true, months: 12 },
  minimumHoldingMonths: 0,
  mayFile: ['self', 'agent'],
  channels: ['counter', 'app', 'mini-program', 'website', 'kiosk', 'phone', 'fax', 'agency-batch'],
  asks: { admission: true, referral: false, employer: false },
  formTitle: FORM,
} satisfies Partial<FilingKindPolicy>;

const longTerm: FilingKindPolicy = {
  ...shared,
  code: 'XM_LONG_TERM',
  name: { zh: '跨省异地长期居住人员', en: 'Long-term resident in another province' },
  nationalKind: 'LONG_TERM_RESIDENT',
  behaviour: 'long-term',
};

const temporary: FilingKindPolicy = {
  ...shared,
  code: 'XM_TEMPORARY',
  name: { zh: '跨省临时外出就医人员', en: 'Temporary care in another province' },
  nationalKind: 'OTHER_TEMPORARY',
  behaviour: 'temporary',
};

const FROM_PRACTICE = [
  'materials',
  'letterAllowed',
  'completionWithLetter',
  'validity.rule',
  'bothWay',
  'formTitle',
];

/** Xiamen: two categories instead of six kinds; the applicant chooses the dates. Everything else is inherited. */
export const xiamenPolicy: ShippedPolicy = {
  area: '350200',
  effectiveFrom: '2023-01-01',
  items: {
    offeredKinds: [longTerm.code, temporary.code],
    kinds: { [longTerm.code]: longTerm, [temporary.code]: temporary },
    advice: [
      {
        zh: '备案成功后，您在备案有效期内仍可继续使用厦门本地及福建省内的定点医药机构。',
        en: 'While the filing is valid you may go on using institutions in Xiamen and in the rest of Fujian.',
      },
      {
        zh: '生育就医请选择“跨省异地长期居住人员”；转诊和急诊请选择“跨省临时外出就医人员”。',
        en: 'For maternity care choose long-term resident; for a referral or an emergency choose temporary care.',
      },
      {
        zh: '就医时请携带医保电子凭证、社会保障卡或有效身份证件，并主动告知已办理异地就医备案。',
        en: 'Bring your electronic credential, social security card or identity document, and say that you have filed.',
      },
    ],
  },
  sources: {
    offeredKinds: SOURCES.xiamen2022,
    'kinds.XM_LONG_TERM': SOURCES.unverified,
    'kinds.XM_TEMPORARY': SOURCES.unverified,
    ...fieldSources([longTerm.code, temporary.code], FROM_PRACTICE, SOURCES.xiamen2022),
    advice: SOURCES.xiamen2022,
  },
};
