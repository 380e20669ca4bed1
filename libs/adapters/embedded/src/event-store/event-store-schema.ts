import { join } from 'node:path';
import { type Database, openDatabase } from '../sqlite';

/** The version of the tables below; a file with a newer one is refused. */
export const SCHEMA_VERSION = 1;

/** Pages of write-ahead log, 4 KiB each, after which SQLite copies them into the file. */
const CHECKPOINT_PAGES = 4000;

const TABLES = `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE streams (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, category TEXT NOT NULL
  );
  CREATE TABLE events (
    position INTEGER PRIMARY KEY, stream INTEGER NOT NULL REFERENCES streams (id), revision INTEGER NOT NULL,
    category TEXT NOT NULL, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, data TEXT NOT NULL,
    metadata TEXT NOT NULL, UNIQUE (stream, revision)
  );
  CREATE INDEX events_by_category ON events (category);
  CREATE TABLE requests (
    account TEXT NOT NULL, key TEXT NOT NULL, body_digest TEXT NOT NULL, result TEXT NOT NULL,
    PRIMARY KEY (account, key)
  ) WITHOUT ROWID;
  INSERT INTO meta (name, value) VALUES ('schema_version', '${SCHEMA_VERSION}');
`;

/** The file that holds the log in a data folder. */
export const eventStoreFile = (folder: string): string => join(folder, 'events.db');

const hasTables = (database: Database): boolean =>
  database.prepare("SELECT 1 AS found FROM sqlite_schema WHERE name = 'meta'").get() !== undefined;

function checkVersion(database: Database, file: string): void {
  const row = database
    .prepare<{ value: string }>("SELECT value FROM meta WHERE name = 'schema_version'")
    .get();
  const version = Number(row?.value);
  if (version === SCHEMA_VERSION) return;
  throw new Error(
    version > SCHEMA_VERSION
      ? `${file} was written by a newer release (schema ${version}, this one knows ${SCHEMA_VERSION}); start that release`
      : `${file} is no event store: its schema version is ${row?.value ?? 'missing'}`,
  );
}

function prepareTables(database: Database, file: string): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    if (!hasTables(database)) database.exec(TABLES);
    checkVersion(database, file);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

/**
 * Opens the only connection that writes, and makes the tables when they are missing. A commit returns after its
 * fsync (`synchronous=FULL`).
 * @throws when the file was written by a newer release, or cannot be opened
 */
export function openForWriting(file: string): Database {
  const database = openDatabase(file);
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    database.exec(`PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    prepareTables(database, file);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
