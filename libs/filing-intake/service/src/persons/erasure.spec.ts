import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERASED } from '@anjuan/event-sourcing';
import { completeForm, IntakeOffice, newIdNumber, PNG } from '../testing/intake-office.fixture';

const NAME = '司徒待清除';
const PHONE = '13912345678';

let office: IntakeOffice;
beforeEach(async () => {
  office = await IntakeOffice.open();
});
afterEach(() => office.close());

const importOf = (idNumber: string, regions: readonly string[]) =>
  office.upload(
    'persons/import',
    'x.csv',
    Buffer.from(
      [
        '姓名,证件号码,手机号,参保地,险种,参保状态',
        ...regions.map((r) => `${NAME},${idNumber},${PHONE},${r},310,1`),
      ].join('\n'),
    ),
    'editor',
  );
const lookUp = async (idNumber: string) =>
  (await office.call('editor', 'POST', 'persons/lookup', { idType: '01', idNumber })).json;

async function imported(...regions: string[]) {
  const idNumber = newIdNumber();
  await importOf(idNumber, regions);
  return { idNumber, personId: String((await lookUp(idNumber)).personId) };
}

const erase = (personId: string, as = 'administrator', body: object = { reasonCode: 'PERSON_REQUEST' }) =>
  office.call(as, 'POST', `persons/${personId}/erasure`, body);

const filesHolding = (text: string): readonly string[] =>
  readdirSync(office.test.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(text));

describe('an erasure', () => {
  it('leaves neither name, number, phone nor key in any file, and placeholders in what is shown', async () => {
    const { idNumber, personId } = await imported('350200');
    const applicant = { ...completeForm({}, idNumber).applicant, name: NAME, phone: PHONE };
    const filingId = await office.submitted(completeForm({ applicant }, idNumber));
    await office.act(filingId, 'POST', 'withdrawal');
    const { keys } = office.test.office.engines;
    const key = Buffer.from(keys.get(filingId) ?? []);
    expect(keys.keysOf(personId)).toEqual(expect.arrayContaining([personId, filingId]));
    expect(key).toHaveLength(32);
    expect(filesHolding(idNumber)).not.toEqual([]);

    const answer = await (await office.as('administrator')).send('POST', `/api/persons/${personId}/erasure`, {
      reasonCode: 'PERSON_REQUEST',
      reference: '2026-017',
    });
    expect(answer.status).toBe(200);
    expect([personId, filingId].map((id) => keys.isDestroyed(id))).toEqual([true, true]);
    for (const trace of [NAME, idNumber, PHONE]) expect(filesHolding(trace)).toEqual([]);
    expect(filesHolding(key.toString('latin1'))).toEqual([]);

    const person = await office.call('clerk', 'GET', `persons/${personId}`);
    expect(person.json).toMatchObject({ erased: true, person: { name: ERASED, idNumber: ERASED } });
    expect(await office.detail(filingId)).toMatchObject({
      status: 'withdrawn',
      data: { applicant: { name: ERASED, idNumber: ERASED, phone: ERASED } },
    });
    expect((await lookUp(idNumber)).found).toBe(false);
  }, 30_000);

  it('leaves the office nothing that a rebuild could bring back', async () => {
    const { personId } = await imported('350200');
    await erase(personId);
    const reports = await office.test.office.replay({ swap: false });
    expect(reports.filter(({ equal }) => !equal)).toEqual([]);
  }, 30_000);

  it('makes whoever comes with the document later a new person, also by the same file', async () => {
    const { idNumber, personId } = await imported('350200');
    await erase(personId);
    await importOf(idNumber, ['350200']);
    const again = await lookUp(idNumber);
    expect(again.found).toBe(true);
    expect(again.personId).not.toBe(personId);
  });

  it('is refused while a filing is open, and refuses evidence afterwards', async () => {
    const { idNumber, personId } = await imported('350200');
    const applicant = { ...completeForm({}, idNumber).applicant, name: NAME };
    const open = await office.submitted(completeForm({ applicant }, idNumber));
    expect(await erase(personId)).toMatchObject({
      status: 409,
      json: { code: 'person.has-open-filings' },
    });
    await office.act(open, 'POST', 'withdrawal');
    const draft = await office.draft(completeForm({ applicant }, idNumber));
    expect((await erase(personId)).status).toBe(200);
    const path = `filings/${draft}/evidence?item=ID_CREDENTIAL`;
    const late = await office.upload(path, 'a.png', PNG, 'clerk', await office.match(draft));
    expect(late.status).toBeGreaterThanOrEqual(400);
  });

  it('twice records once', async () => {
    const { personId } = await imported('350200');
    const first = await erase(personId);
    const second = await erase(personId);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.json.revision).toBe(first.json.revision);
  });

  it('belongs to an administrator of every area where the person is enrolled', async () => {
    const here = await imported('350200');
    for (const person of ['clerk', 'supervisor', 'editor', 'partner'])
      expect(await erase(here.personId, person)).toMatchObject({
        status: 403,
        json: { code: 'access.forbidden' },
      });
    const both = await imported('350200', '440100');
    expect(await erase(both.personId, 'local-administrator')).toMatchObject({
      status: 403,
      json: { code: 'access.outside-area' },
    });
    expect((await erase(here.personId, 'local-administrator')).status).toBe(200);
  });

  it('needs a reason from the list and a reference without personal data, and a person', async () => {
    const { personId } = await imported('350200');
    expect((await erase(personId, 'administrator', {})).json.code).toBe('request.invalid');
    expect((await erase(personId, 'administrator', { reasonCode: 'BORED' })).status).toBe(422);
    const wordy = { reasonCode: 'COURT_ORDER', reference: 'as Mr Li asked' };
    expect((await erase(personId, 'administrator', wordy)).status).toBe(422);
    expect(await erase('00000000-0000-4000-8000-000000000001')).toMatchObject({
      status: 404,
      json: { code: 'person.not-found' },
    });
  });
});
