import writeXlsxFile from 'write-excel-file/node';
import { readTable } from './table-file';

const CSV = '姓名,证件号码\n王秀英,11010519491231002X\n"李,四",310101199001010016\n';
/** The same in GB18030. */
const GB18030 = Buffer.concat([
  Buffer.from([0xd0, 0xd5, 0xc3, 0xfb]),
  Buffer.from(',id\n'),
  Buffer.from([0xcd, 0xf5, 0xd0, 0xe3, 0xd3, 0xa2]),
  Buffer.from(',1\n'),
]);

it('reads UTF-8 with and without a byte order mark, and keeps the line numbers', async () => {
  for (const text of [CSV, `\ufeff${CSV}`]) {
    expect(await readTable(Buffer.from(text))).toEqual({
      header: ['姓名', '证件号码'],
      rows: [
        { line: 2, cells: ['王秀英', '11010519491231002X'] },
        { line: 3, cells: ['李,四', '310101199001010016'] },
      ],
    });
  }
});

it('reads GB18030', async () => {
  expect(await readTable(GB18030)).toEqual({
    header: ['姓名', 'id'],
    rows: [{ line: 2, cells: ['王秀英', '1'] }],
  });
});

it('reads the first sheet of a workbook, dates as days', async () => {
  const sheet = [
    [{ value: '姓名' }, { value: '起始日期' }],
    [
      { value: '欧阳建国' },
      { value: new Date('2026-01-05T00:00:00.000Z'), type: Date, format: 'yyyy-mm-dd' },
    ],
  ];
  const bytes = await writeXlsxFile(sheet).toBuffer();
  expect(await readTable(bytes)).toEqual({
    header: ['姓名', '起始日期'],
    rows: [{ line: 2, cells: ['欧阳建国', '2026-01-05'] }],
  });
});

it.each([
  ['nothing', Buffer.alloc(0), 'table.empty'],
  ['a header alone', Buffer.from('姓名,证件号码\n'), 'table.empty'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'table.unreadable'],
  ['a zip that is no workbook', Buffer.from('504b030414000000', 'hex'), 'table.unreadable'],
  ['rows of unequal length', Buffer.from('a,b\n1,2,3\n'), 'table.unreadable'],
  ['bytes of no encoding', Buffer.from([0x61, 0xff, 0xff, 0x0a, 0x62, 0x0a]), 'table.unreadable'],
])('%s is refused', async (_, bytes, code) => {
  await expect(readTable(bytes)).rejects.toMatchObject({ code });
});
