import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { hashesOf, replay, verify } from './harness/anjuan-report';
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
    const again = await offices.restart(office);
    await again.stop();
    const after = await verify(office.folder);
    expect(after.ok).toBe(true);
    expect(after.log.eventsRead).toBe(before.log.eventsRead);
    expect(hashesOf(after.readModels)).toEqual(hashesOf(before.readModels));
    const clerk = await (await offices.restart(again)).signIn('clerk');
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
});
