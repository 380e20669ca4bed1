import type { AutomaticCheck } from '@anjuan/contracts';

/** What each automatic check looks at, and the rule it applies; a reviewer sees both beside the outcome. */
export const checkRules = {
  'identity.document': {
    zh: '证件号码格式与校验码正确',
    en: 'The identity number has the right format and check character',
    source: 'GB 11643-1999',
  },
  'identity.consistent': {
    zh: '出生日期、性别与身份证号码一致',
    en: 'Birth date and sex agree with the identity number',
    source: 'GB 11643-1999',
  },
  'identity.register': {
    zh: '姓名与参保登记一致',
    en: 'The name agrees with the enrolment register',
    source: '医保发〔2022〕22号 经办规程',
  },
  'enrolment.normal': {
    zh: '参保状态正常（psn_insu_stas=1）且险种、参保地一致',
    en: 'Enrolled and normal (psn_insu_stas 1) in this region and insurance type',
    source: '医保发〔2022〕22号 经办规程',
  },
  'place.other-province': {
    zh: '就医地与参保地不在同一省份',
    en: 'The place of treatment lies in another province',
    source: '医保发〔2022〕22号',
  },
  'place.level': {
    zh: '就医地的行政层级为参保地所接受',
    en: 'The insured region accepts the level of the place of treatment',
    source: '参保地政策 treatmentRegion',
  },
  'filer.accepted': {
    zh: '申请方式与渠道为参保地所接受',
    en: 'The insured region accepts who files, and the channel',
    source: '参保地政策 mayFile, channels',
  },
  'notice.read': {
    zh: '已阅读现行备案告知书',
    en: 'The current notice was read',
    source: '参保地政策 notice',
  },
  'letter.signed': {
    zh: '个人承诺书版本与签署方式有效',
    en: 'The commitment letter has a valid version and signature',
    source: '参保地政策 letter',
  },
  'materials.complete': {
    zh: '所需材料齐全，或由承诺书代替',
    en: 'The materials are complete, or a letter stands in for them',
    source: '参保地政策 materials',
  },
  'dates.validity': {
    zh: '起止日期符合有效期规则',
    en: 'Start and end fit the validity rule',
    source: '参保地政策 validity',
  },
  'dates.backdating': {
    zh: '开始日期早于办理日时，不晚于入院日期',
    en: 'A start before the day of filing is not after the admission',
    source: '医保发〔2022〕22号；参保地政策 backdatingDays',
  },
  'dates.retroactive': {
    zh: '补办备案符合参保地规定',
    en: 'The region accepts a filing made after care began',
    source: '医保发〔2022〕22号；参保地政策 retroactive',
  },
  'coverage.no-duplicate': {
    zh: '无同一就医地、同一时段的备案',
    en: 'No other filing for the same place and days',
    source: '未经核实的默认规则 overlap',
  },
  'coverage.long-term': {
    zh: '长期备案同一时间只有一个就医地',
    en: 'One long-term place at a time',
    source: '未经核实的默认规则 overlap',
  },
  'coverage.overlap': {
    zh: '与其他备案时段不重叠',
    en: 'No overlap with another filing',
    source: '未经核实的默认规则 overlap',
  },
  'proof.retired': {
    zh: '参保登记的人员类别为退休',
    en: 'The register shows a retired person',
    source: '医保发〔2022〕22号（异地安置退休人员）',
  },
  'proof.employed': {
    zh: '参保登记的人员类别为在职',
    en: 'The register shows an employed person',
    source: '医保发〔2022〕22号（常驻异地工作人员）',
  },
  'proof.referring-institution': {
    zh: '转出机构为参保地规定的转诊机构',
    en: 'The sending institution may refer out',
    source: '医保发〔2022〕22号（异地转诊人员）',
  },
  'proof.hospital-agrees': {
    zh: '转出机构同意转诊',
    en: 'The sending institution agrees to the referral',
    source: '接口 2501 hosp_agre_refl_flag',
  },
  'proof.referral-reason': {
    zh: '转诊原因在参保地列表内',
    en: 'The reason is on the list of the region',
    source: '参保地政策 referralReasons',
  },
  'proof.referral-date': {
    zh: '转诊日期不晚于办理日',
    en: 'The referral is not dated after the day of filing',
    source: '接口 2501 refl_date',
  },
} as const;

export type CheckCode = keyof typeof checkRules;

const outcome =
  (result: AutomaticCheck['outcome']) =>
  (code: CheckCode): AutomaticCheck => {
    const { zh, source } = checkRules[code];
    return { code, outcome: result, rule: zh, source };
  };

export const passed = outcome('passed');
export const failed = outcome('failed');
/** Nobody could tell: shown to the reviewer, never passed in silence. */
export const notVerifiable = outcome('not-verifiable');
