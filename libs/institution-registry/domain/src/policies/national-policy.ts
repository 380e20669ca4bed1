import { NATION } from '@anjuan/contracts';
import { nationalKindSources, nationalKinds } from './national-kinds';
import { nationalReasons } from './national-reasons';
import { nationalLetter, nationalNotice } from './national-texts';
import type { ShippedPolicy } from './shipped-policy';
import { SOURCES } from './sources';

/** The national default: what every region inherits until it sets an item of its own. */
export const nationalPolicy: ShippedPolicy = {
  area: NATION,
  effectiveFrom: '2023-01-01',
  items: {
    offeredKinds: nationalKinds.map(({ code }) => code),
    kinds: Object.fromEntries(nationalKinds.map((kind) => [kind.code, kind])),
    notice: nationalNotice,
    letter: nationalLetter,
    treatmentRegion: {
      levels: ['prefecture'],
      provinceLevelCodes: ['110000', '120000', '310000', '500000', '460000', '540000', '660000'],
    },
    overlap: { newLongTermEndsOld: true, temporaryBesideLongTerm: true },
    review: {
      firstReviewWorkingDays: 2,
      recheckWorkingDays: 1,
      supplementWorkingDays: 5,
      remindWorkingDaysBefore: 1,
      sampleOneIn: 20,
    },
    ...nationalReasons,
    referringInstitutions: [],
    advice: [
      {
        zh: '就医时请携带医保电子凭证、社会保障卡或有效身份证件，并主动告知已办理异地就医备案。',
        en: 'Bring your electronic credential, social security card or identity document, and say that you have filed.',
      },
      {
        zh: '已住院的，请在出院结算前到医院以异地参保人员身份重新办理入院登记。',
        en: 'If you are in hospital already, have your admission registered again as insured elsewhere before you settle.',
      },
      {
        zh: '备案地所有已开通的跨省联网定点医疗机构均可住院直接结算；起付线、支付比例和封顶线按参保地规定执行。',
        en: 'All networked institutions of the filed place settle inpatient care directly; deductible, ratio and cap are those of the insured region.',
      },
      {
        zh: '门诊慢特病须先在参保地取得资格认定，再办理备案。',
        en: 'For chronic outpatient diseases, be certified by the insured region first, then file.',
      },
    ],
  },
  sources: {
    offeredKinds: SOURCES.notice2022,
    ...nationalKindSources,
    notice: SOURCES.wording,
    letter: SOURCES.wording,
    treatmentRegion: SOURCES.notice2022,
    overlap: SOURCES.unverified,
    review: SOURCES.unverified,
    rejectReasons: SOURCES.unverified,
    cancelReasons: SOURCES.unverified,
    revokeReasons: SOURCES.unverified,
    correctionReasons: SOURCES.unverified,
    referralReasons: SOURCES.unverified,
    referringInstitutions: SOURCES.unverified,
    advice: SOURCES.guide2025,
  },
};
