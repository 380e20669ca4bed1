import type { ReadModelDefinition } from '@anjuan/event-sourcing';
import type { Database } from '../sqlite';

const FIELD = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/;

/** The part of a definition that can be stored with the rows. */
export interface ModelShape {
  readonly name: string;
  readonly version: number;
  readonly indexes: readonly (readonly string[])[];
  readonly searchable: boolean;
}

/** @throws when a field is no plain name, dots for nested ones */
export function shapeOf({ name, version, indexes, search }: ReadModelDefinition): ModelShape {
  const wrong = indexes.flat().find((field) => !FIELD.test(field));
  if (wrong !== undefined) throw new Error(`${name} declares an index on "${wrong}", which is no field name`);
  return { name, version, indexes, searchable: search !== undefined };
}

export const rowsTable = (generation: number): string => `rows_${generation}`;
export const wordsTable = (generation: number): string => `words_${generation}`;
/** The generated column of a declared field; FIELD keeps quotes out of it. */
export const columnOf = (field: string): string => `"f:${field}"`;

const jsonPath = (field: string): string =>
  `$${field
    .split('.')
    .map((part) => `."${part}"`)
    .join('')}`;

export function createTables(database: Database, generation: number, shape: ModelShape): void {
  database.exec(
    `CREATE TABLE ${rowsTable(generation)} (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, doc TEXT NOT NULL)`,
  );
  if (shape.searchable) {
    const words = wordsTable(generation);
    database.exec(`CREATE VIRTUAL TABLE ${words} USING fts5(words, tokenize = 'unicode61')`);
    database.exec(`INSERT INTO ${words} (${words}, rank) VALUES ('secure-delete', 1)`);
  }
  addColumns(database, generation, shape);
}

export function dropTables(database: Database, generation: number): void {
  database.exec(`DROP TABLE IF EXISTS ${rowsTable(generation)}`);
  database.exec(`DROP TABLE IF EXISTS ${wordsTable(generation)}`);
}

/** One virtual column per declared field: it costs nothing until an index uses it. */
export function addColumns(database: Database, generation: number, shape: ModelShape): void {
  const table = rowsTable(generation);
  const known = database.prepare<{ name: string }>(`SELECT name FROM pragma_table_xinfo('${table}')`).all();
  const names = new Set(known.map(({ name }) => `"${name}"`));
  for (const field of new Set(shape.indexes.flat())) {
    if (names.has(columnOf(field))) continue;
    database.exec(
      `ALTER TABLE ${table} ADD COLUMN ${columnOf(field)} AS (json_extract(doc, '${jsonPath(field)}')) VIRTUAL`,
    );
  }
}

const indexName = (generation: number, fields: readonly string[]): string =>
  `i${generation}:${fields.join(',')}`;

/**
 * The statements that make the declared indexes which are not there yet. Each index ends with the id, so that pages
 * continue from it alone.
 */
export function missingIndexes(database: Database, generation: number, shape: ModelShape): readonly string[] {
  const table = rowsTable(generation);
  const known = database
    .prepare<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = ?`)
    .all(table);
  const names = new Set(known.map(({ name }) => name));
  return shape.indexes
    .filter((fields) => !names.has(indexName(generation, fields)))
    .map(
      (fields) =>
        `CREATE INDEX "${indexName(generation, fields)}" ON ${table} (${[...fields.map(columnOf), 'id'].join(', ')})`,
    );
}
