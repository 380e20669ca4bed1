import { FieldNotDeclared, type Filter, type ReadModels } from '@anjuan/event-sourcing';
import type { EngineUnderTest } from './engine-under-test';
import { fill, memberList } from './member-list';

export function filterContract(under: EngineUnderTest<ReadModels>): void {
  const filled = async () => {
    const model = await under.engine.live(memberList);
    await fill(model);
    return model;
  };

  const cases: readonly (readonly [string, Filter, readonly string[]])[] = [
    ['nothing asked', {}, ['m1', 'm2', 'm3', 'm4', 'm5', 'm6']],
    ['a text', { city: { eq: '厦门' } }, ['m1', 'm3', 'm5']],
    ['a number', { level: { eq: 3 } }, ['m1', 'm5']],
    ['a number is no text', { level: { eq: '3' } }, []],
    ['true', { active: { eq: true } }, ['m1', 'm2', 'm4', 'm6']],
    ['false', { active: { eq: false } }, ['m3', 'm5']],
    ['null, which a missing field is too', { level: { eq: null } }, ['m3', 'm6']],
    ['not null', { level: { ne: null } }, ['m1', 'm2', 'm4', 'm5']],
    ['another value, null included', { level: { ne: 3 } }, ['m2', 'm3', 'm4', 'm6']],
    ['one of several', { city: { in: ['广州', '伊宁', '北京'] } }, ['m2', 'm4', 'm6']],
    ['one of several numbers', { level: { in: [1, 5] } }, ['m2', 'm4']],
    ['one of none', { city: { in: [] } }, []],
    ['a range of numbers, without null', { level: { gte: 1, lt: 5 } }, ['m1', 'm4', 'm5']],
    ['a range of texts', { joinedOn: { gt: '2025-11-30', lte: '2026-02-28' } }, ['m1', 'm3', 'm5']],
    ['an open range', { joinedOn: { lt: '2026-01-01' } }, ['m2', 'm4']],
    ['a range of numbers holds no text', { city: { gte: 0 } }, []],
    ['a nested field', { 'address.street': { eq: '湖滨南路' } }, ['m1', 'm3']],
    ['a nested field that is null or missing', { 'address.street': { eq: null } }, ['m4', 'm5', 'm6']],
    ['several conditions', { city: { eq: '厦门' }, level: { eq: 3 }, active: { ne: true } }, ['m5']],
  ];

  it.each(cases)('finds by %s', async (_, filter, ids) => {
    const model = await filled();
    expect(await model.idsWhere(filter)).toEqual(ids);
    expect(await model.count(filter)).toBe(ids.length);
    const { rows } = await model.find({ filter, limit: 100 });
    expect(rows.map(({ id }) => id)).toEqual(ids);
  });

  it('follows a row that changes', async () => {
    const model = await filled();
    await model.apply([{ id: 'm1', row: { city: '北京' } }], 11n);
    expect(await model.idsWhere({ city: { eq: '厦门' } })).toEqual(['m3', 'm5']);
    expect(await model.idsWhere({ city: { eq: '北京' } })).toEqual(['m1']);
  });

  it('refuses a field that no index declares', async () => {
    const model = await filled();
    const filter: Filter = { name: { eq: '张伟' } };
    await expect(model.find({ filter, limit: 1 })).rejects.toThrow(FieldNotDeclared);
    await expect(model.count(filter)).rejects.toThrow(FieldNotDeclared);
    await expect(model.idsWhere(filter)).rejects.toThrow(FieldNotDeclared);
    const sort = { field: 'name', direction: 'asc' } as const;
    await expect(model.find({ sort, limit: 1 })).rejects.toThrow(FieldNotDeclared);
  });

  it('finds by an index that was declared later', async () => {
    await filled();
    await under.reopen();
    const wider = { ...memberList, indexes: [...memberList.indexes, ['name']] };
    const model = await under.engine.live(wider);
    expect(await model.idsWhere({ name: { eq: '张伟' } })).toEqual(['m2']);
  });
}
