import { type Condition, FieldNotDeclared, type Filter } from '@anjuan/event-sourcing';
import type { SqlValue } from '../sqlite';
import { columnOf, type ModelShape, wordsTable } from './model-schema';
import { matchExpression } from './search-words';

/** A piece of a WHERE clause and its parameters. */
export interface SqlCondition {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}

export const ALL: SqlCondition = { sql: 'TRUE', parameters: [] };

export const allOf = (conditions: readonly SqlCondition[]): SqlCondition => ({
  sql: conditions.map(({ sql }) => `(${sql})`).join(' AND ') || ALL.sql,
  parameters: conditions.flatMap(({ parameters }) => parameters),
});

const sqlValue = (value: string | number | boolean): SqlValue =>
  typeof value === 'boolean' ? Number(value) : value;

/** @throws FieldNotDeclared for a field that is in no index */
export function declaredColumn(shape: ModelShape, field: string): string {
  if (!shape.indexes.some((fields) => fields.includes(field))) throw new FieldNotDeclared(shape.name, field);
  return columnOf(field);
}

const ranges = { gte: '>=', gt: '>', lte: '<=', lt: '<' } as const;

/** A missing field counts as null, as in MongoDB: `ne` matches it, a range does not. */
function conditionSql(column: string, condition: Condition): SqlCondition {
  if ('eq' in condition) {
    return condition.eq === null
      ? { sql: `${column} IS NULL`, parameters: [] }
      : { sql: `${column} = ?`, parameters: [sqlValue(condition.eq)] };
  }
  if ('ne' in condition) {
    return condition.ne === null
      ? { sql: `${column} IS NOT NULL`, parameters: [] }
      : { sql: `${column} IS NOT ?`, parameters: [sqlValue(condition.ne)] };
  }
  if ('in' in condition) {
    return {
      sql: `${column} IN (SELECT value FROM json_each(?))`,
      parameters: [JSON.stringify(condition.in)],
    };
  }
  return rangeSql(column, condition);
}

function rangeSql(column: string, range: Extract<Condition, { gte?: string | number }>): SqlCondition {
  const bounds = (['gte', 'gt', 'lte', 'lt'] as const).flatMap((name) => {
    const value = range[name];
    return value === undefined ? [] : [{ sql: `${column} ${ranges[name]} ?`, parameters: [value] }];
  });
  // Numbers sort before texts in SQLite, so an open range of numbers would take in every text.
  const type = typeof (range.gte ?? range.gt ?? range.lte ?? range.lt);
  const same = type === 'number' ? `typeof(${column}) <> 'text'` : `typeof(${column}) = 'text'`;
  return bounds.length === 0 ? ALL : allOf([...bounds, { sql: same, parameters: [] }]);
}

export const filterSql = (shape: ModelShape, filter: Filter): SqlCondition =>
  allOf(
    Object.entries(filter).map(([field, condition]) => conditionSql(declaredColumn(shape, field), condition)),
  );

/** @throws FieldNotDeclared when the read model has no search text; a search without a word finds everything */
export function searchSql(shape: ModelShape, generation: number, text: string | undefined): SqlCondition {
  const match = text === undefined ? undefined : matchExpression(text);
  if (match === undefined) return ALL;
  if (!shape.searchable) throw new FieldNotDeclared(shape.name, 'search');
  const words = wordsTable(generation);
  return { sql: `n IN (SELECT rowid FROM ${words} WHERE ${words} MATCH ?)`, parameters: [match] };
}
