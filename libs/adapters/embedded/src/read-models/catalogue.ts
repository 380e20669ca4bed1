import { randomBytes } from 'node:crypto';
import type { Database, Statement } from '../sqlite';
import type { ModelShape } from './model-schema';

export interface CatalogueEntry {
  readonly generation: number;
  readonly shape: ModelShape;
}

const SCHEMA = `
CREATE TABLE IF NOT EXISTS models (
  generation INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('live', 'candidate')),
  shape TEXT NOT NULL,
  checkpoint TEXT NOT NULL,
  UNIQUE (name, role)
);
CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value BLOB NOT NULL);
`;

/** Which table holds which version of which read model, and how far the log is reflected in it. */
export class Catalogue {
  private readonly readCheckpoint: Statement<{ checkpoint: string }>;
  private readonly writeCheckpoint: Statement;

  constructor(private readonly database: Database) {
    database.exec(SCHEMA);
    this.readCheckpoint = database.prepare('SELECT checkpoint FROM models WHERE generation = ?');
    this.writeCheckpoint = database.prepare('UPDATE models SET checkpoint = ? WHERE generation = ?');
  }

  entries(role: 'live' | 'candidate'): readonly CatalogueEntry[] {
    return this.database
      .prepare<{ generation: number; shape: string }>('SELECT generation, shape FROM models WHERE role = ?')
      .all(role)
      .map(({ generation, shape }) => ({ generation, shape: JSON.parse(shape) }));
  }

  add(shape: ModelShape, role: 'live' | 'candidate'): number {
    const { lastInsertRowid } = this.database
      .prepare(`INSERT INTO models (name, role, shape, checkpoint) VALUES (?, ?, ?, '-1')`)
      .run(shape.name, role, JSON.stringify(shape));
    return Number(lastInsertRowid);
  }

  remove(generation: number): void {
    this.database.prepare('DELETE FROM models WHERE generation = ?').run(generation);
  }

  makeLive(generation: number): void {
    this.database.prepare(`UPDATE models SET role = 'live' WHERE generation = ?`).run(generation);
  }

  reshape(generation: number, shape: ModelShape): void {
    this.database
      .prepare('UPDATE models SET shape = ? WHERE generation = ?')
      .run(JSON.stringify(shape), generation);
  }

  checkpoint(generation: number): bigint {
    const found = this.readCheckpoint.get(generation);
    if (!found) throw new Error('this version of the read model was dropped');
    return BigInt(found.checkpoint);
  }

  setCheckpoint(generation: number, checkpoint: bigint): void {
    const { changes } = this.writeCheckpoint.run(checkpoint.toString(), generation);
    if (Number(changes) === 0) throw new Error('this version of the read model was dropped');
  }

  /** The key that seals cursors, made with the files. */
  cursorKey(): Uint8Array {
    this.database.prepare(`INSERT OR IGNORE INTO settings VALUES ('cursor-key', ?)`).run(randomBytes(32));
    const key = this.database
      .prepare<{ value: Uint8Array }>(`SELECT value FROM settings WHERE name = 'cursor-key'`)
      .get();
    if (!key) throw new Error('the read models hold no cursor key');
    return key.value;
  }
}
