import type { ReadModelDefinition, RowChange } from '@anjuan/event-sourcing';
import type { Database, Statement } from '../sqlite';
import { rowsTable, wordsTable } from './model-schema';
import { searchTokens } from './search-words';

/** Writes the rows of one table and, where the read model is searched, its words. Call it in a transaction. */
export class RowWriter {
  private readonly upsert: Statement<{ n: number }>;
  private readonly remove: Statement<{ n: number }>;
  private readonly words: WordWriter | undefined;

  constructor(
    database: Database,
    generation: number,
    private readonly search: ReadModelDefinition['search'],
  ) {
    const rows = rowsTable(generation);
    this.upsert = database.prepare(
      `INSERT INTO ${rows} (id, doc) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET doc = excluded.doc RETURNING n`,
    );
    this.remove = database.prepare(`DELETE FROM ${rows} WHERE id = ? RETURNING n`);
    this.words = search && new WordWriter(database, wordsTable(generation));
  }

  /** First all rows, then all words: a write to the rows makes FTS5 write out the words that are pending. */
  write(changes: Iterable<RowChange>): void {
    const words = new Map<number, string | undefined>();
    for (const { id, row } of changes) {
      const key = row === undefined ? this.remove.get(id) : this.upsert.get(id, JSON.stringify(row));
      if (key && this.search) words.set(key.n, row && searchTokens(this.search(row)));
    }
    for (const [key, text] of words) this.words?.write(key, text);
  }
}

/** The search index of one table. Taking words out securely is its dearest step, and most changes leave them alone. */
class WordWriter {
  private readonly find: Statement<{ words: string }>;
  private readonly add: Statement;
  private readonly remove: Statement;

  constructor(database: Database, table: string) {
    // The table FTS5 keeps its text in; a read through FTS5 itself would first write out all that is pending.
    this.find = database.prepare(`SELECT c0 AS words FROM ${table}_content WHERE id = ?`);
    this.add = database.prepare(`INSERT INTO ${table} (rowid, words) VALUES (?, ?)`);
    this.remove = database.prepare(`DELETE FROM ${table} WHERE rowid = ?`);
  }

  write(key: number, words: string | undefined): void {
    const before = this.find.get(key)?.words;
    if (words === before) return;
    if (before !== undefined) this.remove.run(key);
    if (words !== undefined) this.add.run(key, words);
  }
}
