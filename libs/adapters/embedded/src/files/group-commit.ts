import type { Database } from '../sqlite';
import { inTransaction } from './transaction';
import type { WalSync } from './wal-sync';

interface Waiting {
  readonly work: () => void;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Puts the writes of one turn of the event loop into one transaction, and waits for the disk beside the event loop. */
export class GroupCommit {
  private waiting: Waiting[] = [];
  private last: Promise<void> = Promise.resolve();
  /** After a failed sync nobody knows what is on disk, and a second one may report success for what the first one lost. */
  private broken: { readonly error: unknown } | undefined;

  constructor(
    private readonly database: Database,
    private readonly wal: WalSync,
  ) {}

  /**
   * Resolves when the write is on disk; others can read it before.
   * @param work checks before it writes: what it throws rejects it alone, and must leave nothing written
   */
  run(work: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ work, resolve, reject });
      if (this.waiting.length === 1) setImmediate(() => this.commit());
    });
  }

  /** @throws what a sync failed with: what can be read may then not be on disk */
  requireSound(): void {
    if (this.broken) throw this.broken.error;
  }

  /** Resolves when nothing waits for the disk any more. */
  async idle(): Promise<void> {
    while (this.waiting.length > 0) await new Promise((resolve) => setImmediate(resolve));
    await this.last;
  }

  private commit(): void {
    const group = this.waiting;
    this.waiting = [];
    const refused = new Map<Waiting, unknown>();
    try {
      this.requireSound();
      inTransaction(this.database, () => {
        for (const one of group) attempt(one, refused);
      });
    } catch (error) {
      for (const { reject } of group) reject(error);
      return;
    }
    this.last = this.settle(group, refused);
  }

  private async settle(group: readonly Waiting[], refused: ReadonlyMap<Waiting, unknown>): Promise<void> {
    try {
      await this.wal.sync();
    } catch (error) {
      this.broken = { error };
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
