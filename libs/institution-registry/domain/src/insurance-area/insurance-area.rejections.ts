import { defineRejections } from '@anjuan/event-sourcing';

export const insuranceAreaRejections = defineRejections({
  'insurance-area.code-of-another-province': {
    kind: 'invalid',
    zh: '有区划代码不属于该省级地区。',
    en: 'A code does not belong to the province.',
    nextZh: '请按省级地区分别导入，代码前两位须与省级代码一致。',
    nextEn: 'Import each province by itself; the first two digits of a code are those of its province.',
  },
  'insurance-area.listed-twice': {
    kind: 'invalid',
    zh: '同一区划代码出现多次。',
    en: 'A code is listed more than once.',
    nextZh: '请删除重复的行后重新导入。',
    nextEn: 'Remove the repeated rows and import again.',
  },
  'insurance-area.parent-unknown': {
    kind: 'invalid',
    zh: '有区划的上级不存在。',
    en: 'The parent of an area does not exist.',
    nextZh: '请在同一次导入中包含其上级，或更正上级代码。',
    nextEn: 'Import the parent with it, or correct the parent’s code.',
  },
  'insurance-area.parent-of-wrong-level': {
    kind: 'invalid',
    zh: '有区划的级别不低于其上级。',
    en: 'The level of an area is not below that of its parent.',
    nextZh: '请更正级别或上级代码。',
    nextEn: 'Correct the level or the parent’s code.',
  },
  'insurance-area.validity-reversed': {
    kind: 'invalid',
    zh: '有区划的失效日期早于生效日期。',
    en: 'An area ends before it begins.',
    nextZh: '请更正有效期。',
    nextEn: 'Correct the dates of validity.',
  },
  'insurance-area.file-unreadable': {
    kind: 'invalid',
    zh: '无法读取导入文件。',
    en: 'The file cannot be read.',
    nextZh:
      '请使用 UTF-8 编码的 CSV，表头为 code,name,parent,level,pooling,validFrom,validTo，并更正所列行。',
    nextEn:
      'Use CSV in UTF-8 with the header code,name,parent,level,pooling,validFrom,validTo and correct the rows listed.',
  },
  'insurance-area.not-found': {
    kind: 'not-found',
    zh: '没有此医保区划。',
    en: 'There is no such insurance area.',
    nextZh: '请核对区划代码，或先导入。',
    nextEn: 'Check the code, or import the area first.',
  },
});
