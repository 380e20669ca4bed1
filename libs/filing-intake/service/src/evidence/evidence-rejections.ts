import { defineRejections } from '@anjuan/event-sourcing';

/** Refusals of the evidence store. */
export const evidenceRejections = defineRejections({
  'evidence.damaged': {
    kind: 'conflict',
    zh: '存储的材料文件已损坏，不能打开。',
    en: 'The stored evidence is damaged and cannot be opened.',
    nextZh: '请联系管理员从备份恢复，或重新收取材料。',
    nextEn: 'Ask the administrator to restore it from a backup, or collect it again.',
  },
});
