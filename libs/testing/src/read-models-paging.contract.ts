import { CursorMismatch, type PageRequest, type ReadModel, type ReadModels } from '@anjuan/event-sourcing';
import type { EngineUnderTest } from './engine-under-test';
import { fill, memberList } from './member-list';

type Query = Omit<PageRequest, 'limit' | 'cursor'>;

/** Ids of all pages, one list per page. */
async function pagesOf(model: ReadModel, query: Query, limit: number): Promise<string[][]> {
  const pages: string[][] = [];
  let cursor: string | undefined;
  do {
    const page = await model.find({ ...query, limit, cursor });
    pages.push(page.rows.map(({ id }) => id));
    cursor = page.next;
  } while (cursor !== undefined && pages.length < 50);
  return pages;
}

const sorts: readonly (readonly [string, Query, readonly string[]])[] = [
  ['by id without a sort', {}, ['m1', 'm2', 'm3', 'm4', 'm5', 'm6']],
  [
    'upwards, null first, equal ones by id',
    { sort: { field: 'level', direction: 'asc' } },
    ['m3', 'm6', 'm4', 'm1', 'm5', 'm2'],
  ],
  [
    'downwards, null last, equal ones by id backwards',
    { sort: { field: 'level', direction: 'desc' } },
    ['m2', 'm5', 'm1', 'm4', 'm6', 'm3'],
  ],
  ['by a text', { sort: { field: 'joinedOn', direction: 'desc' } }, ['m6', 'm5', 'm3', 'm1', 'm2', 'm4']],
  [
    'by a nested field',
    { sort: { field: 'address.street', direction: 'asc' } },
    ['m4', 'm5', 'm6', 'm2', 'm1', 'm3'],
  ],
  [
    'with a filter',
    { filter: { city: { eq: '厦门' } }, sort: { field: 'level', direction: 'desc' } },
    ['m5', 'm1', 'm3'],
  ],
  ['with a search', { search: '张', sort: { field: 'joinedOn', direction: 'asc' } }, ['m2', 'm6']],
];

export function pagingContract(under: EngineUnderTest<ReadModels>): void {
  const filled = async () => {
    const model = await under.engine.live(memberList);
    await fill(model);
    return model;
  };

  it.each(sorts)('sorts %s, the same in pages of any size', async (_, query, ids) => {
    const model = await filled();
    for (const limit of [1, 2, 3, ids.length, 100]) {
      const pages = await pagesOf(model, query, limit);
      expect(pages.flat()).toEqual(ids);
      expect(pages).toHaveLength(Math.ceil(ids.length / limit));
    }
  });

  it('goes on behind the last row although rows came and went meanwhile', async () => {
    const model = await filled();
    const query: Query = { sort: { field: 'level', direction: 'asc' } };
    const first = await model.find({ ...query, limit: 4 });
    expect(first.rows.at(-1)?.id).toBe('m1');
    await model.apply(
      [
        { id: 'm0', row: { level: 2 } },
        { id: 'm1', row: undefined },
        { id: 'm7', row: { level: 4 } },
      ],
      11n,
    );
    const second = await model.find({ ...query, limit: 4, cursor: first.next });
    expect(second.rows.map(({ id }) => id)).toEqual(['m5', 'm7', 'm2']);
  });

  it('goes on with a cursor from before it was opened again', async () => {
    const { next } = await (await filled()).find({ limit: 4 });
    await under.reopen();
    const page = await (await under.engine.live(memberList)).find({ limit: 4, cursor: next });
    expect(page.rows.map(({ id }) => id)).toEqual(['m5', 'm6']);
  });

  it('refuses a cursor of another filter, search, sort or read model, and what is none', async () => {
    const model = await filled();
    const query: Query = {
      filter: { city: { eq: '厦门' } },
      search: '王',
      sort: { field: 'level', direction: 'asc' },
    };
    const { next = '' } = await model.find({ ...query, limit: 1 });
    const others: readonly Query[] = [
      { ...query, filter: { city: { eq: '广州' } } },
      { ...query, filter: undefined },
      { ...query, search: '张' },
      { ...query, sort: { field: 'level', direction: 'desc' } },
      { ...query, sort: { field: 'joinedOn', direction: 'asc' } },
    ];
    for (const other of others) {
      await expect(model.find({ ...other, limit: 1, cursor: next })).rejects.toThrow(CursorMismatch);
    }
    const former = await under.engine.live({ ...memberList, name: 'former-members' });
    await expect(former.find({ ...query, limit: 1, cursor: next })).rejects.toThrow(CursorMismatch);
    for (const cursor of ['', 'x', next.slice(0, -4), `${next.slice(0, -6)}AAAAAA`, '王秀英']) {
      await expect(model.find({ ...query, limit: 1, cursor })).rejects.toThrow(CursorMismatch);
    }
    expect((await model.find({ ...query, limit: 1, cursor: next })).rows).toHaveLength(1);
  });

  it('shows nothing of a row in its cursor, which travels in URLs', async () => {
    const model = await filled();
    const { next = '' } = await model.find({
      sort: { field: 'address.street', direction: 'desc' },
      limit: 1,
    });
    expect(next).toMatch(/^[\w-]+$/);
    expect(Buffer.from(next, 'base64url').includes('湖滨')).toBe(false);
  });

  it('refuses a page without rows', async () => {
    const model = await filled();
    for (const limit of [0, -1, 1.5, Number.NaN]) {
      await expect(model.find({ limit })).rejects.toThrow(RangeError);
    }
  });
}
