import { createHash } from 'node:crypto';
import { residentIdCheckCharacter } from '@anjuan/filing-intake-domain';
import writeXlsxFile from 'write-excel-file/node';
import { IntakeOffice } from '../../testing/intake-office.fixture';

/** Another valid citizen number for each n, of women born on one day. */
const numberOf = (n: number): string => {
  const first17 = `110105194912${String(Math.floor(n / 500) + 10)}${String((n % 500) * 2).padStart(3, '0')}`;
  return first17 + residentIdCheckCharacter(first17);
};
const HEADER = '姓名,证件号码,参保地,险种,参保状态';
const line = (n: number, region = '350200', type = '310', status = '1') =>
  `林小${'一二三四五六七八九'.charAt(n % 9)},${numberOf(n)},${region},${type},${status}`;
const csv = (...lines: string[]) => Buffer.from(`${[HEADER, ...lines].join('\n')}\n`);
const digestOf = (file: Buffer) => createHash('sha256').update(file).digest('hex');

let office: IntakeOffice;
beforeAll(async () => {
  office = await IntakeOffice.open();
});
afterAll(() => office.close());

const send = (file: Buffer, dryRun = false, as = 'editor', name = 'extract.csv') =>
  office.upload(`persons/import?dryRun=${dryRun}`, name, file, as);
const lookUp = async (n: number, as = 'clerk') =>
  (await office.call(as, 'POST', 'persons/lookup', { idType: '01', idNumber: numberOf(n) })).json;
const eventsOf = async (category: string) => {
  const events = await office.test.office.engines.store.readAll({ limit: 10_000, categories: [category] });
  return events.length;
};

