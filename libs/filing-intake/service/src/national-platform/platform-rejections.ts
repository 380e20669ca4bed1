import { defineRejections } from '@anjuan/event-sourcing';

/** Refusals about registrations in the spool. */
export const platformRejections = defineRejections({
  'platform.not-spooled': {
    kind: 'not-found',
    zh: '没有找到该登记文件，可能已由国家平台回执并清除。',
    en: 'There is no such registration in the spool; it may have been acknowledged and cleared away.',
    nextZh: '请核对备案标识和登记序号。',
    nextEn: 'Check the filing id and the number of the registration.',
  },
  'platform.file-damaged': {
    kind: 'conflict',
    zh: '登记文件已损坏或被改动。',
    en: 'The file of the registration is damaged or was changed.',
    nextZh: '请删除该文件并重新上传备案。',
    nextEn: 'Delete the file and retry the upload of the filing.',
  },
});
