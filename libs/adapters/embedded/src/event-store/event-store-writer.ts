import { existsSync } from 'node:fs';
import type { Database } from '../sqlite';
import { AppendEvaluation } from './append-evaluation';
import type { AppendCall, Outcome, WriterOptions, WriterSettings } from './event-store-protocol';
import { openForWriting } from './event-store-schema';

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const unavailable = (reason: string): Outcome => ({ kind: 'unavailable', reason });

interface Connection {
  readonly database: Database;
  readonly evaluation: AppendEvaluation;
}

/** The writing end of the store; lives in the writer thread. */
export class EventStoreWriter {
  private connection: Connection | undefined;
  private calls: AppendCall[] = [];
  private outcomes: Outcome[] = [];
  private failure: Outcome | undefined;
  /** Position of the newest event on disk. */
  last: number;

  /** @throws when the file cannot be opened */
  constructor(private readonly options: WriterOptions) {
    this.last = this.open().evaluation.lastPosition();
  }

  /** Evaluates appends and writes those that hold; what is refused does not touch the others. */
  join(calls: readonly AppendCall[]): void {
    this.calls.push(...calls);
    this.unlessFailed(() => {
      const { database, evaluation } = this.open();
      if (this.outcomes.length === 0) {
        database.exec('BEGIN IMMEDIATE');
        evaluation.begin();
      }
      for (const call of calls) this.outcomes.push(evaluation.outcomeOf(call));
    });
  }

  /**
   * Commits what has joined with one fsync. When the disk fails, nobody knows what of the group reached it: all are
   * answered `unavailable`, and the connection is opened anew, since a second fsync may report success for pages that
   * the first one lost.
   */
  commit(): [AppendCall, Outcome][] {
    this.unlessFailed(() => {
      const { database, evaluation } = this.open();
      this.waitWhileHeld();
      database.exec('COMMIT');
      this.last = evaluation.last;
    });
    const { calls, outcomes, failure } = this;
    [this.calls, this.outcomes, this.failure] = [[], [], undefined];
    return calls.map((call, index) => [call, failure ?? outcomes[index] ?? unavailable('no outcome')]);
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

  private unlessFailed(work: () => void): void {
    if (this.failure) return;
    try {
      work();
    } catch (error) {
      this.failure = unavailable(reasonOf(error));
      this.close();
    }
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
