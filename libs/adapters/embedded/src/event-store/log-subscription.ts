import { setImmediate } from 'node:timers/promises';
import type {
  StoredEvent,
  SubscribeOptions,
  Subscription,
  SubscriptionHandler,
} from '@anjuan/event-sourcing';

const BATCH = 200;

/** The log as a subscription needs it. */
export interface FollowedLog {
  /** Position of the newest event that may be shown. */
  last(): number;
  page(after: number, upTo: number, limit: number, categories?: readonly string[]): StoredEvent[];
  /** Calls back whenever `last` may have grown. @returns a function that ends it */
  onCommit(listener: () => void): () => void;
}

/**
 * Reads the log page by page and, at its end, sleeps until the next commit. Live events come by the same reads as
 * old ones, so there is no seam at which one could be lost or given twice, and a slow handler only reads later.
 */
export class LogSubscription implements Subscription {
  private position: number;
  private stopped = false;
  private wake: () => void = () => {};
  /** Resolves when it has ended, whatever the reason. */
  readonly ended: Promise<void>;

  constructor(
    private readonly log: FollowedLog,
    private readonly options: SubscribeOptions,
    private readonly handler: SubscriptionHandler,
  ) {
    this.position = Number(options.after ?? -1n);
    this.ended = this.run();
  }

  /** Ends it and waits for a batch in progress; must not be awaited by the handler itself. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.wake();
    await this.ended;
  }

  private async run(): Promise<void> {
    const endListening = this.log.onCommit(() => this.wake());
    try {
      await this.follow();
    } catch (error) {
      if (!this.handler.onError) throw error;
      this.handler.onError(error);
    } finally {
      endListening();
    }
  }

  private async follow(): Promise<void> {
    await setImmediate();
    while (!this.stopped) {
      if (this.position < this.log.last()) await this.deliver();
      else await this.waitForCommit();
      await setImmediate();
    }
  }

  private async deliver(): Promise<void> {
    const { categories, batchSize = BATCH } = this.options;
    const upTo = this.log.last();
    const events = this.log.page(this.position, upTo, batchSize, categories);
    const lastEvent = events.at(-1);
    const position = lastEvent && events.length === batchSize ? Number(lastEvent.position) : upTo;
    await this.handler.onBatch(events, BigInt(position));
    this.position = position;
  }

  private async waitForCommit(): Promise<void> {
    const committed = new Promise<void>((resolve) => {
      this.wake = resolve;
    });
    this.handler.onCaughtUp?.(BigInt(this.position));
    if (!this.stopped && this.position >= this.log.last()) await committed;
  }
}
