import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { personRejections } from '@anjuan/filing-intake-domain';
import { fileRejections } from '../files/file-rejections';
import { PlatformRegistrar } from '../national-platform/platform-registrar';
import { platformRejections } from '../national-platform/platform-rejections';
import { completeForm, IntakeOffice, newIdNumber } from '../testing/intake-office.fixture';
import { erasureRejections } from './erasure';
import { importRejections } from './import/import-rejections';

let office: IntakeOffice;
beforeAll(async () => {
  office = await IntakeOffice.open();
});
afterAll(() => office.close());

interface Answer {
  readonly status?: number;
  readonly json: Readonly<Record<string, unknown>>;
}
type Provocation = () => Promise<Answer>;

const HEADER = '姓名,证件号码,参保地,险种,参保状态';
const upload = (content: string) => office.upload('persons/import', 'x.csv', Buffer.from(content), 'editor');
const lookUp = (idNumber: string) =>
  office.call('clerk', 'POST', 'persons/lookup', { idType: '01', idNumber });
const erase = (personId: unknown) =>
  office.call('administrator', 'POST', `persons/${personId}/erasure`, { reasonCode: 'PERSON_REQUEST' });
const NOBODY = '00000000-0000-4000-8000-000000000001';

/** Somebody of the register. @returns document number and id */
async function somebody() {
  const idNumber = newIdNumber();
  await upload(`${HEADER}\n林一一,${idNumber},350200,310,1\n`);
  return { idNumber, personId: (await lookUp(idNumber)).json.personId };
}

/** A filing whose registration is spooled. */
async function spooled() {
  const { idNumber, personId } = await somebody();
  const filingId = await office.active(completeForm({}, idNumber));
  await office.test.app.get(PlatformRegistrar).run();
  await office.test.office.settle();
  return { filingId, personId };
}
const registration = (filingId: string) =>
  office.call('administrator', 'GET', `platform/registrations/${filingId}/1`);

const provocations: Readonly<Record<string, Provocation>> = {
  'person.not-found': () => office.call('clerk', 'GET', `persons/${NOBODY}`),
  'person.id-number-invalid': () => lookUp('110105194912310021'),
  'person.has-open-filings': async () => {
    const { idNumber, personId } = await somebody();
    await office.submitted(completeForm({}, idNumber));
    return erase(personId);
  },
  'person.erased': async () => {
    const { filingId, personId } = await spooled();
    await office.act(filingId, 'POST', 'cancellation', { reasonCode: 'RETURNED_HOME' });
    await erase(personId);
    return registration(filingId);
  },
  'table.unreadable': () => upload('a,b\n1,2,3\n'),
  'table.empty': () => upload(''),
  'table.too-many-rows': () => upload('a\n'.repeat(200_002)),
  'person-import.columns-missing': () => upload('品名,价格\n茶,3\n'),
  'person-import.columns-twice': () => upload(`${HEADER},certno\n林一一,1,350200,310,1,1\n`),
  'person-import.unknown': () => office.call('editor', 'GET', `persons/imports/${'0'.repeat(64)}`),
  'person-import.running': async () => {
    const lines = Array.from({ length: 100 }, () => `林一一,${newIdNumber()},350200,310,1`);
    const file = [HEADER, ...lines].join('\n');
    const answers: Answer[] = await Promise.all([upload(file), upload(file)]);
    return answers.find(({ status }) => status === 409) ?? { json: {} };
  },
  'platform.not-spooled': () => registration(NOBODY),
  'platform.file-damaged': async () => {
    const { filingId } = await spooled();
    writeFileSync(join(office.test.folder, 'spool', `${filingId}-1.json`), '{}');
    return registration(filingId);
  },
  'person.erasure-unfinished': async () => {
    const { personId } = await somebody();
    await office.test.office.erasures.stop();
    const answer = await erase(personId);
    office = new IntakeOffice(await office.test.restart());
    expect(office.test.office.engines.keys.isDestroyed(String(personId))).toBe(true);
    return answer;
  },
};

const tables = Object.fromEntries(
  Object.entries(fileRejections.catalogue).filter(([code]) => code.startsWith('table.')),
);
const catalogue = {
  ...personRejections.catalogue,
  ...tables,
  ...importRejections.catalogue,
  ...platformRejections.catalogue,
  ...erasureRejections.catalogue,
};

describe('every rejection of the register, its files and the spool', () => {
  it('has a provocation over HTTP', () => {
    expect(Object.keys(provocations).sort()).toEqual(Object.keys(catalogue).sort());
  });

  it.each(Object.entries(provocations))(
    'is answered as a problem in both languages: %s',
    async (code, provoke) => {
      expect((await provoke()).json).toMatchObject({
        code,
        status: expect.any(Number),
        messages: { zh: expect.any(String), en: expect.any(String) },
        next: { zh: expect.any(String), en: expect.any(String) },
      });
    },
    30_000,
  );
});
