import type { ReadModelDefinition, ReadModels } from '@anjuan/event-sourcing';
import type { EngineUnderTest } from './engine-under-test';
import { fill, memberList, members } from './member-list';

const newer: ReadModelDefinition = { ...memberList, version: 2, indexes: [['grade']] };
const graded = { m1: { name: '王秀英', grade: 'A' }, m2: { name: '张伟', grade: 'B' } };

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

export function versionsContract(under: EngineUnderTest<ReadModels>): void {
  const filled = async () => {
    const model = await under.engine.live(memberList);
    await fill(model);
    return model;
  };

  it('serves the live version while a candidate of the same version fills beside it', async () => {
    const live = await filled();
    const candidate = await under.engine.candidate(memberList);
    expect(await candidate.checkpoint()).toBe(-1n);
    expect(await candidate.count()).toBe(0);
    await fill(candidate, { m1: members.m1 ?? {} }, 5n);
    expect([await live.count(), await live.checkpoint()]).toEqual([6, 10n]);
    expect([await candidate.count(), await candidate.checkpoint()]).toEqual([1, 5n]);
    await fill(candidate, members, 10n);
    expect(await candidate.contentHash()).toBe(await live.contentHash());
  });

  it('serves the candidate after the swap, also to those who held the live one', async () => {
    const live = await filled();
    const candidate = await under.engine.candidate(newer);
    await fill(candidate, graded, 12n);
    await under.engine.swap(candidate);
    for (const model of [live, await under.engine.live(newer), candidate]) {
      expect(model.definition.version).toBe(2);
      expect(await model.checkpoint()).toBe(12n);
      expect(await model.idsWhere({ grade: { eq: 'B' } })).toEqual(['m2']);
      expect(await model.count({}, '王')).toBe(1);
    }
    await under.reopen();
    expect(await (await under.engine.live(newer)).count()).toBe(2);
  });

  it('goes on writing to the swapped version through the same handle', async () => {
    const live = await filled();
    const candidate = await under.engine.candidate(newer);
    await under.engine.swap(candidate);
    await live.apply([{ id: 'm7', row: { name: '李娜', grade: 'C' } }], 13n);
    expect(await candidate.get('m7')).toEqual({ name: '李娜', grade: 'C' });
  });

  it('serves a live one of another version, to be read only, until it is swapped out', async () => {
    await filled();
    await under.reopen();
    const live = await under.engine.live(newer);
    expect(live.definition).toMatchObject({ version: 1, indexes: memberList.indexes });
    expect(await live.idsWhere({ city: { eq: '广州' } })).toEqual(['m2', 'm6']);
    expect(await live.count({}, '王')).toBe(2);
    await expect(live.apply([], 11n)).rejects.toThrow('version 1');
    const candidate = await under.engine.candidate(newer);
    await fill(candidate, graded, 11n);
    await under.engine.swap(candidate);
    expect(live.definition.version).toBe(2);
  });

  it('drops a candidate without a trace in the live one', async () => {
    const live = await filled();
    const candidate = await under.engine.candidate(newer);
    await fill(candidate, graded);
    await under.engine.drop(candidate);
    await expect(under.engine.swap(candidate)).rejects.toThrow('candidate');
    await expect(fill(candidate, graded)).rejects.toThrow();
    expect(await live.count()).toBe(6);
  });

  it('drops an unfinished candidate for a new one, and when it is opened again', async () => {
    await filled();
    const first = await under.engine.candidate(newer);
    await fill(first, graded);
    const second = await under.engine.candidate(newer);
    expect(await second.count()).toBe(0);
    await expect(under.engine.swap(first)).rejects.toThrow('candidate');
    await under.reopen();
    await expect(under.engine.swap(second)).rejects.toThrow('candidate');
    expect((await under.engine.live(memberList)).definition.version).toBe(1);
  });

  it('serves reads at every moment of a rebuild', async () => {
    const live = await filled();
    let done = false;
    const rebuilding = (async () => {
      for (let n = 0; n < 5; n++) {
        const candidate = await under.engine.candidate(memberList);
        await fill(candidate);
        await nextTurn();
        await under.engine.swap(candidate);
        await nextTurn();
      }
      done = true;
    })();
    let reads = 0;
    while (!done) {
      expect(await live.count({ city: { eq: '厦门' } })).toBe(3);
      expect(await live.get('m1')).toEqual(members.m1);
      reads++;
      await nextTurn();
    }
    await rebuilding;
    expect(reads).toBeGreaterThan(5);
  });

  it('answers the same after it was purged', async () => {
    const live = await filled();
    await live.apply([{ id: 'm1', row: undefined }], 11n);
    const before = await live.contentHash();
    await under.engine.purge();
    expect(await live.contentHash()).toBe(before);
    expect(await live.count({}, '王')).toBe(1);
    expect(await live.idsWhere({ city: { eq: '厦门' } })).toEqual(['m3', 'm5']);
  });
}
