import { existsSync } from 'node:fs';

export type SqlValue = string | number | bigint | null | Uint8Array;

/** A row as the caller's SQL names its columns; the caller states its shape. */
export type SqlRow = object;

/** A prepared statement. It does not keep its database alive: whoever holds it also holds the `Database`. */
export interface Statement<R extends SqlRow = SqlRow> {
  run(...parameters: SqlValue[]): { changes: number | bigint; lastInsertRowid: number | bigint };
  get(...parameters: SqlValue[]): R | undefined;
  all(...parameters: SqlValue[]): R[];
  iterate(...parameters: SqlValue[]): IterableIterator<R>;
}

/** What we use of `node:sqlite`'s `DatabaseSync`. */
export interface Database {
  exec(sql: string): void;
  prepare<R extends SqlRow = SqlRow>(sql: string): Statement<R>;
  close(): void;
}

interface SqliteModule {
  DatabaseSync: new (path: string, options?: { readOnly?: boolean }) => Database;
}

const isSqlite = (module: object | undefined): module is SqliteModule =>
  module !== undefined && 'DatabaseSync' in module;

/** `node:sqlite` where the running Node has it (22.13 and later), else its twin from npm, with the same interface. */
function sqliteModule(): SqliteModule {
  const builtIn: object | undefined = process.getBuiltinModule('node:sqlite');
  if (isSqlite(builtIn)) return builtIn;
  const fallback: object = require('@photostructure/sqlite');
  if (isSqlite(fallback)) return fallback;
  throw new Error('neither node:sqlite nor @photostructure/sqlite offers DatabaseSync');
}

export interface OpenDatabaseOptions {
  /** The file must exist. */
  readonly readOnly?: boolean;
  /** How long a statement waits for another connection's lock, in milliseconds; 5000 when left out. */
  readonly busyTimeout?: number;
}

/**
 * Opens a SQLite file, made when absent. Keep the handle in a field for as long as its statements are used.
 * @throws when the file cannot be opened
 */
export function openDatabase(path: string, options: OpenDatabaseOptions = {}): Database {
  const { readOnly = false, busyTimeout = 5000 } = options;
  if (readOnly && !existsSync(path)) throw new Error(`no database at ${path}`);
  const { DatabaseSync } = sqliteModule();
  const database = new DatabaseSync(path, { readOnly });
  database.exec(`PRAGMA busy_timeout = ${Math.trunc(busyTimeout)}`);
  return database;
}
