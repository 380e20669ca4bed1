import { FieldNotDeclared, type ReadModels } from '@anjuan/event-sourcing';
import type { EngineUnderTest } from './engine-under-test';
import { fill, memberList } from './member-list';

const searches: readonly (readonly [string, string, readonly string[]])[] = [
  ['one Chinese character', '王', ['m1', 'm5']],
  ['one in the middle of a name', '秀', ['m1']],
  ['two Chinese characters', '张伟', ['m2']],
  ['characters in their order only', '伟张', []],
  ['a character outside the basic plane', '𠮷', ['m6']],
  ['one of the same plane that is not there', '𠮶', []],
  ['the middle of a number', '6-0001', ['m1', 'm5']],
  ['the end of a number', '171', ['m2']],
  ['letters in either case', 'tc-2025', ['m3']],
  ['letters in the other case', 'AB-x', ['m4']],
  ['full-width digits', '００９９９', ['m3']],
  ['a dot between names', '提·艾', ['m4']],
  ['several words, which must all be there', '王 00018', ['m5']],
  ['words in any order', '00018　王', ['m5']],
  ['words of which one is missing', '王 00171', []],
  ['no text across two fields', '英TC', []],
  ['quotes and operators as plain text', '"OR" (1*', ['m6']],
  ['an operator alone', 'OR', ['m6']],
  ['a wildcard as plain text', '*', ['m6']],
  ['nothing, which everything has', ' ', ['m1', 'm2', 'm3', 'm4', 'm5', 'm6']],
];

export function searchContract(under: EngineUnderTest<ReadModels>): void {
  const filled = async () => {
    const model = await under.engine.live(memberList);
    await fill(model);
    return model;
  };

  it.each(searches)('finds %s', async (_, search, ids) => {
    const model = await filled();
    const { rows } = await model.find({ search, limit: 100 });
    expect(rows.map(({ id }) => id)).toEqual(ids);
    expect(await model.count({}, search)).toBe(ids.length);
  });

  it('finds within a filter', async () => {
    const model = await filled();
    expect(await model.count({ city: { eq: '厦门' }, active: { eq: false } }, '王')).toBe(1);
  });

  it('finds the new text of a row and no longer the old one', async () => {
    const model = await filled();
    await model.apply(
      [
        { id: 'm1', row: { name: '李秀英' } },
        { id: 'm5', row: undefined },
      ],
      11n,
    );
    expect(await model.count({}, '王')).toBe(0);
    expect(await model.count({}, '李秀英')).toBe(1);
  });

  it('refuses to search where nothing is declared to be searched', async () => {
    const model = await under.engine.live({ ...memberList, name: 'silent', search: undefined });
    await expect(model.count({}, '王')).rejects.toThrow(FieldNotDeclared);
  });
}
