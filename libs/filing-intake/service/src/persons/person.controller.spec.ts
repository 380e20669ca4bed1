import { IntakeOffice, newIdNumber } from '../testing/intake-office.fixture';

let office: IntakeOffice;
beforeAll(async () => {
  office = await IntakeOffice.open();
});
afterAll(() => office.close());

const HEADER = '姓名,证件号码,手机号,参保地,险种,参保状态,参保日期,结束日期';

/** Imports a person with these enrolments: region, type, status, from, to. @returns document and id */
async function imported(name: string, ...enrolments: string[]) {
  const idNumber = newIdNumber();
  const lines = enrolments.map((enrolment) => `${name},${idNumber},13800138000,${enrolment}`);
  await office.upload('persons/import', 'x.csv', Buffer.from([HEADER, ...lines].join('\n')), 'editor');
  const { json } = await office.call('editor', 'POST', 'persons/lookup', { idType: '01', idNumber });
  return { idType: '01', idNumber, personId: String(json.personId) };
}

const lookUp = (document: object, as = 'clerk') => office.call(as, 'POST', 'persons/lookup', document);
/** What the clerk looked at, of one subject. */
const logged = async (subject: string) => {
  const path = `access-log?accountId=clerk&subject=${subject}`;
  return (await office.call('supervisor', 'GET', path)).json.rows as Record<string, unknown>[];
};

describe('a look-up', () => {
  it('pre-fills from the enrolment that is normal today', async () => {
    const { idType, idNumber, personId } = await imported(
      '林一',
      '350200,390,4,2020-01-01,2024-12-31',
      '350200,310,1,2025-01-01,',
    );
    const { status, json } = await lookUp({ idType, idNumber: ` ${idNumber.toLowerCase()} ` });
    expect(status).toBe(200);
    expect(json).toEqual({
      found: true,
      personId,
      person: { name: '林一', idType: '01', idNumber, phone: '13800138000' },
      enrolments: [
        { insuredRegion: '350200', insuranceType: '390', status: '4', from: '2020-01-01', to: '2024-12-31' },
        { insuredRegion: '350200', insuranceType: '310', status: '1', from: '2025-01-01' },
      ],
      prefill: { insuredRegion: '350200', insuranceType: '310' },
    });
  });

  it('finds nobody whom nobody imported: enrolment cannot be verified', async () => {
    expect((await lookUp({ idType: '01', idNumber: newIdNumber() })).json).toEqual({
      found: false,
      enrolments: [],
    });
  });

  it('shows a person only where one of the enrolments is, and of the enrolments only those', async () => {
    const { idType, idNumber, personId } = await imported('林二', '350200,310,2,,', '440100,390,1,,');
    const document = { idType, idNumber };
    const here = await lookUp(document);
    expect(here.json).toMatchObject({
      personId,
      enrolments: [{ insuredRegion: '350200' }],
      prefill: { insuredRegion: '350200' },
    });
    expect((await lookUp(document, 'foreign')).json).toMatchObject({
      enrolments: [{ insuredRegion: '440100' }],
    });
    const elsewhere = await imported('林三', '440100,310,1,,');
    const unseen = await lookUp({ idType: '01', idNumber: elsewhere.idNumber });
    expect(unseen.json).toEqual({ found: false, enrolments: [] });
  });

  it('refuses a number that is none, and whoever may not read persons', async () => {
    expect(await lookUp({ idType: '01', idNumber: '110105194912310021' })).toMatchObject({
      status: 422,
      json: { code: 'person.id-number-invalid' },
    });
    expect((await lookUp({ idType: '77', idNumber: 'x' })).json.code).toBe('request.invalid');
    for (const person of ['partner', 'administrator', 'officer'])
      expect((await lookUp({ idType: '01', idNumber: newIdNumber() }, person)).status).toBe(403);
  });

  it('is logged with the person, never with the number', async () => {
    const { idType, idNumber, personId } = await imported('林四', '350200,310,1,,');
    await (await office.as('clerk')).send(
      'POST',
      '/api/persons/lookup',
      { idType, idNumber },
      { 'x-purpose': 'COUNTER' },
    );
    await office.test.office.settle();
    expect(await logged(`insuredPerson-${personId}`)).toMatchObject([
      { action: 'search', purpose: 'COUNTER', area: '350200', text: null },
    ]);
  });
});

