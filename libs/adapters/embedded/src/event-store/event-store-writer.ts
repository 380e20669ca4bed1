import { existsSync } from 'node:fs';
import type { Database } from '../sqlite';
import { AppendEvaluation } from './append-evaluation';
import type { AppendCall, Outcome, WriterOptions, WriterSettings } from './event-store-protocol';
import { openForWriting } from './event-store-schema';

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

interface Connection {
  readonly database: Database;
  readonly evaluation: AppendEvaluation;
}

/** The writing end of the store; lives in the writer thread. */
export class EventStoreWriter {
  private connection: Connection | undefined;
  /** Position of the newest event on disk. */
  last: number;

  /** @throws when the file cannot be opened */
  constructor(private readonly options: WriterOptions) {
    this.last = this.open().evaluation.lastPosition();
  }

  /**
   * Commits a group of appends with one fsync. A refused append does not touch the others. When the disk fails,
   * nobody knows what of the group reached it: all are answered `unavailable`, and the connection is opened anew,
   * since a second fsync may report success for pages that the first one lost.
   * @param next what has come in since it was asked last; the group is committed once it gives nothing
   */
  commit(next: () => readonly AppendCall[]): [AppendCall, Outcome][] {
    const group: [AppendCall, Outcome][] = [];
    let calls = next();
    try {
      const { database, evaluation } = this.open();
      database.exec('BEGIN IMMEDIATE');
      evaluation.begin();
      while (calls.length > 0) {
        for (const call of calls) group.push([call, evaluation.outcomeOf(call)]);
        calls = next();
      }
      this.waitWhileHeld();
      database.exec('COMMIT');
      this.last = evaluation.last;
      return group;
    } catch (error) {
      this.close();
      const lost = [...new Set([...group.map(([call]) => call), ...calls])];
      return lost.map((call) => [call, { kind: 'unavailable', reason: reasonOf(error) }]);
    }
  }

  settings(): WriterSettings {
    const { database } = this.open();
    const mode = database.prepare<{ journal_mode: string }>('PRAGMA journal_mode').get();
    const sync = database.prepare<{ synchronous: number }>('PRAGMA synchronous').get();
    return { journalMode: mode?.journal_mode ?? '', synchronous: sync?.synchronous ?? -1 };
  }

  /** An open transaction is rolled back with its connection. */
  close(): void {
    const { connection } = this;
    this.connection = undefined;
    connection?.database.close();
  }

  private open(): Connection {
    if (!this.connection) {
      const database = openForWriting(this.options.file);
      this.connection = { database, evaluation: new AppendEvaluation(database) };
    }
    return this.connection;
  }

  private waitWhileHeld(): void {
    const { holdCommitWhile } = this.options;
    if (holdCommitWhile === undefined) return;
    const never = new Int32Array(new SharedArrayBuffer(4));
    while (existsSync(holdCommitWhile)) Atomics.wait(never, 0, 0, 5);
  }
}
