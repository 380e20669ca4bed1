import { defineRejections } from '@anjuan/event-sourcing';

/** Refusals of uploaded files. */
export const fileRejections = defineRejections({
  'evidence.empty': {
    kind: 'invalid',
    zh: '文件是空的。',
    en: 'The file is empty.',
    nextZh: '请重新拍照或扫描后上传。',
    nextEn: 'Take the picture or scan again and upload it.',
  },
  'evidence.unsupported-type': {
    kind: 'unsupported-type',
    zh: '不支持此文件类型，仅接受 JPEG、PNG、WebP、HEIC 图片和 PDF。',
    en: 'This type of file is not accepted; send JPEG, PNG, WebP, HEIC or PDF.',
    nextZh: '请转换为图片或 PDF 后上传。',
    nextEn: 'Convert it to a picture or a PDF and upload it.',
  },
  'evidence.type-mismatch': {
    kind: 'unsupported-type',
    zh: '文件的实际类型与扩展名不符。',
    en: 'The file is not of the type that its name says.',
    nextZh: '请上传原始文件，不要修改扩展名。',
    nextEn: 'Upload the original file; do not rename it to another type.',
  },
  'table.unreadable': {
    kind: 'unsupported-type',
    zh: '无法读取该表格，仅接受 CSV（UTF-8、GB18030）和 xlsx。',
    en: 'The table cannot be read; send CSV (UTF-8, GB18030) or xlsx.',
    nextZh: '请另存为 xlsx 或 CSV 后上传。',
    nextEn: 'Save it as xlsx or CSV and upload it.',
  },
  'table.empty': {
    kind: 'invalid',
    zh: '表格没有数据行。',
    en: 'The table has no rows.',
    nextZh: '请检查文件内容。',
    nextEn: 'Check the file.',
  },
  'table.too-many-rows': {
    kind: 'too-large',
    zh: '表格行数过多。',
    en: 'The table has too many rows.',
    nextZh: '请拆分为多个文件。',
    nextEn: 'Split it into several files.',
  },
});
