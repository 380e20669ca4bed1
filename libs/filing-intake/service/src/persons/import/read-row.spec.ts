import { findColumns, IMPORT_COLUMNS } from './import-columns';
import { type ReadRow, readRow } from './read-row';

const HEADER = [
  '姓名',
  '证件类型',
  '证件号码',
  '性别',
  '出生日期',
  '参保地',
  '险种',
  '参保状态',
  '人员类别',
  '参保日期',
  '结束日期',
  '单位名称',
  '手机号',
];
const GOOD = [
  '王秀英',
  '身份证',
  '11010519491231002x',
  '女',
  '1949年12月31日',
  '350200',
  '职工基本医疗保险',
  '正常参保',
  '12',
  '20260105',
  '2026/12/31',
  '示例公司',
  '138 0013 8000',
];
const columns = findColumns(HEADER);

const read = (changed: Readonly<Record<string, string>> = {}): ReadRow => {
  const cells = HEADER.map((title, n) => changed[title] ?? GOOD[n] ?? '');
  return readRow(columns, { line: 7, cells }, (code) => {
    if (code === '999999') return 'unknown-region';
    return code === '440100' ? 'outside-area' : undefined;
  });
};

describe('the columns of an import', () => {
  it('are found by Chinese, English and platform headers in any order, case and spacing', () => {
    const { at, ignored } = findColumns([
      'psn_insu_stas',
      ' ID Number ',
      '备注',
      '险种',
      'Insured_Region',
      '*姓名',
    ]);
    expect(Object.fromEntries(at)).toEqual({
      status: 0,
      idNumber: 1,
      insuranceType: 3,
      insuredRegion: 4,
      name: 5,
    });
    expect(ignored).toEqual(['备注']);
  });

  it('are refused when a required one is missing, or two mean the same', () => {
    expect(() => findColumns(['姓名', '险种', '参保状态'])).toThrow('person-import.columns-missing');
    expect(() => findColumns([...HEADER, 'certno'])).toThrow('person-import.columns-twice');
  });

  it('have headers that no two columns share', () => {
    const titles = IMPORT_COLUMNS.flatMap(({ title, also }) => [...new Set([title.zh, title.en, ...also])]);
    expect(() => findColumns(IMPORT_COLUMNS.map(({ title }) => title.en))).not.toThrow();
    expect(new Set(titles.map((title) => title.toLowerCase())).size).toBeGreaterThan(IMPORT_COLUMNS.length);
    for (const { title, also, field } of IMPORT_COLUMNS)
      for (const header of [title.zh, title.en, ...also]) {
        const others = IMPORT_COLUMNS.filter((each) => each.field !== field).map((each) => each.title.zh);
        expect(findColumns([header, ...others]).at.get(field)).toBe(0);
      }
  });
});

describe('a row', () => {
  it('is read from names or codes, and from every usual spelling of a day', () => {
    expect(read()).toEqual({
      line: 7,
      document: { idType: '01', idNumber: '11010519491231002X' },
      content: {
        person: {
          name: '王秀英',
          idType: '01',
          idNumber: '11010519491231002X',
          sex: '2',
          birthDate: '1949-12-31',
          phone: '13800138000',
        },
        enrolment: {
          insuredRegion: '350200',
          insuranceType: '310',
          status: '1',
          personType: '12',
          from: '2026-01-05',
          to: '2026-12-31',
          employer: '示例公司',
        },
      },
      problems: [],
    });
  });

  it('keeps the zeros that a spreadsheet takes from a code, and may leave optional cells empty', () => {
    const row = read({ 证件类型: '1', 性别: '', 出生日期: '', 手机号: '', 结束日期: '', 单位名称: ' ' });
    expect(row.content?.person).toEqual({ name: '王秀英', idType: '01', idNumber: '11010519491231002X' });
    expect(row.content?.enrolment).not.toHaveProperty('employer');
  });

  it.each([
    ['姓名', '', 'missing'],
    ['姓名', '王', 'malformed'],
    ['证件类型', '月票', 'unknown-code'],
    ['证件号码', '', 'missing'],
    ['证件号码', '110105194912310021', 'id-number-invalid'],
    ['证件号码', '1.1010519491231e+17', 'lost-digits'],
    ['证件号码', '1.10105E+17', 'lost-digits'],
    ['性别', '男', 'identity-inconsistent'],
    ['出生日期', '1949-12-30', 'identity-inconsistent'],
    ['出生日期', '去年', 'not-a-date'],
    ['参保地', '厦门', 'unknown-code'],
    ['参保地', '999999', 'unknown-region'],
    ['参保地', '440100', 'outside-area'],
    ['险种', '车险', 'unknown-code'],
    ['参保状态', '', 'missing'],
    ['人员类别', '1', 'unknown-code'],
    ['参保日期', '2026-02-30', 'not-a-date'],
    ['结束日期', '2025-01-01', 'dates-reversed'],
    ['手机号', '12', 'malformed'],
  ])('is wrong in the column %s with "%s": %s', (column, cell, code) => {
    const { content, problems } = read({ [column]: cell });
    expect(content).toBeUndefined();
    expect(problems).toMatchObject([{ line: 7, column, code }]);
    expect(problems[0]?.reason).toEqual({ zh: expect.any(String), en: expect.any(String) });
  });

  it('with several errors names each one and still says whose it is', () => {
    const row = read({ 险种: 'x', 参保日期: 'x', 手机号: 'x' });
    expect(row.problems.map(({ column }) => column)).toEqual(['手机号', '险种', '参保日期']);
    expect(row.document?.idNumber).toBe('11010519491231002X');
  });
});
