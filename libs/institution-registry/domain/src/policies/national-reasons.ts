import type { PolicyItems } from '@anjuan/contracts';

const reason = (code: string, zh: string, en: string) => ({ code, name: { zh, en } });

/** The reasons that decisions must cite, and those of a referral. */
export const nationalReasons: Pick<
  PolicyItems,
  'rejectReasons' | 'cancelReasons' | 'revokeReasons' | 'correctionReasons' | 'referralReasons'
> = {
  rejectReasons: [
    reason('NOT_ENROLLED', '在本统筹区无正常参保关系', 'Not normally enrolled in this pooling region'),
    reason('IDENTITY_MISMATCH', '身份信息与参保信息不一致', 'Identity does not match the enrolment'),
    reason('NOT_CROSS_PROVINCE', '就医地不属于跨省范围', 'The place of treatment is not in another province'),
    reason('KIND_NOT_MET', '不符合所申请备案类型的条件', 'The conditions of the kind are not met'),
    reason('MATERIALS_NOT_SUPPLIED', '未在期限内补正材料', 'Materials were not supplied in time'),
    reason('MATERIALS_UNTRUE', '材料不真实', 'Materials are untrue'),
    reason('REFERRAL_NOT_ACCEPTED', '转诊机构或转诊意见不符合规定', 'The referral does not meet the rules'),
    reason('DUPLICATE', '与已有备案重复', 'Repeats another filing'),
  ],
  cancelReasons: [
    reason('RETURNED', '已返回参保地', 'Returned to the insured region'),
    reason('MOVED', '已迁往其他地区', 'Moved to another place'),
    reason('REQUESTED', '申请人不再需要', 'The applicant no longer needs it'),
    reason('ENROLMENT_ENDED', '参保关系终止或转出', 'Enrolment ended or moved'),
    reason('DECEASED', '参保人死亡', 'The insured person died'),
  ],
  revokeReasons: [
    reason('COMMITMENT_UNTRUE', '承诺不实', 'The commitment was untrue'),
    reason('COMMITMENT_NOT_KEPT', '未履行承诺、未按期补交材料', 'The commitment was not kept'),
    reason('MATERIALS_FORGED', '提供虚假材料', 'Materials were forged'),
    reason('MADE_IN_ERROR', '经办差错', 'Made in error by the agency'),
    reason('DUPLICATE', '重复备案', 'Filed twice'),
  ],
  correctionReasons: [
    reason('WRONG_DECISION', '审核结论有误', 'The decision was wrong'),
    reason('WRONG_PERSON', '办错对象', 'It concerned the wrong person'),
    reason('FACTS_EMERGED', '发现新的事实', 'New facts emerged'),
    reason('UPHELD_ON_APPEAL', '复查、复议或诉讼结果', 'Result of a review, reconsideration or lawsuit'),
  ],
  referralReasons: [
    reason('CANNOT_DIAGNOSE', '本地无法确诊', 'Cannot be diagnosed here'),
    reason('LEVEL_LIMITED', '本地诊疗水平有限', 'The level of treatment here is limited'),
    reason('NO_EQUIPMENT', '本地缺少诊治设备', 'There is no equipment for the disease here'),
    reason('NO_SPECIALTY', '本地无相应专科', 'There is no such specialty here'),
    reason('OTHER', '其他', 'Other'),
  ],
};
