import type { ReadModel, ReadModels } from '@anjuan/event-sourcing';
import type { EngineUnderTest } from './engine-under-test';
import { fill, memberList, members } from './member-list';

const idsOf = async (model: ReadModel): Promise<readonly string[]> => {
  const ids: string[] = [];
  for await (const { id } of model.rows()) ids.push(id);
  return ids;
};

export function rowsContract(under: EngineUnderTest<ReadModels>): void {
  const live = () => under.engine.live(memberList);

  it('is empty at first and reflects nothing of the log', async () => {
    const model = await live();
    expect(await model.checkpoint()).toBe(-1n);
    expect(await model.count()).toBe(0);
    expect(await model.get('m1')).toBeUndefined();
    expect(await model.find({ limit: 10 })).toEqual({ rows: [] });
  });

  it('gives back rows as they were put, one or many', async () => {
    const model = await live();
    await fill(model);
    expect(await model.get('m4')).toEqual(members.m4);
    const many = await model.getMany(['m6', 'nobody', 'm1']);
    expect(Object.fromEntries(many)).toEqual({ m1: members.m1, m6: members.m6 });
    expect((await model.getMany([])).size).toBe(0);
  });

  it('changes, adds and deletes rows and moves the checkpoint with them', async () => {
    const model = await live();
    await fill(model);
    await model.apply(
      [
        { id: 'm1', row: { name: '王秀英', level: 4 } },
        { id: 'm2', row: undefined },
        { id: 'nobody', row: undefined },
        { id: 'm7', row: { name: '李娜' } },
      ],
      9_007_199_254_740_993n,
    );
    expect(await model.get('m1')).toEqual({ name: '王秀英', level: 4 });
    expect(await idsOf(model)).toEqual(['m1', 'm3', 'm4', 'm5', 'm6', 'm7']);
    expect(await model.checkpoint()).toBe(9_007_199_254_740_993n);
  });

  it('lets the last change of a row in a batch count', async () => {
    const model = await live();
    await model.apply(
      [
        { id: 'm1', row: { level: 1 } },
        { id: 'm2', row: { level: 1 } },
        { id: 'm1', row: { level: 2 } },
        { id: 'm2', row: undefined },
      ],
      1n,
    );
    expect(await model.get('m1')).toEqual({ level: 2 });
    expect(await idsOf(model)).toEqual(['m1']);
  });

  it('moves the checkpoint without rows', async () => {
    const model = await live();
    await model.apply([], 7n);
    expect(await model.checkpoint()).toBe(7n);
  });

  it('keeps rows, search and checkpoint when it is opened again', async () => {
    await fill(await live());
    await under.reopen();
    const model = await live();
    expect(await model.checkpoint()).toBe(10n);
    expect(await model.get('m1')).toEqual(members.m1);
    expect(await model.count({ city: { eq: '厦门' } }, '王')).toBe(2);
  });

  it('keeps read models apart', async () => {
    const other = await under.engine.live({ ...memberList, name: 'former-members' });
    await fill(await live());
    expect(await other.count()).toBe(0);
    expect(await other.checkpoint()).toBe(-1n);
  });

  it('has the same hash for the same rows, whatever way they came', async () => {
    const one = await live();
    const other = await under.engine.live({ ...memberList, name: 'former-members' });
    await fill(one);
    await other.apply([{ id: 'm9', row: {} }], 1n);
    for (const [id, row] of Object.entries(members).reverse()) {
      await other.apply([{ id, row: Object.fromEntries(Object.entries(row).reverse()) }], 2n);
    }
    expect(await other.contentHash()).not.toBe(await one.contentHash());
    await other.apply([{ id: 'm9', row: undefined }], 3n);
    expect(await one.contentHash()).toMatch(/^[0-9a-f]{64}$/);
    expect(await other.contentHash()).toBe(await one.contentHash());
    await other.apply([{ id: 'm1', row: { ...members.m1, level: 4 } }], 4n);
    expect(await other.contentHash()).not.toBe(await one.contentHash());
  });

  it('reads all rows in order of id, more than a page of them', async () => {
    const model = await live();
    const ids = Array.from({ length: 1_203 }, (_, n) => `m${n}`);
    await model.apply(
      ids.map((id) => ({ id, row: { id } })),
      1n,
    );
    expect(await idsOf(model)).toEqual(ids.sort());
  });
}
