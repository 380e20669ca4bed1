import { featureTexts, useTexts } from '../../lib/feature-texts';

const password = featureTexts(
  'password',
  {
    title: '修改密码',
    must: '这是临时密码，请先设置您自己的密码再继续。',
    old: '当前密码',
    next: '新密码',
    again: '再次输入新密码',
    rule: '至少 10 个字符，含大写字母、小写字母、数字、符号中的三类；或至少 16 个字符。不得包含用户名。',
    differs: '两次输入的新密码不一致',
    required: '请填写',
    change: '修改密码',
    others: '修改后，您在其他设备上的登录将全部退出。',
    changed: '密码已修改',
  },
  {
    title: 'Change password',
    must: 'This is a temporary password. Choose your own before you go on.',
    old: 'Current password',
    next: 'New password',
    again: 'New password again',
    rule: 'At least 10 characters of three sorts (upper case, lower case, digits, signs), or at least 16 characters. Not containing the user name.',
    differs: 'The two new passwords differ',
    required: 'Fill this in',
    change: 'Change password',
    others: 'Your sessions on other devices end.',
    changed: 'The password was changed',
  },
);

export const usePasswordTexts = () => useTexts(password);
