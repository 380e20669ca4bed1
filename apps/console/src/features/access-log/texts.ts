import { featureTexts, useTexts } from '../../lib/feature-texts';

const accessLog = featureTexts(
  'accessLog',
  {
    title: '访问日志',
    about: '查看、搜索、导出、下载和打印都会留痕。查看本页也会留痕。',
    column: {
      at: '时间',
      who: '账户',
      action: '动作',
      subject: '对象',
      area: '区域',
      purpose: '目的',
      text: '搜索内容',
    },
    filter: {
      account: '账户编号',
      accountHint: '在“账户”页面打开账户，可从其网址中复制编号',
      subject: '对象',
      subjectHint: '例如 filing-编号、review-编号、account',
      action: '动作',
      area: '区域（含下级）',
      days: '日期',
      all: '全部',
    },
    act: { view: '查看', search: '搜索', export: '导出', download: '下载', print: '打印' },
    only: '只看此账户',
    onlySubject: '只看此对象',
    empty: '这些条件下没有访问记录。',
  },
  {
    title: 'Access log',
    about: 'What is viewed, searched, exported, downloaded and printed is logged. So is reading this page.',
    column: {
      at: 'Time',
      who: 'Account',
      action: 'Action',
      subject: 'About',
      area: 'Area',
      purpose: 'Purpose',
      text: 'Searched for',
    },
    filter: {
      account: 'Account id',
      accountHint: 'Open the account on the accounts page; its id is in the address',
      subject: 'About',
      subjectHint: 'Such as filing-id, review-id, account',
      action: 'Action',
      area: 'Area and below',
      days: 'Days',
      all: 'All',
    },
    act: { view: 'View', search: 'Search', export: 'Export', download: 'Download', print: 'Print' },
    only: 'Only this account',
    onlySubject: 'Only this',
    empty: 'Nothing was looked at under these conditions.',
  },
);

export const useAccessLogTexts = () => useTexts(accessLog);
