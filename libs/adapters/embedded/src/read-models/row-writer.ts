import type { ReadModelDefinition, Row, RowChange } from '@anjuan/event-sourcing';
import type { Database, Statement } from '../sqlite';
import { rowsTable, wordsTable } from './model-schema';
import { searchTokens } from './search-words';

/** Writes the rows of one table and, where the read model is searched, its words. Call it in a transaction. */
export class RowWriter {
  private readonly upsert: Statement<{ n: number }>;
  private readonly remove: Statement<{ n: number }>;
  private readonly addWords: Statement | undefined;
  private readonly removeWords: Statement | undefined;

  constructor(
    database: Database,
    generation: number,
    private readonly search: ReadModelDefinition['search'],
  ) {
    const [rows, words] = [rowsTable(generation), wordsTable(generation)];
    this.upsert = database.prepare(
      `INSERT INTO ${rows} (id, doc) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET doc = excluded.doc RETURNING n`,
    );
    this.remove = database.prepare(`DELETE FROM ${rows} WHERE id = ? RETURNING n`);
    if (!search) return;
    this.addWords = database.prepare(`INSERT INTO ${words} (rowid, words) VALUES (?, ?)`);
    this.removeWords = database.prepare(`DELETE FROM ${words} WHERE rowid = ?`);
  }

  write({ id, row }: RowChange): void {
    const key = row === undefined ? this.remove.get(id) : this.upsert.get(id, JSON.stringify(row));
    if (!key) return;
    this.removeWords?.run(key.n);
    if (row !== undefined) this.index(key.n, row);
  }

  private index(key: number, row: Row): void {
    if (this.search) this.addWords?.run(key, searchTokens(this.search(row)));
  }
}
