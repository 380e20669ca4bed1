import type { Bilingual, Material } from '@anjuan/contracts';

const text = (zh: string, en: string): Bilingual => ({ zh, en });

const required = { required: true, letterMayReplace: false, onlyForAgent: false } as const;

/** A proof of the reason for filing; a commitment letter may stand in for it. */
const proof = { required: true, letterMayReplace: true, onlyForAgent: false } as const;

const credentials = [
  text('医保电子凭证', 'Electronic insurance credential'),
  text('有效身份证件', 'Valid identity document'),
  text('社会保障卡', 'Social security card'),
];

export const identityCredential: Material = {
  code: 'ID_CREDENTIAL',
  name: text('申请人身份凭证', 'Identity credential of the applicant'),
  alternatives: credentials,
  ...required,
};

export const agentCredential: Material = {
  code: 'AGENT_CREDENTIAL',
  name: text('代办人身份凭证', 'Identity credential of the agent'),
  alternatives: credentials.slice(1),
  ...required,
  onlyForAgent: true,
};

/** The registration form is filled in on screen; a signed copy is kept where one was signed on paper. */
export const signedForm = (zh: string, en: string): Material => ({
  code: 'SIGNED_FORM',
  name: text(`签字的${zh}`, `Signed ${en}`),
  alternatives: [text(zh, en)],
  ...required,
  required: false,
});

export const householdProof: Material = {
  code: 'HOUSEHOLD_PROOF',
  name: text('户籍迁入证明', 'Proof of household registration in the place'),
  alternatives: [
    text(
      '居民户口簿首页和本人常住人口登记卡',
      'First page of the household book and the applicant’s own page',
    ),
    text('异地户籍证明', 'Certificate of household registration there'),
  ],
  ...proof,
};

export const residenceProof: Material = {
  code: 'RESIDENCE_PROOF',
  name: text('长期居住证明', 'Proof of long-term residence'),
  alternatives: [
    text('居住证', 'Residence permit'),
    text('其他长期居住证明', 'Other proof of long-term residence'),
  ],
  ...proof,
};

export const workProof: Material = {
  code: 'WORK_PROOF',
  name: text('异地工作证明', 'Proof of work in the place'),
  alternatives: [
    text('参保地单位派出证明', 'Posting letter of the employer'),
    text('异地工作单位证明', 'Letter of the workplace there'),
    text('工作合同', 'Work contract'),
  ],
  ...proof,
};

export const referralDocument: Material = {
  code: 'REFERRAL_DOCUMENT',
  name: text('转诊转院意见书', 'Referral document'),
  alternatives: [
    text(
      '参保地规定的定点医疗机构开具的转诊转院意见书',
      'Referral by an institution that the insured region designates',
    ),
  ],
  ...required,
};

export const maternityForm: Material = {
  code: 'MATERNITY_FORM',
  name: text('广东省异地就医生育保险登记备案表', 'Guangdong registration form for maternity care elsewhere'),
  alternatives: [text('填写完整并签字的登记备案表', 'The form, filled in and signed')],
  ...required,
};

/** Xiamen asks for a ticked letter and no proof; whoever does not tick it shows one of these. */
export const situationProof: Material = {
  code: 'SITUATION_PROOF',
  name: text('异地就医情况证明', 'Proof of the reason for care elsewhere'),
  alternatives: [
    text('居住、户籍或工作证明', 'Proof of residence, household registration or work'),
    text('转诊或急诊材料', 'Papers of a referral or an emergency'),
  ],
  ...proof,
};
