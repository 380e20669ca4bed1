import { defineRejections } from '@anjuan/event-sourcing';

/** Refusals of an import of enrolments as a whole; single lines are reported instead. */
export const importRejections = defineRejections({
  'import.columns-missing': {
    kind: 'invalid',
    zh: '表格缺少必需的列。',
    en: 'The table lacks columns that are needed.',
    nextZh: '请按模板补充所列的列名后重新上传。',
    nextEn: 'Add the columns named in the details and upload it again.',
  },
  'import.lines-invalid': {
    kind: 'invalid',
    zh: '表格中有错误行，未导入任何内容。',
    en: 'The table has lines that are wrong; nothing was imported.',
    nextZh: '请改正所列各行，可先试运行检查。',
    nextEn: 'Correct the lines in the details; a dry run shows them all.',
  },
});
