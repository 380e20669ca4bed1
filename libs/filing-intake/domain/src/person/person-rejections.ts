import { defineRejections } from '@anjuan/event-sourcing';

/** Why the person register says no. */
export const personRejections = defineRejections({
  'person.not-found': {
    kind: 'not-found',
    zh: '没有找到此人。',
    en: 'There is no such person.',
    nextZh: '请核对人员编号，或先导入参保信息。',
    nextEn: 'Check the person id, or import the enrolment first.',
  },
  'person.erased': {
    kind: 'conflict',
    zh: '此人的个人信息已按规定清除。',
    en: 'The personal data of this person has been erased.',
    nextZh: '如需再次办理，请重新受理，系统将视为新的人员。',
    nextEn: 'To serve the person again, start anew; the office treats them as a new person.',
  },
  'person.id-number-invalid': {
    kind: 'invalid',
    zh: '证件号码不正确（位数、格式或校验码有误）。',
    en: 'The identity number is not valid (length, format or check character).',
    nextZh: '请对照证件原件核对号码与证件类型。',
    nextEn: 'Compare the number and the document type with the original.',
  },
  'person.has-open-filings': {
    kind: 'conflict',
    zh: '此人尚有未办结或生效中的备案，不能清除个人信息。',
    en: 'The person still has filings that are open or in force; the data cannot be erased.',
    nextZh: '请先办结、注销或撤销这些备案。',
    nextEn: 'Finish, cancel or revoke these filings first.',
  },
});

/** Why one person's rows of an import are not taken over: reported row by row, never an answer of their own. */
export const enrolmentRejections = defineRejections({
  'person.identity-inconsistent': {
    kind: 'invalid',
    zh: '出生日期或性别与居民身份证号码不一致。',
    en: 'Birth date or sex does not agree with the resident identity number.',
    nextZh: '请核对出生日期、性别和证件号码。',
    nextEn: 'Check birth date, sex and number.',
  },
  'person.identity-taken': {
    kind: 'conflict',
    zh: '该证件已登记在另一人员名下。',
    en: 'This document belongs to another person on record.',
    nextZh: '请按证件重新查找人员后再操作。',
    nextEn: 'Look the person up by the document and try again.',
  },
});
