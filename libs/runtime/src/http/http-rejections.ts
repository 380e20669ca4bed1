import { defineRejections } from '@anjuan/event-sourcing';

/** Refusals of requests that never reach a context. */
export const httpRejections = defineRejections({
  'request.invalid': {
    kind: 'invalid',
    zh: '提交的内容不符合要求。',
    en: 'The request does not have the right form.',
    nextZh: '请按 errors 中列出的字段更正后重新提交。',
    nextEn: 'Correct the fields listed in errors and send it again.',
  },
  'request.malformed': {
    kind: 'invalid',
    zh: '请求正文不是有效的 JSON（UTF-8），或表单不完整。',
    en: 'The body is not valid JSON in UTF-8, or the form is not complete.',
    nextZh: '请检查请求正文的格式。',
    nextEn: 'Check the form of the body.',
  },
  'request.too-large': {
    kind: 'too-large',
    zh: '提交的内容过大。',
    en: 'The request is too large.',
    nextZh: '请减小内容后重试。',
    nextEn: 'Send less and try again.',
  },
  'request.unsupported-type': {
    kind: 'unsupported-type',
    zh: '不支持此内容类型。',
    en: 'This content type is not supported.',
    nextZh: '请使用 application/json；上传文件使用 multipart/form-data。',
    nextEn: 'Use application/json, or multipart/form-data for files.',
  },
  'request.file-missing': {
    kind: 'invalid',
    zh: '请求中没有文件。',
    en: 'The request has no file.',
    nextZh: '请以 multipart/form-data 上传一个文件。',
    nextEn: 'Upload one file as multipart/form-data.',
  },
  'request.one-file-only': {
    kind: 'invalid',
    zh: '一次只能上传一个文件，且不能带有其他字段。',
    en: 'One file can be sent at a time, and no other fields.',
    nextZh: '请逐个上传文件。',
    nextEn: 'Upload the files one by one.',
  },
  'request.cursor-mismatch': {
    kind: 'invalid',
    zh: '分页位置（cursor）无效，或不属于此筛选和排序。',
    en: 'The cursor is not valid, or belongs to another filter or sort.',
    nextZh: '请从第一页重新查询。',
    nextEn: 'Start again at the first page.',
  },
  'request.no-such-route': {
    kind: 'not-found',
    zh: '没有这个接口地址。',
    en: 'There is no such route.',
    nextZh: '请查阅接口文档 /api/openapi.json。',
    nextEn: 'See the interface document at /api/openapi.json.',
  },
  'request.if-match-required': {
    kind: 'precondition-required',
    zh: '缺少 If-Match：须说明您看到的版本。',
    en: 'If-Match is missing: say which revision you saw.',
    nextZh: '请先读取该事项，并将其 ETag 放入 If-Match。',
    nextEn: 'Read the case first and send its ETag as If-Match.',
  },
  'request.if-match-malformed': {
    kind: 'invalid',
    zh: 'If-Match 的格式不正确。',
    en: 'If-Match does not have the right form.',
    nextZh: '请使用读取时返回的 ETag，例如 "3"。',
    nextEn: 'Use the ETag that the read answered, such as "3".',
  },
  'request.key-malformed': {
    kind: 'invalid',
    zh: 'Idempotency-Key 的格式不正确。',
    en: 'The Idempotency-Key does not have the right form.',
    nextZh: '请使用 8 至 200 个可见 ASCII 字符。',
    nextEn: 'Use 8 to 200 visible ASCII characters.',
  },
  'request.position-malformed': {
    kind: 'invalid',
    zh: 'Min-Position 的格式不正确。',
    en: 'Min-Position does not have the right form.',
    nextZh: '请原样使用写操作返回的 Position。',
    nextEn: 'Use the Position that a command answered as it is.',
  },
  'read.position-not-reached': {
    kind: 'unavailable',
    zh: '查询视图尚未更新到所要求的位置。',
    en: 'The view has not reached the position asked for yet.',
    nextZh: '请稍后重试。',
    nextEn: 'Try again shortly.',
  },
});

/** An error that no rule foresaw; its cause is in the log, under the correlation id. */
export const UNEXPECTED = {
  code: 'server.unexpected',
  zh: '系统出现意外错误，操作可能未完成。',
  en: 'Something unexpected went wrong; the operation may not be complete.',
  nextZh: '请用同一幂等键重试；如仍失败，请向管理员提供关联编号。',
  nextEn:
    'Try again with the same idempotency key; if it fails again, give the correlation id to the administrator.',
} as const;
