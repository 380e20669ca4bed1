import { defineRejections } from '@anjuan/event-sourcing';

/** Refusals of identity and access. */
export const accessRejections = defineRejections({
  'access.sign-in-required': {
    kind: 'unauthenticated',
    zh: '请先登录。',
    en: 'Sign in first.',
    nextZh: '登录后重试。',
    nextEn: 'Sign in and try again.',
  },
  'access.forbidden': {
    kind: 'forbidden',
    zh: '您没有此操作的权限。',
    en: 'Your roles do not allow this.',
    nextZh: '如确需办理，请联系管理员授权。',
    nextEn: 'Ask an administrator for the role you need.',
  },
  'access.outside-area': {
    kind: 'forbidden',
    zh: '该事项不在您的管辖区域内。',
    en: 'This case is outside of your area.',
    nextZh: '请联系该统筹区的经办机构。',
    nextEn: 'Contact the agency of that region.',
  },
  'access.csrf': {
    kind: 'forbidden',
    zh: '页面已过期，操作未被执行。',
    en: 'The page is out of date; nothing was done.',
    nextZh: '请刷新页面后重试。',
    nextEn: 'Reload the page and try again.',
  },
});
