import { defineRejections } from '@anjuan/event-sourcing';

/** Refusals of the administration of accounts. */
export const accountRejections = defineRejections({
  'account.no-such-account': {
    kind: 'not-found',
    zh: '没有这个账号。',
    en: 'There is no such account.',
    nextZh: '请从账号列表中选择。',
    nextEn: 'Choose one from the list of accounts.',
  },
  'account.already-exists': {
    kind: 'conflict',
    zh: '该账号编号已被使用。',
    en: 'An account with this id exists already.',
    nextZh: '请使用新的账号编号，或不填由系统生成。',
    nextEn: 'Use another id, or leave it out to have one made.',
  },
  'account.username-taken': {
    kind: 'conflict',
    zh: '该用户名已被使用。',
    en: 'This username is taken.',
    nextZh: '请换一个用户名。',
    nextEn: 'Choose another username.',
  },
  'account.unknown-area': {
    kind: 'invalid',
    zh: '授权区域不在医保区划目录中。',
    en: 'A granted area is not in the insurance-area tree.',
    nextZh: '请从区划目录中选择区域。',
    nextEn: 'Choose an area from the tree.',
  },
  'account.own-account': {
    kind: 'forbidden',
    zh: '不能停用本人账号、更改本人权限或重置本人密码。',
    en: 'Nobody disables, grants to, or resets the password of the own account.',
    nextZh: '请由另一位管理员办理；修改密码请使用“修改密码”。',
    nextEn: 'Ask another administrator; to change your password, use the page of your session.',
  },
  'account.last-administrator': {
    kind: 'conflict',
    zh: '这是最后一位全国级管理员，不能停用或取消其权限。',
    en: 'This is the last administrator of the nation; it cannot be disabled or lose the role.',
    nextZh: '请先任命另一位全国级管理员。',
    nextEn: 'Appoint another administrator of the nation first.',
  },
  'account.already-disabled': {
    kind: 'conflict',
    zh: '该账号已停用。',
    en: 'The account is disabled.',
    nextZh: '如需使用，请先启用。',
    nextEn: 'Enable it first.',
  },
  'account.not-disabled': {
    kind: 'conflict',
    zh: '该账号未停用。',
    en: 'The account is not disabled.',
    nextZh: '无需启用。',
    nextEn: 'There is nothing to enable.',
  },
  'account.machine-has-no-password': {
    kind: 'conflict',
    zh: '机器账号没有密码，只使用令牌。',
    en: 'A machine has no password; it uses tokens.',
    nextZh: '请为其签发令牌。',
    nextEn: 'Issue a token for it.',
  },
  'account.token-for-machines-only': {
    kind: 'conflict',
    zh: '令牌只能签发给机器账号。',
    en: 'Tokens are for machines only.',
    nextZh: '请为对接系统另建机器账号。',
    nextEn: 'Create a machine account for the system that connects.',
  },
  'account.token-expiry-past': {
    kind: 'invalid',
    zh: '令牌的有效期已过。',
    en: 'The last day of the token lies in the past.',
    nextZh: '请选择今天或以后的日期。',
    nextEn: 'Choose today or a later day.',
  },
  'account.no-such-token': {
    kind: 'not-found',
    zh: '没有这个有效的令牌。',
    en: 'There is no such token, or it is revoked.',
    nextZh: '请刷新账号页面。',
    nextEn: 'Reload the account.',
  },
  'account.token-shown-once': {
    kind: 'conflict',
    zh: '该令牌已签发，其内容只显示一次，不能再次取得。',
    en: 'This token was issued by an earlier request; it is shown only once.',
    nextZh: '如未保存，请吊销后用新的 Idempotency-Key 重新签发。',
    nextEn: 'If it was not kept, revoke it and issue another with a new Idempotency-Key.',
  },
  'account.wrong-password': {
    kind: 'invalid',
    zh: '原密码不正确。',
    en: 'The old password is not right.',
    nextZh: '请重新输入原密码；忘记时请管理员重置。',
    nextEn: 'Type the old password again, or ask an administrator to reset it.',
  },
  'account.password-weak': {
    kind: 'invalid',
    zh: '密码强度不足。',
    en: 'The password is too weak.',
    nextZh:
      '至少 10 位，且包含大写字母、小写字母、数字、符号中的三类（16 位以上不限），不得包含用户名，并须与原密码不同。',
    nextEn:
      'At least 10 characters of three kinds (upper, lower, digits, signs), or 16 of any; without the username, and not the old one.',
  },
});