describe('a search', () => {
  const search = (body: object, as = 'clerk') => office.call(as, 'POST', 'persons/search', body);
  const names = async (body: object, as?: string) =>
    ((await search(body, as)).json.rows as { name: string }[]).map(({ name }) => name);

  it('finds by part of a name or number, in the caller’s areas, with masked numbers', async () => {
    const { idNumber } = await imported('欧阳建国', '440100,310,1,,', '350200,390,1,,');
    await imported('欧阳建军', '440100,310,1,,');
    expect(await names({ search: '阳建' })).toEqual(['欧阳建国']);
    expect((await names({ search: '阳建' }, 'foreign')).sort()).toEqual(['欧阳建军', '欧阳建国'].sort());
    const { json } = await search({ search: idNumber.slice(-8) });
    expect(json.rows).toMatchObject([
      { name: '欧阳建国', idNumber: expect.stringContaining('*'), enrolments: [{ insuredRegion: '350200' }] },
    ]);
  });

  it('goes on over persons of other areas until the page is full, page by page', async () => {
    for (let n = 0; n < 4; n++) await imported('上官页', n % 2 === 0 ? '350200,310,1,,' : '440100,310,1,,');
    const first = await search({ search: '上官页', limit: 1 });
    expect(first.json.rows).toHaveLength(1);
    const second = await search({ search: '上官页', limit: 1, cursor: first.json.next });
    expect(second.json.rows).toHaveLength(1);
    expect(second.json.rows).not.toEqual(first.json.rows);
    const { next } = second.json;
    const rest = next === undefined ? [] : (await search({ search: '上官页', cursor: next })).json.rows;
    expect(rest).toEqual([]);
  });

  it('is bounded, logged and kept to those who may read persons', async () => {
    expect((await search({ search: '林' })).json.code).toBe('request.invalid');
    expect((await search({ search: '林一', limit: 1_000 })).status).toBe(422);
    expect((await search({ search: '林一' }, 'partner')).status).toBe(403);
    await search({ search: '上官' });
    expect(await logged('insuredPerson')).toContainEqual(
      expect.objectContaining({ action: 'search', text: '上官' }),
    );
  });
});

describe('a person', () => {
  it('is shown with enrolments and filings, and the view is logged', async () => {
    const { idNumber, personId } = await imported('林五', '350200,310,1,,');
    const applicant = { name: '林五', idType: '01', idNumber };
    const filingId = await office.draft({ applicant });
    const { status, json, headers } = await office.call('clerk', 'GET', `persons/${personId}`);
    expect(status).toBe(200);
    expect(json).toMatchObject({
      personId,
      person: { name: '林五', idNumber },
      erased: false,
      filings: [{ filingId, status: 'draft' }],
    });
    expect(headers.etag).toBe(`"${json.revision}"`);
    expect(await logged(`insuredPerson-${personId}`)).toMatchObject([{ action: 'view', area: '350200' }]);
  });

  it('is not shown in another area, nor to those who may not read persons, nor when there is none', async () => {
    const { personId } = await imported('林六', '350200,310,1,,');
    const get = (as: string, id = personId) => office.call(as, 'GET', `persons/${id}`);
    expect(await get('foreign')).toMatchObject({ status: 403, json: { code: 'access.outside-area' } });
    expect(await get('partner')).toMatchObject({ status: 403, json: { code: 'access.forbidden' } });
    expect(await get('clerk', '00000000-0000-4000-8000-000000000001')).toMatchObject({
      status: 404,
      json: { code: 'person.not-found' },
    });
    expect((await get('clerk', 'x')).json.code).toBe('request.invalid');
  });
});
