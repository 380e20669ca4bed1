import { Typography } from 'antd';
import { Link } from 'react-router';
import { featureTexts, useTexts } from '../lib/feature-texts';

const category = {
  filing: '备案',
  review: '审核',
  insuredPerson: '参保人员',
  identity: '证件',
  coverage: '就医地占用',
  upload: '国家平台上传',
  filingNumber: '备案编号',
  regionPolicy: '地区政策',
  workCalendar: '工作日历',
  insuranceArea: '医保区划',
  account: '账户',
  username: '用户名',
  administration: '管理员名单',
  signIn: '登录',
  accessLog: '访问日志',
} as const;

const texts = featureTexts(
  'subjects',
  { category },
  {
    category: {
      filing: 'Filing',
      review: 'Review',
      insuredPerson: 'Person',
      identity: 'Document',
      coverage: 'Coverage',
      upload: 'Upload',
      filingNumber: 'Filing number',
      regionPolicy: 'Policy',
      workCalendar: 'Work calendar',
      insuranceArea: 'Area',
      account: 'Account',
      username: 'User name',
      administration: 'Administrators',
      signIn: 'Sign-in',
      accessLog: 'Access log',
    },
  },
);

const isKnown = (name: string): name is keyof typeof category => name in category;

/** Pages that show one of a category. */
const PAGES: Readonly<Record<string, string>> = {
  filing: '/filings/',
  insuredPerson: '/persons/',
  regionPolicy: '/policies/',
  account: '/accounts/',
};

const SHOWN = 8;

/** What an entry of a log is about: a stream's name or a category, in words, with a link where there is a page for it. */
export function SubjectLink({ subject }: { readonly subject: string }) {
  const t = useTexts(texts);
  const [name = '', ...rest] = subject.split('-');
  const id = rest.join('-');
  const words = isKnown(name) ? t(`category.${name}`) : name;
  const page = id === '' ? undefined : PAGES[name];
  const short = (
    <Typography.Text type="secondary" className="num">
      {id.slice(0, SHOWN)}
    </Typography.Text>
  );
  return (
    <span title={subject}>
      {page ? <Link to={`${page}${id}`}>{words}</Link> : words} {short}
    </span>
  );
}
