import { join } from 'node:path';
import { openDatabase } from '@anjuan/embedded';
import { ERASED } from '@anjuan/event-sourcing';
import { replay, verify } from './harness/anjuan-report';
import type { ApiClient } from './harness/api-client';
import { type BackOffice, runAnjuan } from './harness/back-office';
import { eventually } from './harness/eventually';
import {
  approve,
  draftOf,
  filingIn,
  filingSchema,
  getFiling,
  registrationSteps,
  runSteps,
} from './harness/filings';
import { importEnrolment } from './harness/register';
import { syntheticPerson } from './harness/synthetic-person';
import { filesBelow, type Secrets, tracesOf } from './harness/traces';
import { useOffices } from './harness/use-offices';

jest.setTimeout(120_000);

const offices = useOffices();

const applicant = syntheticPerson(4711);
const agent = {
  ...pick(syntheticPerson(815)),
  address: '思明区湖滨南路七十七号之三',
  relation: '2',
};
const contact = { name: '欧阳紧急联系', phone: '13655550101' };
const note = '本人膝关节置换术后需在沪复诊';
const address = '湖里区枋湖北二路八八八号九零二室';

function pick({ name, idType, idNumber, phone }: ReturnType<typeof syntheticPerson>) {
  return { name, idType, idNumber, phone };
}

/** Everything by which somebody could be recognized. */
const personal: Secrets = {
  'name of the person': applicant.name,
  'ID number of the person': applicant.idNumber,
  'phone of the person': applicant.phone,
  'address of the person': address,
  'name of the agent': agent.name,
  'ID number of the agent': agent.idNumber,
  'phone of the agent': agent.phone,
  'address of the agent': agent.address,
  'name of the contact': contact.name,
  'phone of the contact': contact.phone,
  note,
  'name of the file': '林某身份证正面',
};

/** A photograph: a JPEG by its first bytes, and text in it that can be looked for. */
const PHOTOGRAPH = Buffer.concat([
  Buffer.from([
    0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x49, 0x46, 0x00, 0x01, 0x01, 0x01, 0x00, 0x48,
  ]),
  Buffer.from([0x00, 0x48, 0x00, 0x00]),
  Buffer.from(`${applicant.name} ${applicant.idNumber} `.repeat(50)),
  Buffer.from([0xff, 0xd9]),
]);

let office: BackOffice;
let filingId: string;
let personId: string;
/** The keys of the person and the filing, taken from the key store while they were there. */
let keys: Secrets;
/** Backups from before the erasure. */
let backup: string;
let keyBackup: string;

beforeAll(async () => {
  office = await offices.start({ ANJUAN_PLATFORM_SECONDS: '0.2' });
  const clerk = await office.signIn('clerk');
  await importEnrolment(await office.signIn('drafter'), applicant);
  filingId = await fileWithEverything(clerk);
  await approve(await office.signIn('reviewer'), filingId);
  await filingIn(clerk, filingId, 'active');
  await lookEverywhere(clerk);
  const supervisor = await office.signIn('supervisor');
  await eventually(
    () => supervisor.read(`filings/${filingId}`, filingSchema),
    ({ upload }) => JSON.stringify(upload).includes('uploaded'),
  );
  personId = (await getFiling(clerk, filingId)).personId ?? '';
  keys = keysIn(office.folder);
  [backup, keyBackup] = await backUp();
});

/** With agent, contact, note and a photograph. */
async function fileWithEverything(clerk: ApiClient): Promise<string> {
  const { path, body } = draftOf({
    person: 4711,
    channel: 'agency-batch',
    data: { filedBy: 'agent', agent, contact, note, applicant: { ...applicant, address } },
  });
  const drafted = await clerk.command('POST', path, { body });
  const form = new FormData();
  form.set('file', new File([PHOTOGRAPH], '林某身份证正面.jpg', { type: 'image/jpeg' }));
  const attached = await clerk.command('POST', `filings/${drafted.id}/evidence?item=ID_CREDENTIAL`, {
    form,
    ifMatch: drafted.revision,
  });
  await runSteps(clerk, attached, registrationSteps(drafted.id, ['AGENT_CREDENTIAL']));
  return drafted.id;
}

/** Whatever is looked for, shown and printed is logged, and must not leave a trace either. */
async function lookEverywhere(clerk: ApiClient): Promise<void> {
  const { name, idType, idNumber } = applicant;
  await clerk.succeed('POST', 'filings/search', { body: { search: name } });
  await clerk.succeed('POST', 'reviews/search', { body: { search: name } });
  await clerk.succeed('POST', 'persons/search', { body: { search: idNumber } });
  await clerk.succeed('POST', 'persons/lookup', { body: { idType, idNumber } });
  await clerk.succeed('GET', `filings/${filingId}/form.pdf`);
  await clerk.succeed('GET', `filings/${filingId}/receipt.pdf`);
}

