import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashesOf, verify } from './harness/anjuan-report';
import { type BackOffice, runAnjuan } from './harness/back-office';
import { draftOf, fileAtCounter, getFiling, register } from './harness/filings';
import { quiet } from './harness/quiet';
import { syntheticPerson } from './harness/synthetic-person';
import { useOffices } from './harness/use-offices';

jest.setTimeout(90_000);

const offices = useOffices();
let office: BackOffice;
let filingId: string;

beforeAll(async () => {
  office = await offices.start();
  const clerk = await office.signIn('clerk');
  filingId = await fileAtCounter(clerk, { person: 1 });
  await register(clerk, { person: 2, channel: 'agency-batch' });
  await quiet(office.url);
});

const backUp = async () => {
  const [log, keys] = [offices.newFolder(), offices.newFolder()];
  expect(await runAnjuan(office.folder, ['backup', log, '--keys', keys])).toMatchObject({ code: 0 });
  return { log, keys };
};

describe('a backup of a running office', () => {
  it('becomes an office with the same log and the same rows', async () => {
    const { log, keys } = await backUp();
    const folder = offices.newFolder();
    expect(await runAnjuan(folder, ['restore', log, '--keys', keys])).toMatchObject({ code: 0 });
    const [copy, original] = [await verify(folder), await verify(office.folder)];
    expect(copy).toMatchObject({ ok: true, code: 0 });
    expect(copy.log.eventsRead).toBe(original.log.eventsRead);
    expect(hashesOf(copy.readModels)).toEqual(hashesOf(original.readModels));
    const restored = await offices.start({}, folder);
    const clerk = await restored.signIn('clerk');
    const { name } = syntheticPerson(1);
    expect(await getFiling(clerk, filingId)).toMatchObject({
      status: 'active',
      data: { applicant: { name } },
    });
    expect(await fileAtCounter(clerk, { person: 3 })).toBeDefined();
  });

  it('is whole while commands are recorded all the time', async () => {
    const clerk = await office.signIn('clerk');
    let copying = true;
    let drafted = 0;
    const drafts = (async () => {
      while (copying) {
        const { path, body } = draftOf({ person: 100 + drafted });
        await clerk.command('POST', path, { body });
        drafted += 1;
      }
    })();
    const { log, keys } = await backUp().finally(() => {
      copying = false;
    });
    await drafts;
    expect(drafted).toBeGreaterThan(1);
    const folder = offices.newFolder();
    expect(await runAnjuan(folder, ['restore', log, '--keys', keys])).toMatchObject({ code: 0 });
    expect(await verify(folder)).toMatchObject({ ok: true, code: 0 });
  });

  it('is refused when a byte of it was changed, and where there is an office already', async () => {
    const { log, keys } = await backUp();
    const taken = await runAnjuan(office.folder, ['restore', log, '--keys', keys]);
    expect(taken).toMatchObject({ code: 2, stderr: expect.stringContaining('is not empty') });
    const file = join(log, 'log', 'events.db');
    const bytes = readFileSync(file);
    bytes[5_000] = (bytes[5_000] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    const damaged = await runAnjuan(offices.newFolder(), ['restore', log, '--keys', keys]);
    expect(damaged).toMatchObject({ code: 2, stderr: expect.stringContaining('events.db is changed') });
  });
});
