import { defineRejections } from '@anjuan/event-sourcing';

/** Why a whole file of enrolments is refused; what is wrong with single rows is in the report. */
export const importRejections = defineRejections({
  'person-import.columns-missing': {
    kind: 'invalid',
    zh: '表格缺少必需的列。',
    en: 'The table lacks columns that are required.',
    nextZh: '请按导入说明补齐表头后重新上传。',
    nextEn: 'Add the columns that are named and upload it again.',
  },
  'person-import.columns-twice': {
    kind: 'invalid',
    zh: '表格中有两列含义相同。',
    en: 'Two columns of the table mean the same.',
    nextZh: '请删除重复的列后重新上传。',
    nextEn: 'Remove one of them and upload it again.',
  },
  'person-import.running': {
    kind: 'conflict',
    zh: '该文件正在导入。',
    en: 'This file is being imported already.',
    nextZh: '请查看导入进度，完成后如有需要再次上传。',
    nextEn: 'Look at its progress; upload it again afterwards if you need to.',
  },
  'person-import.unknown': {
    kind: 'not-found',
    zh: '没有找到该导入，可能系统已重启。',
    en: 'There is no such import; the office may have been restarted.',
    nextZh: '请重新上传同一文件，已导入的部分不会重复。',
    nextEn: 'Upload the same file again; what was imported is not imported twice.',
  },
});
