import { defineRejections } from '@anjuan/event-sourcing';
import { insuredPersonEvents } from '@anjuan/filing-intake-domain';
import type { ErasureRule } from '@anjuan/runtime';

/** What destroys a person's keys: those that the event names. */
export const personErasure: ErasureRule = {
  category: 'insuredPerson',
  eventType: 'PersonErased',
  keyIds: (data) => insuredPersonEvents.PersonErased.schema.parse(data).keyIds,
};

export const erasureRejections = defineRejections({
  'person.erasure-unfinished': {
    kind: 'unavailable',
    zh: '清除已记录，但密钥销毁和查询数据清理尚未完成，系统将自动继续。',
    en: 'The erasure is recorded, but destroying keys and clearing read models is not finished; it goes on by itself.',
    nextZh: '请稍后查看该人员，确认已清除。',
    nextEn: 'Look at the person later to see that it is done.',
  },
});