function keysIn(folder: string): Secrets {
  const database = openDatabase(join(folder, 'keys', 'keys.db'), { readOnly: true });
  const rows = database
    .prepare<{ keyId: string; key: Uint8Array }>('SELECT keyId, key FROM keys WHERE keyId IN (?, ?)')
    .all(filingId, personId);
  database.close();
  return Object.fromEntries(rows.map(({ keyId, key }) => [`key ${keyId}`, key]));
}

async function backUp(): Promise<readonly [string, string]> {
  const [log, keyFolder] = [offices.newFolder(), offices.newFolder()];
  const { code, stderr } = await runAnjuan(office.folder, ['backup', log, '--keys', keyFolder]);
  if (code !== 0) throw new Error(stderr);
  return [log, keyFolder];
}

describe('before anybody is erased', () => {
  it('log, evidence, checkpoints, bus, spool and sessions hold nothing by which a person is recognized', () => {
    const files = filesBelow(office.folder);
    for (const part of ['log', 'evidence', 'checkpoints', 'bus', 'spool', 'sessions'])
      expect(files.filter((file) => file.startsWith(part))).not.toEqual([]);
    expect(tracesOf(personal, office.folder, 'read-models')).toEqual([]);
  });

  it('a backup does not either, nor any key outside the key folder', () => {
    expect(tracesOf({ ...personal, ...keys }, backup)).toEqual([]);
    expect(tracesOf(keys, office.folder, 'keys')).toEqual([]);
  });

  it('nor does the log of the process', () => {
    for (const [what, text] of Object.entries(personal))
      expect([what, office.output.includes(String(text))]).toEqual([what, false]);
  });

  it('what is looked for can be found where it is: names in the read models, keys in the key folder', () => {
    const found = tracesOf({ ...personal, ...keys }, office.folder).map((trace) => trace.split(': ')[1]);
    for (const what of ['name of the person', 'ID number of the agent', `key ${filingId}`, `key ${personId}`])
      expect(found).toContain(what);
  });
});

describe('a person who was erased', () => {
  let shown: unknown;

  beforeAll(async () => {
    const [clerk, admin] = [await office.signIn('clerk'), await office.signIn('admin')];
    const { revision } = await getFiling(clerk, filingId);
    const body = { reasonCode: 'RETURNED' };
    await clerk.command('POST', `filings/${filingId}/cancellation`, { body, ifMatch: revision });
    await admin.command('POST', `persons/${personId}/erasure`, {
      body: { reasonCode: 'PERSON_REQUEST', reference: '2026-017' },
    });
    // The cancellation is still to be handed to the national platform, which cannot be done without the key.
    shown = await eventually(
      () => clerk.read(`filings/${filingId}`, filingSchema),
      ({ upload }) => !JSON.stringify(upload).includes('"due"'),
    );
  });

  it('leaves no name, number or key in any file of the folder, while the office runs', () => {
    expect(tracesOf({ ...personal, ...keys }, office.folder)).toEqual([]);
  });

  it('is shown as a placeholder, and the case stays', () => {
    expect(shown).toMatchObject({ filingId, status: 'cancelled', data: { applicant: { name: ERASED } } });
  });

  it('leaves the chain valid, and a rebuild shows the same', async () => {
    const reports = await replay(office.folder);
    expect(reports.filter(({ equal }) => equal !== true)).toEqual([]);
    const clerk = await office.signIn('clerk');
    expect(await clerk.read(`filings/${filingId}`, filingSchema)).toEqual(shown);
    expect(await verify(office.folder)).toMatchObject({ ok: true, code: 0, log: { findings: [] } });
    expect(tracesOf({ ...personal, ...keys }, office.folder)).toEqual([]);
  });

  it('leaves nothing after a stop, and after the next start', async () => {
    await office.stop();
    expect(tracesOf({ ...personal, ...keys }, office.folder)).toEqual([]);
    office = await office.restart();
    expect(tracesOf({ ...personal, ...keys }, office.folder)).toEqual([]);
  });

  it('is not brought back by keys that were backed up before', async () => {
    const [later] = await backUp();
    const restored = offices.newFolder();
    const { code } = await runAnjuan(restored, ['restore', later, '--keys', keyBackup]);
    expect(code).toBe(0);
    expect(tracesOf(keys, restored)).not.toEqual([]);
    const another = await offices.start({}, restored);
    expect(tracesOf({ ...personal, ...keys }, restored)).toEqual([]);
    const clerk = await another.signIn('clerk');
    expect(await clerk.read(`filings/${filingId}`, filingSchema)).toMatchObject({
      status: 'cancelled',
      data: { applicant: { name: ERASED } },
    });
    await another.stop();
    expect(await verify(restored)).toMatchObject({ ok: true, code: 0 });
  });
});