describe('an import of enrolments', () => {
  it('counts in a dry run and records nothing', async () => {
    const file = csv(line(1), line(1, '350100', '390'), line(2), '错,1,350200,310,1');
    const { status, json } = await send(file, true);
    expect(status).toBe(200);
    expect(json).toMatchObject({
      fileDigest: digestOf(file),
      dryRun: true,
      rows: 4,
      persons: { new: 2, changed: 0, unchanged: 0 },
      rowsInError: 1,
      problems: [
        { line: 5, column: '姓名', code: 'malformed' },
        { line: 5, column: '证件号码', code: 'malformed' },
      ],
      moreProblems: 0,
    });
    expect(await eventsOf('insuredPerson')).toBe(0);
    expect((await lookUp(1)).found).toBe(false);
  });

  it('records one person per document, with an enrolment for each row', async () => {
    const { json } = await send(csv(line(1), line(1, '350100', '390'), line(2)));
    expect(json).toMatchObject({ persons: { new: 2, changed: 0, unchanged: 0 }, rowsInError: 0 });
    const seen = await lookUp(1, 'supervisor');
    expect(seen).toMatchObject({ found: true, person: { name: '林小二', idNumber: numberOf(1) } });
    expect(seen.enrolments).toEqual([
      { insuredRegion: '350200', insuranceType: '310', status: '1' },
      { insuredRegion: '350100', insuranceType: '390', status: '1' },
    ]);
  });

  it('sent again records nothing, also while the first is still under way in part', async () => {
    const file = csv(line(1), line(1, '350100', '390'), line(2));
    const before = await eventsOf('insuredPerson');
    expect((await send(file)).json).toMatchObject({ persons: { new: 0, changed: 0, unchanged: 2 } });
    expect(await eventsOf('insuredPerson')).toBe(before);
    const longer = csv(line(1), line(1, '350100', '390'), line(2), line(3));
    expect((await send(longer)).json).toMatchObject({ persons: { new: 1, changed: 0, unchanged: 2 } });
  });

  it('records again what a file says after another file said something else', async () => {
    const normal = csv(line(4));
    const paused = csv(line(4, '350200', '310', '2'));
    for (const [file, effect] of [
      [normal, 'new'],
      [paused, 'changed'],
      [normal, 'changed'],
    ] as const)
      expect((await send(file)).json.persons).toMatchObject({ [effect]: 1 });
    expect((await lookUp(4)).enrolments).toMatchObject([{ status: '1' }]);
  });

  it('imports the good rows and names each bad one by line, column and reason in both languages', async () => {
    const { status, json } = await send(
      csv(line(5), line(6, '350200', '车险'), line(7, '999999'), line(5, '350100', '390', '9')),
    );
    expect(status).toBe(200);
    expect(json).toMatchObject({ persons: { new: 0 }, rows: 4, rowsInError: 4 });
    expect(json.problems).toEqual([
      expect.objectContaining({ line: 2, code: 'held-back' }),
      expect.objectContaining({ line: 3, column: '险种', code: 'unknown-code' }),
      expect.objectContaining({ line: 4, column: '参保地', code: 'unknown-region' }),
      {
        line: 5,
        column: '参保状态',
        code: 'unknown-code',
        reason: { zh: '代码或名称不在对照表中', en: 'neither a code nor a name that is known' },
      },
    ]);
    expect(JSON.stringify(json)).not.toContain(numberOf(6));
  });

  it('takes xlsx with English headers, and refuses a number whose digits the spreadsheet lost', async () => {
    const text = (value: string) => ({ value });
    const rows = [
      ['Name', 'ID number', 'Insured region', 'Insurance type', 'Enrolment status'].map(text),
      [
        text('林小九'),
        text(numberOf(8)),
        { value: 350_200, type: Number },
        { value: 310, type: Number },
        text('1'),
      ],
      [
        text('林小十'),
        { value: Number(numberOf(9).slice(0, 17)) * 10, type: Number },
        text('350200'),
        text('310'),
        text('1'),
      ],
      [
        text('林小百'),
        { value: 11_010_519_491_231_000_000, type: Number },
        text('350200'),
        text('310'),
        text('1'),
      ],
    ];
    const file = await writeXlsxFile(rows).toBuffer();
    const { json } = await send(file, false, 'editor', 'extract.xlsx');
    expect(json).toMatchObject({
      persons: { new: 1 },
      problems: [
        { line: 3, column: 'ID number', code: 'lost-digits' },
        { line: 4, column: 'ID number', code: 'lost-digits' },
      ],
    });
    expect(await lookUp(8)).toMatchObject({ found: true });
  });

  it('takes GB18030', async () => {
    const gb = (...bytes: number[]) => Buffer.from(bytes);
    const file = Buffer.concat([
      gb(0xd0, 0xd5, 0xc3, 0xfb),
      Buffer.from(',certno,insu_admdvs,insutype,psn_insu_stas\n'),
      gb(0xcd, 0xf5, 0xd0, 0xe3, 0xd3, 0xa2),
      Buffer.from(`,${numberOf(10)},350200,310,1\n`),
    ]);
    expect((await send(file)).json).toMatchObject({ persons: { new: 1 } });
    expect(await lookUp(10)).toMatchObject({ person: { name: '王秀英' } });
  });

  it.each([
    ['zero bytes', Buffer.alloc(0), 422, 'table.empty'],
    ['a header alone', Buffer.from(`${HEADER}\n`), 422, 'table.empty'],
    ['other columns', Buffer.from('品名,价格\n茶,3\n'), 422, 'person-import.columns-missing'],
    ['a column twice', Buffer.from(`${HEADER},certno\n${line(11)},1\n`), 422, 'person-import.columns-twice'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 415, 'table.unreadable'],
    ['a zip that is no workbook', Buffer.from('504b030414000000', 'hex'), 415, 'table.unreadable'],
  ])('of %s is refused as a whole', async (_, file, status, code) => {
    const before = await eventsOf('insuredPerson');
    expect(await send(file)).toMatchObject({ status, json: { code } });
    expect(await eventsOf('insuredPerson')).toBe(before);
  });

  it('needs a file, the permission, and the permission in each row’s region', async () => {
    const noFile = await office.call('editor', 'POST', 'persons/import');
    expect(noFile.status).toBeGreaterThanOrEqual(415);
    for (const person of ['clerk', 'supervisor', 'partner', 'administrator', 'officer'])
      expect(await send(csv(line(12)), true, person)).toMatchObject({
        status: 403,
        json: { code: 'access.forbidden' },
      });
    const local = await send(csv(line(12), line(13, '440100')), false, 'local-editor');
    expect(local.json).toMatchObject({
      persons: { new: 1 },
      problems: [{ line: 3, column: '参保地', code: 'outside-area' }],
    });
    expect((await lookUp(13, 'foreign')).found).toBe(false);
  });

  it('shows its progress to whoever sent it, and to nobody else', async () => {
    const file = csv(line(14), line(15));
    await send(file);
    const path = `persons/imports/${digestOf(file)}`;
    expect((await office.call('editor', 'GET', path)).json).toEqual({
      fileDigest: digestOf(file),
      total: 2,
      done: 2,
      finished: true,
    });
    expect((await office.call('local-editor', 'GET', path)).json.code).toBe('person-import.unknown');
    expect((await office.call('clerk', 'GET', path)).status).toBe(403);
  });

  it('makes one person of a document that two files bring at the same moment', async () => {
    const before = await eventsOf('identity');
    const both = await Promise.all([send(csv(line(20))), send(csv(line(20), line(20, '350100', '390')))]);
    expect(both.map(({ json }) => json.rowsInError)).toEqual([0, 0]);
    expect(await eventsOf('identity')).toBe(before + 1);
    expect((await lookUp(20, 'supervisor')).enrolments).toHaveLength(2);
  });

  it('is not begun twice at a time, and a thousand rows take seconds', async () => {
    const file = csv(...Array.from({ length: 1_000 }, (_, n) => line(n + 100)));
    const started = Date.now();
    const both = await Promise.all([send(file), send(file)]);
    const seconds = (Date.now() - started) / 1_000;
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.json.code).toBe('person-import.running');
    expect(both.find(({ status }) => status === 200)?.json.persons).toMatchObject({ new: 1_000 });
    expect(seconds).toBeLessThan(60);
  }, 120_000);
});
