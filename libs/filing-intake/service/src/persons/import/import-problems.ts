import type { Bilingual } from '@anjuan/contracts';

/** Why a row cannot be imported. Texts never repeat what the cell holds: it may be personal. */
export const ROW_PROBLEMS = {
  missing: { zh: '必填项为空', en: 'a required cell is empty' },
  malformed: { zh: '内容不符合要求（长度或字符）', en: 'the cell has a wrong length or wrong characters' },
  'not-a-date': { zh: '不是有效日期，请使用 2026-01-05 的形式', en: 'not a date; write it as 2026-01-05' },
  'unknown-code': { zh: '代码或名称不在对照表中', en: 'neither a code nor a name that is known' },
  'lost-digits': {
    zh: '号码以数值保存，位数已丢失；请将该列设为文本后重新填写',
    en: 'the number was saved as a numeric value and lost digits; make the column text and fill it in again',
  },
  'id-number-invalid': {
    zh: '证件号码不正确（位数、格式或校验码有误）',
    en: 'the identity number is not valid (length, format or check character)',
  },
  'identity-inconsistent': {
    zh: '与居民身份证号码不一致',
    en: 'does not agree with the resident identity number',
  },
  'dates-reversed': { zh: '结束日期早于开始日期', en: 'ends before it begins' },
  'unknown-region': { zh: '医保区划不存在', en: 'there is no such insurance area' },
  'outside-area': { zh: '不在您的管辖区域内', en: 'outside of your area' },
  'differs-in-file': {
    zh: '同一证件在文件其他行的内容与此不同',
    en: 'another row of the same document says something else',
  },
  'enrolment-twice': {
    zh: '同一人员、参保地和险种出现两次且内容不同',
    en: 'the same person, region and insurance type stands here twice and differs',
  },
  'too-many-enrolments': { zh: '同一人员的参保记录过多', en: 'one person has too many enrolments' },
  'held-back': {
    zh: '同一人员的其他行有误，此行未导入',
    en: 'not imported, because another row of the same person has an error',
  },
} as const satisfies Record<string, Bilingual>;

export type RowProblemCode = keyof typeof ROW_PROBLEMS;

/** One error of one row, as it is reported. */
export interface RowProblem {
  /** As the person sees it in the file: the header is line 1. */
  readonly line: number;
  /** Header of the column in the file. */
  readonly column: string;
  /** A code of this table, or one of the person register's refusals. */
  readonly code: string;
  readonly reason: Bilingual;
}

export const rowProblem = (line: number, column: string, code: RowProblemCode): RowProblem => ({
  line,
  column,
  code,
  reason: ROW_PROBLEMS[code],
});
