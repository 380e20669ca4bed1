import type { StoredRow } from '@anjuan/event-sourcing';
import type { WritePause } from '../files/write-pause';
import { type Database, openDatabase } from '../sqlite';
import { rowsTable } from './model-schema';

const PAGE = 500;

interface DocRow {
  readonly id: string;
  readonly doc: string;
}

const nextTick = () => new Promise((resolve) => setImmediate(resolve));

/** Ends the read first: a statement that is not collected yet would keep it open. */
function close(database: Database): void {
  database.exec('COMMIT');
  database.close();
}

/** Reads of whole read models as of one moment, each on a connection of its own, while writes go on. */
export class Snapshots {
  private readonly open = new Set<Database>();

  constructor(
    private readonly file: string,
    private readonly pause: WritePause,
  ) {}

  /** Ends with an error when the files are rewritten meanwhile. */
  async *rows(generation: number): AsyncGenerator<StoredRow> {
    while (this.pause.current) await this.pause.current;
    const database = openDatabase(this.file, { readOnly: true });
    this.open.add(database);
    try {
      database.exec('BEGIN');
      const page = database.prepare<DocRow>(
        `SELECT id, doc FROM ${rowsTable(generation)} WHERE id > ? ORDER BY id LIMIT ${PAGE}`,
      );
      let found = page.all('');
      while (found.length > 0) {
        for (const { id, doc } of found) yield { id, row: JSON.parse(doc) };
        await nextTick();
        if (!this.open.has(database)) throw new Error('the read models were rewritten meanwhile; read again');
        found = page.all(found[found.length - 1]?.id ?? '');
      }
    } finally {
      if (this.open.delete(database)) close(database);
    }
  }

  /** A reader of an old state would keep deleted content on disk. */
  closeAll(): void {
    for (const database of this.open) close(database);
    this.open.clear();
  }
}
