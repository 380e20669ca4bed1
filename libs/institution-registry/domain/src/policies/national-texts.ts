import type { PolicyItems } from '@anjuan/contracts';

/** What an applicant reads and ticks before filling in. */
export const nationalNotice: PolicyItems['notice'] = {
  version: '2023-01',
  zh: `跨省异地就医备案告知书

一、办理跨省异地就医备案后，您在备案地已开通相应业务的跨省联网定点医药机构就医，可以直接结算，只需支付应由个人负担的费用。备案到就医地市或直辖市即可，无需选定具体医院。
二、直接结算执行就医地的支付范围及有关规定（基本医疗保险药品、医疗服务项目和医用耗材等目录），执行参保地的起付标准、支付比例、最高支付限额等政策。
三、跨省长期居住人员的备案长期有效，至您申请变更、取消或参保状态发生变化为止；跨省临时外出就医人员的备案在有效期内可在就医地多次就诊并享受直接结算。
四、您可以提交证明材料办理备案；参保地允许的，也可以签署个人承诺书先行备案。以承诺方式办理的，请在参保地规定的期限内补交材料；未按期补交或承诺不实的，备案可能被撤销，已发生的医保基金支付应按规定退回。
五、已经住院的，备案开始日期不得晚于入院日期；备案成功后，请在出院结算前到医院以异地参保人员身份重新办理入院登记。出院自费结算后补办备案的，按参保地规定申请手工报销。
六、因急诊抢救就医的，视同已备案，无需另行办理。
七、备案信息（居住地、联系方式、参保状态等）发生变化的，请及时向参保地经办机构申报变更。
八、就医时请携带医保电子凭证、社会保障卡或有效身份证件。出借本人凭证、重复享受待遇或者以欺诈、伪造证明材料等手段骗取医保基金的，将依法承担责任。
九、经办机构为办理备案收集您的身份、联系和就医信息，仅用于备案、结算和依法开展的基金监管，并依法保密。`,
  en: `Notice on filing for care in another province

1. Once filed, you can settle directly at networked institutions of the filed place that have opened the service in question, paying only your own share. Filing is made to the city or municipality; no hospital is chosen.
2. Direct settlement follows the catalogues of the place of treatment (medicines, services, consumables) and the deductible, ratios and caps of the insured region.
3. A long-term filing has no end until you change or cancel it or your enrolment changes. A temporary filing allows many visits within its validity.
4. You may file with proof or, where the insured region allows it, by signing a commitment letter first. With a letter, supply the proof within the time set; if you do not, or the commitment is untrue, the filing may be revoked and what the fund paid must be returned as the rules provide.
5. If you are already in hospital, the filing must begin on or before the day of admission; then have the hospital register your admission again as insured elsewhere before you settle. If you file after a discharge that you paid yourself, claim by hand under the rules of the insured region.
6. Emergency rescue is deemed filed; nothing needs to be done.
7. Report changes of residence, contact or enrolment to the agency of the insured region in good time.
8. Bring your electronic insurance credential, social security card or valid identity document. Lending a credential, drawing benefits twice or obtaining payments by fraud or forged proof has legal consequences.
9. The agency collects your identity, contact and care data for filing, settlement and lawful supervision of the fund only, and keeps them confidential.`,
};

/** The letter that may stand in for proof. */
export const nationalLetter: PolicyItems['letter'] = {
  version: '2023-01',
  signatures: ['ticked', 'drawn', 'paper'],
  proofWorkingDays: null,
  zh: `基本医疗保险跨省异地就医备案个人承诺书

本人已阅读并理解《跨省异地就医备案告知书》，自愿以承诺方式办理跨省异地就医备案，并郑重承诺：
一、本人符合所申请备案类型的条件，所填写的信息和提交的材料真实、准确、完整。
二、本人将按参保地经办机构的要求，在规定期限内补充提交证明材料，并配合核查。
三、备案信息发生变化时，本人将及时申报变更；不再符合条件时，将及时申请取消备案。
四、本人知晓：以承诺方式办理的长期备案，在补齐材料前，备案期间回参保地就医的待遇按参保地规定执行。
五、如承诺不实或未履行承诺，本人愿意承担由此产生的责任，包括备案被撤销、退回已由医保基金支付的费用，以及依法依规记入信用记录等。`,
  en: `Personal commitment letter for filing for care in another province

I have read and understood the notice on filing for care in another province. I choose to file by commitment, and commit that:
1. I meet the conditions of the kind of filing I apply for; what I state and submit is true, accurate and complete.
2. I shall supply proof within the time that the agency of the insured region sets, and cooperate in checks.
3. I shall report changes in good time, and cancel the filing when I no longer meet its conditions.
4. I know that, for a long-term filing by commitment, benefits on returning to the insured region follow that region’s rules until the proof is supplied.
5. Should the commitment be untrue or not kept, I bear the consequences: the filing may be revoked, payments of the fund returned, and the breach put on the credit record as the law provides.`,
};
