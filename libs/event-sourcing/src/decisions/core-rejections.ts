import { defineRejections } from './rejection';

/** Refusals that belong to no context: repeated requests, stale views, an engine that cannot answer. */
export const coreRejections = defineRejections({
  'request.key-reused': {
    kind: 'invalid',
    zh: '这个幂等键已用于另一个请求。',
    en: 'This idempotency key was used for another request.',
    nextZh: '请为新的请求使用新的 Idempotency-Key。',
    nextEn: 'Use a new Idempotency-Key for a new request.',
  },
  'request.stale-revision': {
    kind: 'stale',
    zh: '您看到的内容已被他人更新。',
    en: 'What you saw has been changed meanwhile.',
    nextZh: '请刷新并查看变化后再操作。',
    nextEn: 'Reload, look at what changed, then decide again.',
  },
  'store.busy': {
    kind: 'unavailable',
    zh: '系统繁忙，操作未被记录。',
    en: 'The system is busy; nothing was recorded.',
    nextZh: '请稍后用同一幂等键重试。',
    nextEn: 'Try again shortly with the same idempotency key.',
  },
  'store.unavailable': {
    kind: 'unavailable',
    zh: '存储暂时不可用，无法确认操作是否已记录。',
    en: 'The store is unavailable; it is not known whether the operation was recorded.',
    nextZh: '请用同一幂等键重试，不会重复记录。',
    nextEn: 'Try again with the same idempotency key; nothing is recorded twice.',
  },
  'store.contended': {
    kind: 'unavailable',
    zh: '同一事项正被频繁修改，操作未被记录。',
    en: 'The same case is being changed too often; nothing was recorded.',
    nextZh: '请稍后重试。',
    nextEn: 'Try again shortly.',
  },
});
