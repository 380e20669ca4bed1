import type { Enrolment, PersonDetails } from '@anjuan/filing-intake-domain';
import { findColumns } from './import-columns';
import { rowProblem } from './import-problems';
import { groupRows } from './person-rows';
import type { ReadRow } from './read-row';

const columns = findColumns(['姓名', '证件号码', '参保地', '险种', '参保状态']);
const person: PersonDetails = { name: '王秀英', idType: '01', idNumber: 'A' };
const enrolment: Enrolment = { insuredRegion: '350200', insuranceType: '310', status: '1' };
const resident: Enrolment = { insuredRegion: '310100', insuranceType: '390', status: '1' };

const row = (line: number, of: Partial<PersonDetails> = {}, at: Enrolment = enrolment): ReadRow => {
  const { idType, idNumber, ...rest } = { ...person, ...of };
  const content = { person: { idType, idNumber, ...rest }, enrolment: at };
  return { line, document: { idType, idNumber }, content, problems: [] };
};
const group = (...rows: ReadRow[]) => groupRows(rows, columns, ({ idNumber }) => idNumber);
const codes = (...rows: ReadRow[]) => group(...rows).problems.map(({ line, code }) => `${line} ${code}`);

describe('the rows of a file', () => {
  it('become one person with several enrolments, details filled up from all rows', () => {
    const { persons, problems } = group(
      row(2),
      row(3, { idNumber: 'B' }),
      row(4, { phone: '13800138000' }, resident),
    );
    expect(problems).toEqual([]);
    expect(persons).toEqual([
      {
        digest: 'A',
        lines: [2, 4],
        person: { ...person, phone: '13800138000' },
        enrolments: [enrolment, resident],
      },
      { digest: 'B', lines: [3], person: { ...person, idNumber: 'B' }, enrolments: [enrolment] },
    ]);
  });

  it('may say the same twice', () => {
    expect(group(row(2), row(3)).persons).toMatchObject([{ lines: [2, 3], enrolments: [enrolment] }]);
  });

  it('must not contradict each other', () => {
    expect(codes(row(2), row(3, { name: '王秀兰' }, resident))).toEqual(['2 held-back', '3 differs-in-file']);
    expect(codes(row(2), row(3, {}, { ...enrolment, status: '2' }))).toEqual([
      '2 held-back',
      '3 enrolment-twice',
    ]);
  });

  it('hold a person back when one of the rows is wrong, and say so at each of the others', () => {
    const wrong: ReadRow = {
      line: 3,
      document: { idType: '01', idNumber: 'A' },
      problems: [rowProblem(3, '险种', 'unknown-code')],
    };
    expect(codes(row(2), wrong, row(4, { idNumber: 'B' }), row(5, {}, resident))).toEqual([
      '2 held-back',
      '3 unknown-code',
      '5 held-back',
    ]);
  });

  it('are all either of a person or of a problem', () => {
    const nobody: ReadRow = { line: 9, problems: [rowProblem(9, '证件号码', 'id-number-invalid')] };
    const { persons, problems } = group(row(2), nobody, row(4, { idNumber: 'B', name: '李四' }));
    expect([...persons.flatMap(({ lines }) => lines), ...problems.map(({ line }) => line)].sort()).toEqual([
      2, 4, 9,
    ]);
  });

  it('give one person twenty enrolments at most', () => {
    const rows = Array.from({ length: 21 }, (_, n) =>
      row(n + 2, {}, { ...enrolment, insuredRegion: String(350_200 + n) }),
    );
    expect(codes(...rows)).toHaveLength(21);
    expect(codes(...rows)).toContain('22 too-many-enrolments');
    expect(group(...rows.slice(1)).persons).toHaveLength(1);
  });
});
