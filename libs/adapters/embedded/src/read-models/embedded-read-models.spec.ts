import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadModel, Row } from '@anjuan/event-sourcing';
import { fill, memberList, useTemporaryFolders } from '@anjuan/testing';
import { filesContaining } from '../files/files-containing.fixture';
import { openEmbeddedReadModels } from './embedded-read-models';
import { searchTokens } from './search-words';

const temporaryFolder = useTemporaryFolders();

const NAME = '司马相如文君';
const NUMBER = '350203199001011234';

/** Rows of one person among many others, written and changed several times. */
async function fillWith(model: ReadModel, count: number): Promise<void> {
  const row = (n: number, level: number): Row =>
    n % 10 === 0
      ? { name: NAME, card: NUMBER, level, city: NAME }
      : { name: `会员${n}`, card: `TC-${n}`, level, city: '厦门' };
  for (let level = 0; level < 3; level++) {
    const changes = Array.from({ length: count }, (_, n) => ({ id: `m${n}`, row: row(n, level) }));
    await model.apply(changes, BigInt(level));
  }
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('purge', () => {
  it('leaves deleted content in no file of the folder', async () => {
    const folder = temporaryFolder();
    const models = openEmbeddedReadModels({ folder });
    const model = await models.live(memberList);
    await fillWith(model, 3_000);
    expect(await model.count({ city: { eq: NAME } }, NAME)).toBe(300);
    const traces = [NAME, NUMBER, searchTokens([NAME]), searchTokens([NUMBER])];
    const found = () => traces.map((trace) => filesContaining(folder, trace).length > 0);
    expect(found()).toEqual([true, true, true, true]);

    const ids = await model.idsWhere({ city: { eq: NAME } });
    const changes = ids.map((id, n) => ({ id, row: n % 2 === 0 ? undefined : { name: '［已清除］' } }));
    await model.apply(changes, 9n);
    await models.purge();
    expect(found()).toEqual([false, false, false, false]);
    expect(await model.count({}, '［已清除］')).toBe(150);
    await models.close();
    expect(found()).toEqual([false, false, false, false]);
  });

  it('leaves nothing of a version that was swapped out or dropped', async () => {
    const folder = temporaryFolder();
    const models = openEmbeddedReadModels({ folder });
    await fillWith(await models.live(memberList), 100);
    const dropped = await models.candidate(memberList);
    await fillWith(dropped, 100);
    await models.drop(dropped);
    await models.swap(await models.candidate(memberList));
    await models.purge();
    expect(filesContaining(folder, NAME)).toEqual([]);
    await models.close();
  });

  it('ends a reader of all rows, who would keep the old state on disk', async () => {
    const folder = temporaryFolder();
    const models = openEmbeddedReadModels({ folder });
    const model = await models.live(memberList);
    await fillWith(model, 1_500);
    const rows = model.rows()[Symbol.asyncIterator]();
    expect((await rows.next()).value.id).toBe('m0');
    await model.apply([{ id: 'm0', row: undefined }], 9n);
    await models.purge();
    const drain = async () => {
      for (let next = await rows.next(); !next.done; next = await rows.next());
    };
    await expect(drain()).rejects.toThrow('read again');
    expect(await model.contentHash()).toMatch(/^[0-9a-f]{64}$/);
    await models.close();
  });
});

describe('work on the whole file', () => {
  /** Reads over and over until the work is done. @returns how often */
  const readWhile = async (model: ReadModel, work: Promise<void>): Promise<number> => {
    let [reads, done] = [0, false];
    const ended = work.finally(() => {
      done = true;
    });
    while (!done) {
      expect(await model.get('m1')).toMatchObject({ name: '会员1' });
      reads++;
      await nextTurn();
    }
    await ended;
    return reads;
  };

  it('goes on beside reads, and writes wait for it', async () => {
    const models = openEmbeddedReadModels({ folder: temporaryFolder() });
    const live = await models.live(memberList);
    await fillWith(live, 6_000);
    const candidate = await models.candidate(memberList);
    await fillWith(candidate, 6_000);
    expect(await readWhile(live, models.swap(candidate))).toBeGreaterThan(20);

    let written = false;
    const purged = models.purge();
    const write = live.apply([{ id: 'm2', row: { name: '新会员' } }], 10n).then(() => {
      written = true;
    });
    const [reads] = await Promise.all([
      readWhile(live, purged),
      readWhile(live, nextTurn()).then(() => expect(written).toBe(false)),
    ]);
    expect(reads).toBeGreaterThan(20);
    await write;
    expect(await live.get('m2')).toEqual({ name: '新会员' });
    expect(await live.count({}, '新会员')).toBe(1);
    await models.close();
  }, 30_000);

  it('makes indexes once: they are there when it is opened again', async () => {
    const folder = temporaryFolder();
    const models = openEmbeddedReadModels({ folder });
    const model = await models.live(memberList);
    await fillWith(model, 6_000);
    expect(await Promise.all([model.count({ level: { eq: 2 } }), model.count()])).toEqual([6_000, 6_000]);
    await models.close();
    const again = openEmbeddedReadModels({ folder });
    const reopened = await again.live(memberList);
    let ticked = false;
    setImmediate(() => {
      ticked = true;
    });
    expect(await reopened.count({ level: { eq: 2 } })).toBe(6_000);
    expect(ticked).toBe(false);
    await again.close();
  });

  it('lets a query that waits for the indexes of the old version have its answer from the new one', async () => {
    const folder = temporaryFolder();
    const models = openEmbeddedReadModels({ folder });
    const live = await models.live(memberList);
    await fillWith(live, 6_000);
    const candidate = await models.candidate(memberList);
    await candidate.apply([{ id: 'm1', row: { level: 7 } }], 1n);
    const swapped = models.swap(candidate);
    const counted = live.count({ level: { gte: 0 } });
    await swapped;
    expect([6_000, 1]).toContain(await counted);
    expect(await live.count({ level: { gte: 0 } })).toBe(1);
    await models.close();
  });
});

it('changes neither rows nor checkpoint when one row of a batch cannot be stored', async () => {
  const models = openEmbeddedReadModels({ folder: temporaryFolder() });
  const model = await models.live(memberList);
  await fill(model);
  const before = await model.contentHash();
  const cyclic: { name: string; self?: Row } = { name: '环' };
  const row: Row = Object.assign(cyclic, { self: cyclic });
  const changes = [
    { id: 'm1', row: undefined },
    { id: 'm9', row: { name: '新' } },
    { id: 'm8', row },
  ];
  await expect(model.apply(changes, 11n)).rejects.toThrow('circular');
  expect([await model.contentHash(), await model.checkpoint()]).toEqual([before, 10n]);
  await models.close();
});

it('reads all rows as of one moment while writes go on', async () => {
  const models = openEmbeddedReadModels({ folder: temporaryFolder() });
  const model = await models.live(memberList);
  await fillWith(model, 1_500);
  const before = await model.contentHash();
  const hash = model.contentHash();
  await new Promise((resolve) => setImmediate(resolve));
  await model.apply([{ id: 'm999', row: undefined }], 9n);
  expect(await hash).toBe(before);
  expect(await model.contentHash()).not.toBe(before);
  await models.close();
});

it('answers pages of a filter and a sort from the declared index', async () => {
  const folder = temporaryFolder();
  const models = openEmbeddedReadModels({ folder });
  const model = await models.live(memberList);
  const changes = Array.from({ length: 20_000 }, (_, n) => ({
    id: `m${n}`,
    row: { city: n % 2 ? '厦门' : '广州', level: n % 1000, name: '会员' },
  }));
  await model.apply(changes, 1n);
  await model.count();
  const timed = async (query: Parameters<ReadModel['find']>[0]) => {
    const start = process.hrtime.bigint();
    for (let n = 0; n < 20; n++) await model.find(query);
    return Number(process.hrtime.bigint() - start);
  };
  const filter = { city: { eq: '厦门' } };
  const byIndex = await timed({ filter, sort: { field: 'level', direction: 'desc' }, limit: 20 });
  const sorted = await timed({ filter, sort: { field: 'joinedOn', direction: 'desc' }, limit: 20 });
  expect(sorted).toBeGreaterThan(3 * byIndex);
  await models.close();
});

it('begins anew when its files are lost, and refuses a file that is no database', async () => {
  const folder = temporaryFolder();
  const models = openEmbeddedReadModels({ folder });
  await fill(await models.live(memberList));
  await models.close();
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
  const again = openEmbeddedReadModels({ folder });
  expect(await (await again.live(memberList)).checkpoint()).toBe(-1n);
  await again.close();
  const other = temporaryFolder();
  writeFileSync(join(other, 'read-models.db'), 'no database at all, but long enough to be looked at');
  expect(() => openEmbeddedReadModels({ folder: other })).toThrow('not a database');
});
