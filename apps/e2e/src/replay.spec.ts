import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '@anjuan/embedded';
import { z } from 'zod';
import { hashesOf, replay, verify } from './harness/anjuan-report';
import { eventually } from './harness/eventually';
import { approve, draftOf, fileAtCounter, filingIn, getFiling, register } from './harness/filings';
import { quiet } from './harness/quiet';
import { useOffices } from './harness/use-offices';

jest.setTimeout(90_000);

const offices = useOffices();

/** An office with filings at rest in several states. @returns the id of one of them */
async function filledOffice() {
  const office = await offices.start();
  const [clerk, reviewer] = [await office.signIn('clerk'), await office.signIn('reviewer')];
  await fileAtCounter(clerk, { person: 1 });
  const { id } = await register(clerk, { person: 2, channel: 'agency-batch' });
  await approve(reviewer, id);
  await filingIn(clerk, id, 'active');
  await register(clerk, { person: 3, channel: 'agency-batch' });
  const { method, path, body } = draftOf({ person: 4 });
  await clerk.command(method, path, { body });
  await quiet(office.url);
  return { office, id };
}

describe('read models', () => {
  it('come back equal, row by row, after their files were deleted', async () => {
    const { office, id } = await filledOffice();
    await office.stop();
    const before = await verify(office.folder);
    expect(before.ok).toBe(true);
    rmSync(join(office.folder, 'read-models'), { recursive: true });
    const again = await office.restart();
    await again.stop();
    const after = await verify(office.folder);
    expect(after.ok).toBe(true);
    expect(after.log.eventsRead).toBe(before.log.eventsRead);
    expect(hashesOf(after.readModels)).toEqual(hashesOf(before.readModels));
    const clerk = await (await again.restart()).signIn('clerk');
    expect(await getFiling(clerk, id)).toMatchObject({ filingId: id, status: 'active' });
  });

  it('are replayed beside the live ones while every read is served', async () => {
    const { office } = await filledOffice();
    const clerk = await office.signIn('clerk');
    let replaying = true;
    const served: number[] = [];
    const reads = (async () => {
      while (replaying) served.push((await clerk.call('GET', 'filings?limit=5')).status);
    })();
    const reports = await replay(office.folder).finally(() => {
      replaying = false;
    });
    await reads;
    expect(reports.length).toBeGreaterThan(15);
    expect(reports.filter(({ equal }) => equal !== true)).toEqual([]);
    expect(served.length).toBeGreaterThan(5);
    expect(new Set(served)).toEqual(new Set([200]));
  });

  it('of an older version serve reads from the first moment on, until the new one has replaced them', async () => {
    const { office } = await filledOffice();
    await office.stop();
    const wanted = versionsIn(office.folder).filings;
    changeVersions(office.folder, 0);
    const again = await office.restart();
    const clerk = await again.signIn('clerk');
    const found = await clerk.read('filings?limit=5', z.object({ total: z.number() }));
    expect(found.total).toBe(4);
    await eventually(
      async () => versionsIn(office.folder),
      (versions) => Object.values(versions).every((version) => version > 0),
    );
    expect(await clerk.read('filings?limit=5', z.object({ total: z.number() }))).toEqual(found);
    expect(versionsIn(office.folder).filings).toBe(wanted);
    await quiet(again.url);
    expect(await verify(office.folder)).toMatchObject({ ok: true });
  });
});

const fileOf = (folder: string) => join(folder, 'read-models', 'read-models.db');

/** What only keeps how far a reaction has come has no projection that could be another version. */
const PROJECTED = "name <> 'erasures' AND name NOT LIKE 'process-%'";

/** Versions of the live read models as their file states them. */
function versionsIn(folder: string): Readonly<Record<string, number>> {
  const database = openDatabase(fileOf(folder), { readOnly: true });
  const rows = database
    .prepare<{ name: string; version: number }>(
      `SELECT name, json_extract(shape, '$.version') AS version FROM models WHERE role = 'live' AND ${PROJECTED}`,
    )
    .all();
  database.close();
  return Object.fromEntries(rows.map(({ name, version }) => [name, version]));
}

/** As if another release had written them. */
function changeVersions(folder: string, version: number): void {
  const database = openDatabase(fileOf(folder));
  database
    .prepare(`UPDATE models SET shape = json_set(shape, '$.version', ?) WHERE ${PROJECTED}`)
    .run(version);
  database.close();
}
