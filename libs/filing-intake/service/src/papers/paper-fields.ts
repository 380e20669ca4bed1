import type { FilingKindPolicy } from '@anjuan/contracts';
import type { Filing, FilingData, FilingStatus } from '@anjuan/filing-intake-domain';
import type { PrintedField, PrintedSection } from '../printing/field-table';

const SEX: Readonly<Record<string, string>> = { '1': '男', '2': '女' };
const INSURANCE: Readonly<Record<string, string>> = {
  '310': '职工基本医疗保险',
  '390': '城乡居民基本医疗保险',
};
const RELATION: Readonly<Record<string, string>> = {
  '1': '配偶',
  '2': '子女',
  '4': '孙子女',
  '5': '父母',
  '6': '祖父母',
  '7': '兄弟姐妹',
  '8': '其他亲属',
  '9': '非亲属',
};
const ID_TYPE: Readonly<Record<string, string>> = {
  '01': '居民身份证（户口簿）',
  '02': '军官证',
  '03': '武警证',
  '04': '港澳居民来往内地通行证（港）',
  '05': '港澳居民来往内地通行证（澳）',
  '06': '台湾居民来往大陆通行证',
  '07': '外国人永久居留身份证',
  '08': '外国护照',
  '16': '中国护照',
  '17': '港澳台居民居住证',
  '90': '社会保障卡',
  '99': '其他',
};

const field = (label: string, value: string | undefined, wide = false): PrintedField => ({
  label,
  value: value ?? '',
  wide,
});

/** What the registration form shows of a filing, in the order of the national form. */
export function sectionsOf(
  filing: Filing,
  kind: FilingKindPolicy | undefined,
  areaName: (code: string) => string,
): readonly PrintedSection[] {
  const { data } = filing;
  return [
    personSection(data),
    placeSection(filing, kind, areaName),
    ...(data.admission?.admitted ? [admissionSection(data.admission)] : []),
    ...(data.referral ? [referralSection(data.referral)] : []),
    ...(data.employer ? [employerSection(data.employer)] : []),
    ...(data.filedBy === 'agent' && data.agent ? [agentSection(data.agent)] : []),
  ];
}

const personSection = ({ applicant = {}, contact = {} }: FilingData): PrintedSection => ({
  title: '参保人信息',
  fields: [
    field('姓名', applicant.name),
    field('性别', SEX[applicant.sex ?? '']),
    field('证件类型', ID_TYPE[applicant.idType ?? '']),
    field('证件号码', applicant.idNumber),
    field('出生日期', applicant.birthDate),
    field('联系电话', applicant.phone),
    field('联系人', contact.name),
    field('联系人电话', contact.phone),
    field('异地联系地址', applicant.address, true),
  ],
});

const placeSection = (
  { data, insuredRegion, summary }: Filing,
  kind: FilingKindPolicy | undefined,
  areaName: (code: string) => string,
): PrintedSection => {
  const { startsOn = data.startsOn, endsOn = data.endsOn } = summary ?? {};
  const { treatmentRegion, insuranceType = '' } = data;
  return {
    title: '备案信息',
    fields: [
      field('参保地', areaName(insuredRegion)),
      field('险种', INSURANCE[insuranceType] ?? insuranceType),
      field('就医地', treatmentRegion === undefined ? '' : areaName(treatmentRegion)),
      field('备案类型', kind?.name.zh),
      field('开始日期', startsOn),
      field('结束日期', endsOn ?? (summary ? '长期有效' : '')),
      field('备注', data.note, true),
    ],
  };
};

const admissionSection = (admission: NonNullable<FilingData['admission']>): PrintedSection => ({
  title: '已入院情况',
  fields: [
    field('入院日期', admission.admittedOn),
    field('出院日期', admission.dischargedOn),
    field('医疗机构', admission.institutionName ?? admission.institutionCode, true),
  ],
});

const referralSection = (referral: NonNullable<FilingData['referral']>): PrintedSection => ({
  title: '转诊信息',
  fields: [
    field('转出机构', referral.sendingInstitutionName),
    field('转诊日期', referral.referredOn),
    field('诊断编码', referral.diagnosisCode),
    field('诊断名称', referral.diagnosisName),
    field('转入机构', referral.receivingInstitutionName),
    field('转诊原因', referral.reason),
    field('转诊意见', referral.opinion, true),
  ],
});

const employerSection = (employer: NonNullable<FilingData['employer']>): PrintedSection => ({
  title: '用人单位',
  fields: [field('单位名称', employer.name, true)],
});

const agentSection = (agent: NonNullable<FilingData['agent']>): PrintedSection => ({
  title: '代办人信息',
  fields: [
    field('姓名', agent.name),
    field('与参保人关系', RELATION[agent.relation ?? '']),
    field('证件类型', ID_TYPE[agent.idType ?? '']),
    field('证件号码', agent.idNumber),
    field('联系电话', agent.phone),
    field('地址', agent.address, true),
  ],
});

const NEXT: Readonly<Record<FilingStatus, string>> = {
  absent: '',
  draft: '备案尚未提交，请补充完整后提交。',
  discarded: '草稿已丢弃。',
  submitted: '备案已受理，正在审核，请留意办理结果。',
  returned: '备案需要补正，请按要求补充后再次提交。',
  withdrawn: '备案已撤回。',
  rejected: '备案未通过，请向参保地经办机构咨询原因。',
  approved: '备案已通过，自开始日期起生效。',
  active: '备案已生效，可在就医地已开通的定点医药机构直接结算。',
  expired: '备案已到期，如需继续异地就医请重新备案。',
  cancelled: '备案已注销。',
  revoked: '备案已撤销。',
  superseded: '备案已由新的备案取代。',
};

/** What the person does next, for the receipt. */
export function nextStep({ status, summary, promised }: Filing): string {
  if (status === 'active' && summary?.manualOnly)
    return '本备案为出院自费结算后的补办备案，费用请按参保地规定申请手工（零星）报销。';
  const proof =
    promised?.state === 'open'
      ? `请${promised.dueOn === undefined ? '' : `于 ${promised.dueOn} 前`}补交承诺的材料。`
      : '';
  return NEXT[status] + proof;
}
