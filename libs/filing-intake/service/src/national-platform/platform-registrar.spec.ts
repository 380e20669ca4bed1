import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { completeForm, IntakeOffice, newIdNumber } from '../testing/intake-office.fixture';
import { PlatformRegistrar } from './platform-registrar';

let office: IntakeOffice;
beforeEach(async () => {
  office = await IntakeOffice.open();
});
afterEach(() => office.close());

const NAME = '令狐上传';
const spool = () => join(office.test.folder, 'spool');

async function active() {
  const idNumber = newIdNumber();
  const applicant = { ...completeForm({}, idNumber).applicant, name: NAME };
  return { idNumber, filingId: await office.active(completeForm({ applicant }, idNumber)) };
}

const run = async () => {
  await office.test.app.get(PlatformRegistrar).run();
  await office.test.office.settle();
};
const uploadsOf = async (filingId: string) => {
  const { events } = await office.test.office.log.load(`upload-${filingId}`);
  return events.map(({ event }) => ({ type: event.type, data: event.data }));
};
const listed = async (uploadStatus: string) => {
  const { json } = await office.call('clerk', 'GET', `filings?uploadStatus=${uploadStatus}`);
  return (json.rows as { filingId: string }[]).map(({ filingId }) => filingId);
};
const later = async (minutes: number) => {
  const { clock } = office.test.office;
  clock.standAt(new Date(Date.parse(clock.now()) + minutes * 60_000).toISOString());
  await run();
};

describe('registrations with the national platform', () => {
  it('are spooled when a filing is approved and when it ends, without making a view of the filing stale', async () => {
    const { filingId, idNumber } = await active();
    expect(await listed('due')).toEqual([filingId]);
    const { revision } = await office.detail(filingId);
    await run();
    expect(await office.detail(filingId)).toMatchObject({ revision, upload: { status: 'uploaded' } });
    expect(await listed('uploaded')).toEqual([filingId]);
    await office.act(filingId, 'POST', 'cancellation', { reasonCode: 'RETURNED_HOME' });
    await run();
    expect(readdirSync(spool()).sort()).toEqual([`${filingId}-1.json`, `${filingId}-2.json`]);
    const contents = readdirSync(spool()).map((name) => readFileSync(join(spool(), name), 'utf8'));
    expect(contents.map((content) => JSON.parse(content).state).sort()).toEqual(['ended', 'in-force']);
    for (const personal of [NAME, idNumber]) expect(contents.join()).not.toContain(personal);
  });

  it('have one effect, however often and by whomever they are looked for, also after a restart', async () => {
    const { filingId } = await active();
    const registrar = office.test.app.get(PlatformRegistrar);
    await Promise.all([registrar.run(), registrar.run(), registrar.run()]);
    await run();
    office = new IntakeOffice(await office.test.restart());
    await run();
    expect((await uploadsOf(filingId)).map(({ type }) => type)).toEqual(['FilingUploaded']);
  }, 30_000);

  it('that fail are tried again later and later, then wait in the failure queue until a person asks', async () => {
    const { filingId } = await active();
    writeFileSync(spool(), 'in the way');
    await run();
    await run();
    expect(await uploadsOf(filingId)).toMatchObject([
      {
        type: 'FilingUploadFailed',
        data: { attempt: 1, code: 'spool.enotdir', retryAt: expect.any(String) },
      },
    ]);
    expect(await listed('due')).toEqual([filingId]);
    for (let attempt = 2; attempt <= 10; attempt++) await later(61);
    const failures = await uploadsOf(filingId);
    expect(failures).toHaveLength(10);
    expect(failures.at(-1)?.data).not.toHaveProperty('retryAt');
    expect(await listed('failed')).toEqual([filingId]);
    await later(30);
    expect(await uploadsOf(filingId)).toHaveLength(10);

    const retry = (as: string) => office.call(as, 'POST', `filings/${filingId}/upload-retry`);
    expect((await retry('foreign')).status).toBe(403);
    const retried = await retry('clerk');
    expect(retried.status).toBe(200);
    rmSync(spool());
    await run();
    expect((await uploadsOf(filingId)).map(({ type }) => type).slice(-2)).toEqual([
      'UploadRetryRequested',
      'FilingUploaded',
    ]);
  }, 30_000);

  it('can be read with the person by the transfer, which is logged, and by nobody else', async () => {
    const { filingId, idNumber } = await active();
    await run();
    const path = `platform/registrations/${filingId}/1`;
    const read = await office.call('local-administrator', 'GET', path);
    expect(read).toMatchObject({
      status: 200,
      json: { filingId, registration: 1, state: 'in-force', person: { name: NAME, idNumber } },
    });
    for (const person of ['clerk', 'supervisor', 'partner', 'editor'])
      expect((await office.call(person, 'GET', path)).status).toBe(403);
    expect(await office.call('foreign-administrator', 'GET', path)).toMatchObject({
      status: 403,
      json: { code: 'access.outside-area' },
    });
    expect(await office.call('administrator', 'GET', `platform/registrations/${filingId}/2`)).toMatchObject({
      status: 404,
      json: { code: 'platform.not-spooled' },
    });
    const log = await office.call(
      'administrator',
      'GET',
      `access-log?subject=filing-${filingId}&action=export`,
    );
    expect(log.json.rows).toMatchObject([{ accountId: 'local-administrator', area: '350200' }]);
    writeFileSync(join(spool(), `${filingId}-1.json`), 'something else');
    const damaged = await office.call('administrator', 'GET', path);
    expect(damaged).toMatchObject({ status: 409, json: { code: 'platform.file-damaged' } });
  });
});
