import { randomBytes } from 'node:crypto';
import type { Database, Statement } from '../sqlite';

const SCHEMA = `
CREATE TABLE IF NOT EXISTS keys (keyId TEXT PRIMARY KEY, key BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS owners (personId TEXT, keyId TEXT, PRIMARY KEY (personId, keyId)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS destroyed (keyId TEXT PRIMARY KEY, destroyedAt TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS secrets (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS purges (id INTEGER PRIMARY KEY CHECK (id = 1)) WITHOUT ROWID;
`;

export const KEY_BYTES = 32;

/** The tables of the key store. A destroyed key leaves its id and the time, so that it is never made again. */
export class KeyTables {
  private readonly find: Statement<{ key: Uint8Array }>;
  private readonly findDestroyed: Statement;
  private readonly add: Statement;

  constructor(private readonly database: Database) {
    database.exec(SCHEMA);
    this.find = database.prepare('SELECT key FROM keys WHERE keyId = ?');
    this.findDestroyed = database.prepare('SELECT 1 FROM destroyed WHERE keyId = ?');
    this.add = database.prepare('INSERT OR IGNORE INTO keys VALUES (?, ?)');
  }

  key(keyId: string): Uint8Array | undefined {
    return this.find.get(keyId)?.key;
  }

  isDestroyed(keyId: string): boolean {
    return this.findDestroyed.get(keyId) !== undefined;
  }

  addKey(keyId: string): void {
    this.add.run(keyId, randomBytes(KEY_BYTES));
  }

  addOwner(keyId: string, personId: string): void {
    this.database.prepare('INSERT OR IGNORE INTO owners VALUES (?, ?)').run(personId, keyId);
  }

  keysOf(personId: string): readonly string[] {
    return this.database
      .prepare<{ keyId: string }>('SELECT keyId FROM owners WHERE personId = ? ORDER BY keyId')
      .all(personId)
      .map(({ keyId }) => keyId);
  }

  /** The rewriting that must follow is noted in the same transaction: a crash in between does not forget it. */
  destroy(keyId: string, at: string): void {
    this.database.prepare('DELETE FROM keys WHERE keyId = ?').run(keyId);
    this.database.prepare('INSERT OR IGNORE INTO destroyed VALUES (?, ?)').run(keyId, at);
    this.database.exec('INSERT OR IGNORE INTO purges VALUES (1)');
  }

  isPurgeDue(): boolean {
    return this.database.prepare('SELECT 1 FROM purges').get() !== undefined;
  }

  purgeDone(): void {
    this.database.exec('DELETE FROM purges');
  }

  secret(name: string): Uint8Array | undefined {
    return this.database.prepare<{ value: Uint8Array }>('SELECT value FROM secrets WHERE name = ?').get(name)
      ?.value;
  }

  addSecret(name: string): void {
    this.database.prepare('INSERT OR IGNORE INTO secrets VALUES (?, ?)').run(name, randomBytes(KEY_BYTES));
  }
}
