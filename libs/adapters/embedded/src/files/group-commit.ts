import type { Database } from '../sqlite';
import { inTransaction } from './transaction';

interface Waiting {
  readonly work: () => void;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Puts the writes of one turn of the event loop into one transaction, so that they wait for the disk once. */
export class GroupCommit {
  private waiting: Waiting[] = [];

  constructor(private readonly database: Database) {}

  /**
   * Resolves when the write is on disk.
   * @param work checks before it writes: what it throws rejects it alone, and must leave nothing written
   */
  run(work: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ work, resolve, reject });
      if (this.waiting.length === 1) setImmediate(() => this.commit());
    });
  }

  private commit(): void {
    const group = this.waiting;
    this.waiting = [];
    const refused = new Map<Waiting, unknown>();
    try {
      inTransaction(this.database, () => {
        for (const one of group) attempt(one, refused);
      });
    } catch (error) {
      for (const { reject } of group) reject(error);
      return;
    }
    for (const one of group) {
      if (refused.has(one)) one.reject(refused.get(one));
      else one.resolve();
    }
  }
}

function attempt(one: Waiting, refused: Map<Waiting, unknown>): void {
  try {
    one.work();
  } catch (error) {
    refused.set(one, error);
  }
}
