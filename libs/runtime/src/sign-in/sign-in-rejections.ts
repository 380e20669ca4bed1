import { defineRejections } from '@anjuan/event-sourcing';

/** Refusals of signing in. None tells whether an account exists. */
export const signInRejections = defineRejections({
  'access.wrong-credentials': {
    kind: 'unauthenticated',
    zh: '用户名或密码不正确。',
    en: 'The username or the password is not right.',
    nextZh: '请重新输入；连续 5 次错误将锁定 15 分钟。',
    nextEn: 'Try again; five failures in a row lock the name for 15 minutes.',
  },
  'access.locked': {
    kind: 'too-many',
    zh: '连续多次密码错误，该用户名已暂时锁定。',
    en: 'Too many failures in a row: this username is locked for now.',
    nextZh: '请 15 分钟后再试，或请管理员重置密码。',
    nextEn: 'Wait 15 minutes, or ask an administrator to reset the password.',
  },
  'access.too-many-attempts': {
    kind: 'too-many',
    zh: '此网络地址的登录失败次数过多。',
    en: 'Too many failed sign-ins from this address.',
    nextZh: '请 15 分钟后再试。',
    nextEn: 'Wait 15 minutes and try again.',
  },
  'access.password-change-required': {
    kind: 'forbidden',
    zh: '当前为临时密码，须先修改密码。',
    en: 'Your password is temporary: change it first.',
    nextZh: '请修改密码后继续。',
    nextEn: 'Change your password, then go on.',
  },
});
