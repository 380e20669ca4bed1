import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { enrol, extract } from '../enrolment.fixture';
import { draft, file, must } from '../filing-case.fixture';
import { type HttpOffice, succeeded } from '../http-office.fixture';
import { anybody, type Insured } from '../insured.fixture';
import { multipart, PNG, pngPart } from '../multipart.fixture';
import { CHENGDU } from '../people.fixture';
import { holdCommits } from './held-commits.fixture';
import {
  type LastRequest,
  lastStep,
  NOBODYS_ID,
  type Provoke,
  plain,
  type Refusals,
} from './refusal.fixture';

const WISH = { bureau: 'cd', kind: 'OTHER_TEMPORARY' } as const;
const erasure = { reasonCode: 'PERSON_REQUEST' };

/** A table of enrolments, uploaded as an editor does. */
const importing =
  (content: string | Buffer, fileName = 'register.csv'): Provoke =>
  async () => ({
    who: 'drafter',
    method: 'POST',
    path: 'persons/import',
    call: { raw: multipart({ name: 'file', content, fileName, type: 'text/csv' }) },
  });

/** A file of evidence for a new draft. */
const attaching =
  (content: Uint8Array, fileName = 'scan.png', type = 'image/png'): Provoke =>
  async (office) => {
    const filing = await draft(office, WISH);
    const raw = multipart({ ...pngPart(content), fileName, type });
    const call = { raw, ifMatch: await filing.etag() };
    return { who: 'clerk.cd', method: 'POST', path: `${filing.path}/evidence?item=ID_CREDENTIAL`, call };
  };

async function personIdOf(office: HttpOffice, { idType, idNumber }: Insured): Promise<string> {
  const answer = await office.call('clerk.cd', 'POST', 'persons/lookup', { body: { idType, idNumber } });
  return succeeded(answer, z.looseObject({ personId: z.string() })).personId;
}

async function erased(office: HttpOffice) {
  const filing = await draft(office, WISH);
  const { personId } = succeeded(
    await office.get('clerk.cd', filing.path),
    z.looseObject({ personId: z.string() }),
  );
  await must(office.call('admin', 'POST', `persons/${personId}/erasure`, { body: erasure }));
  return filing;
}

async function damagedEvidence(office: HttpOffice): Promise<LastRequest> {
  const filing = await draft(office, WISH);
  const before = new Set(filesOf(office));
  await must(filing.attach('ID_CREDENTIAL'));
  for (const file of filesOf(office)) if (!before.has(file)) writeFileSync(file, 'not what was stored');
  const { evidence } = await filing.detail();
  return { who: 'clerk.cd', method: 'GET', path: `${filing.path}/evidence/${evidence[0]?.evidenceId}` };
}

function filesOf(office: HttpOffice): string[] {
  const folder = office.test.office.engines.folder.evidence;
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

const HEADER = `${extract([])}\n`;

/** Persons, their imports, and files. */
export const personRefusals: Refusals = {
  'person.not-found': plain('clerk.cd', 'GET', `persons/${NOBODYS_ID}`),
  'person.id-number-invalid': plain('clerk.cd', 'POST', 'persons/lookup', {
    body: { idType: '01', idNumber: '110105194912310021' },
  }),
  'person.erased': async (office) => lastStep(await erased(office), 'submission'),
  'person.has-open-filings': async (office) => {
    const person = anybody();
    await enrol(office, person, { insuredRegion: CHENGDU });
    await file(office, { ...WISH, person });
    const path = `persons/${await personIdOf(office, person)}/erasure`;
    return { who: 'admin', method: 'POST', path, call: { body: erasure } };
  },
  'person-import.columns-missing': importing('psn_name\n林一\n'),
  'person-import.columns-twice': importing(`姓名,${HEADER}林一,林一,01,x,510100,310,1,11\n`),
  'person-import.running': async (office) => {
    const newcomer = extract([[anybody(), { insuredRegion: CHENGDU }]]);
    const held = holdCommits(office);
    const send = () =>
      office.call('drafter', 'POST', 'persons/import', {
        raw: multipart({ name: 'file', content: newcomer, fileName: 'register.csv', type: 'text/csv' }),
      });
    const first = send();
    await held.waiting();
    return {
      run: send,
      after: async () => {
        held.release();
        await must(first);
      },
    };
  },
  'person-import.unknown': plain('drafter', 'GET', `persons/imports/${'0'.repeat(64)}`),
  'table.unreadable': importing(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0]), 'register.xlsx'),
  'table.empty': importing(''),
  'table.too-many-rows': importing(`${HEADER}${'a,b,c,d,e,f,g\n'.repeat(200_001)}`),
  'evidence.empty': attaching(Buffer.alloc(0)),
  'evidence.unsupported-type': attaching(Buffer.from('hello, this is text'), 'note.txt', 'text/plain'),
  'evidence.type-mismatch': attaching(PNG, 'scan.pdf', 'application/pdf'),
  'evidence.damaged': damagedEvidence,
  'platform.not-spooled': plain('admin', 'GET', `platform/registrations/${NOBODYS_ID}/1`),
  'platform.file-damaged': async (office) => {
    const spool = join(office.test.folder, 'spool');
    mkdirSync(spool, { recursive: true });
    writeFileSync(join(spool, `${NOBODYS_ID}-2.json`), '{"filing": {');
    return { who: 'admin', method: 'GET', path: `platform/registrations/${NOBODYS_ID}/2` };
  },
};
