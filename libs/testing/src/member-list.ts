import type { ReadModel, ReadModelDefinition, Row } from '@anjuan/event-sourcing';

const texts = (row: Row): readonly string[] =>
  [row.name, row.card].filter((text): text is string => typeof text === 'string');

/** The members of the club as a read model. */
export const memberList: ReadModelDefinition = {
  name: 'member-list',
  version: 1,
  indexes: [['city', 'level'], ['level'], ['address.street'], ['active', 'joinedOn'], ['joinedOn']],
  search: texts,
};

/** Two levels are unknown and one member has no such field; two joined on the same day. */
export const members: Readonly<Record<string, Row>> = {
  m1: {
    name: '王秀英',
    card: 'TC-2026-00017',
    city: '厦门',
    level: 3,
    active: true,
    joinedOn: '2026-01-05',
    address: { street: '湖滨南路' },
  },
  m2: {
    name: '张伟',
    card: 'TC-2026-00171',
    city: '广州',
    level: 5,
    active: true,
    joinedOn: '2025-11-30',
    address: { street: '天河路' },
  },
  m3: {
    name: '欧阳建国',
    card: 'TC-2025-00999',
    city: '厦门',
    level: null,
    active: false,
    joinedOn: '2026-01-05',
    address: { street: '湖滨南路' },
  },
  m4: {
    name: '买买提·艾力',
    card: 'ab-X1',
    city: '伊宁',
    level: 1,
    active: true,
    joinedOn: '2024-06-01',
    address: {},
  },
  m5: { name: '王伟', card: 'TC-2026-00018', city: '厦门', level: 3, active: false, joinedOn: '2026-02-28' },
  m6: {
    name: '𠮷田张',
    card: '"OR" (1*2)',
    city: '广州',
    active: true,
    joinedOn: '2026-03-01',
    address: { street: null },
  },
};

export const fill = (model: ReadModel, rows: Readonly<Record<string, Row>> = members, checkpoint = 10n) =>
  model.apply(
    Object.entries(rows).map(([id, row]) => ({ id, row })),
    checkpoint,
  );
