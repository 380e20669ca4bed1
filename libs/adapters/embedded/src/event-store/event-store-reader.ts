import { setImmediate } from 'node:timers/promises';
import type { AppendRequest, ReadStreamOptions, StoredEvent } from '@anjuan/event-sourcing';
import { type Database, openDatabase, type Statement } from '../sqlite';

/** Events that are read without letting others run in between. */
const SLICE = 200;

interface EventRow {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

/** An event exactly as it is stored; data and metadata are the text on disk. */
export interface StoredBytes extends EventRow {
  /** By which subscriptions find it; says something else than the stream's name only after tampering. */
  readonly category: string;
}

const COLUMNS = 'e.position, s.name AS stream, e.revision, e.id, e.type, e.data, e.metadata';
const FROM = 'FROM events e CROSS JOIN streams s ON s.id = e.stream';
const IN_STREAM = `SELECT ${COLUMNS} FROM streams s CROSS JOIN events e ON e.stream = s.id WHERE s.name = ?`;
const OF_CATEGORY =
  'SELECT * FROM (SELECT position FROM events WHERE category = ? AND position > ? AND position <= ? ORDER BY position LIMIT ?)';

function json(text: string, { position, stream }: EventRow) {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`what is stored at position ${position} (${stream}) is not JSON`, { cause: error });
  }
}

const eventOf = (row: EventRow): StoredEvent => ({
  stream: row.stream,
  revision: row.revision,
  position: BigInt(row.position),
  id: row.id,
  type: row.type,
  data: json(row.data, row),
  metadata: json(row.metadata, row),
});

/** Reads the log through a connection of its own, which cannot write. */
export class EventStoreReader {
  private readonly database: Database;
  private readonly forwards: Statement<EventRow>;
  private readonly backwards: Statement<EventRow>;
  private readonly log: Statement<EventRow>;
  private readonly stored: Statement<StoredBytes>;
  private readonly request: Statement<{ bodyDigest: string; result: string }>;
  private readonly maxPosition: Statement<{ last: number }>;
  private readonly byCategories = new Map<number, Statement<EventRow>>();

  constructor(file: string) {
    this.database = openDatabase(file, { readOnly: true });
    this.forwards = this.database.prepare(`${IN_STREAM} AND e.revision >= ? ORDER BY e.revision LIMIT ?`);
    this.backwards = this.database.prepare(
      `${IN_STREAM} AND e.revision <= ? ORDER BY e.revision DESC LIMIT ?`,
    );
    this.log = this.database.prepare(
      `SELECT ${COLUMNS} ${FROM} WHERE e.position > ? AND e.position <= ? ORDER BY e.position LIMIT ?`,
    );
    this.stored = this.database.prepare(
      `SELECT ${COLUMNS}, e.category ${FROM} WHERE e.position > ? ORDER BY e.position LIMIT ?`,
    );
    this.request = this.database.prepare(
      'SELECT body_digest AS bodyDigest, result FROM requests WHERE account = ? AND key = ?',
    );
    this.maxPosition = this.database.prepare('SELECT coalesce(max(position), -1) AS last FROM events');
  }

  lastPosition(): number {
    return this.maxPosition.get()?.last ?? -1;
  }

  /** Reads in slices, so that a long stream does not hold up the event loop. */
  async stream(name: string, options: ReadStreamOptions): Promise<StoredEvent[]> {
    const { direction = 'forwards', limit = Number.MAX_SAFE_INTEGER } = options;
    const [statement, step] = direction === 'forwards' ? [this.forwards, 1] : [this.backwards, -1];
    const events: StoredEvent[] = [];
    let from = options.from ?? (step > 0 ? 0 : Number.MAX_SAFE_INTEGER);
    while (events.length < limit) {
      const size = Math.min(SLICE, limit - events.length);
      const rows = statement.all(name, from, size);
      for (const row of rows) events.push(eventOf(row));
      const last = rows.at(-1);
      if (!last || rows.length < size) break;
      from = last.revision + step;
      await setImmediate();
    }
    return events;
  }

  /** Events after a position and not beyond another, in order. */
  page(after: number, upTo: number, limit: number, categories?: readonly string[]): StoredEvent[] {
    const rows = categories
      ? this.categoryRows(after, upTo, limit, [...new Set(categories)])
      : this.log.all(after, upTo, limit);
    return rows.map(eventOf);
  }

  storedBytes(after: number, limit: number): StoredBytes[] {
    return this.stored.all(after, limit);
  }

  findRequest(account: string, key: string): AppendRequest | undefined {
    const row = this.request.get(account, key);
    return row && { account, key, bodyDigest: row.bodyDigest, result: JSON.parse(row.result) };
  }

  close(): void {
    this.database.close();
  }

  private categoryRows(after: number, upTo: number, limit: number, categories: readonly string[]) {
    if (categories.length === 0) return [];
    const ranges = categories.flatMap((category) => [category, after, upTo, limit]);
    return this.categoryStatement(categories.length).all(...ranges, limit);
  }

  /** Finds the positions in the category index first, then reads only the events of the page. */
  private categoryStatement(count: number): Statement<EventRow> {
    const known = this.byCategories.get(count);
    if (known) return known;
    const positions = Array.from({ length: count }, () => OF_CATEGORY).join(' UNION ALL ');
    const statement = this.database.prepare<EventRow>(
      `SELECT ${COLUMNS} ${FROM} WHERE e.position IN (SELECT position FROM (${positions}) ORDER BY position LIMIT ?) ORDER BY e.position`,
    );
    this.byCategories.set(count, statement);
    return statement;
  }
}
