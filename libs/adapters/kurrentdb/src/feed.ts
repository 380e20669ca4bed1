import type { AllStreamResolvedEvent, AllStreamSubscription } from '@kurrent/kurrentdb-client';
import { UnavailableError } from '@kurrent/kurrentdb-client';

/** What a feed gives next: records, or how far the server looked without finding any. */
export type FeedItem =
  | { readonly kind: 'records'; readonly records: readonly AllStreamResolvedEvent[] }
  | { readonly kind: 'looked'; readonly position?: bigint; readonly caughtUp: boolean };

/**
 * One subscription of the client, pulled: the server sends on only when what came was taken. The client reports
 * checkpoints and catching up ahead of the records it still buffers; here they come after them.
 */
export class Feed {
  readonly #subscription: AllStreamSubscription;
  #looked: { position?: bigint; caughtUp: boolean } | undefined;
  #failure: unknown;
  #failed = false;
  #wake = () => {};

  /** @param open subscribes; it is given the callback for checkpoints */
  constructor(open: (onCheckpoint: (position: bigint) => void) => AllStreamSubscription) {
    this.#subscription = open((position) => this.#note(position, false))
      .on('caughtUp', ({ position }) => this.#note(position?.commit, true))
      .on('error', (error) => this.#fail(error))
      .on('end', () => this.#fail(new UnavailableError(undefined, 'the server ended the subscription')))
      .on('close', () => this.#fail(new UnavailableError(undefined, 'the subscription was closed')));
    this.#subscription.on('readable', () => this.#wake());
  }

  /** Waits for what comes next. @throws what ended the subscription */
  async next(limit: number): Promise<FeedItem> {
    for (;;) {
      const records = this.#take(limit);
      if (records.length > 0) return { kind: 'records', records };
      const looked = this.#looked;
      this.#looked = undefined;
      if (looked) return { kind: 'looked', ...looked };
      if (this.#failed) throw this.#failure;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** Ends the subscription; a `next` that waits throws. */
  async close(): Promise<void> {
    this.#fail(new UnavailableError(undefined, 'the subscription was closed'));
    this.#subscription.destroy();
    await this.#subscription.unsubscribe().catch((error: unknown) => this.#fail(error));
  }

  #take(limit: number): AllStreamResolvedEvent[] {
    const records: AllStreamResolvedEvent[] = [];
    while (records.length < limit) {
      const record: AllStreamResolvedEvent | null = this.#subscription.read();
      if (record === null) break;
      records.push(record);
    }
    return records;
  }

  #note(position: bigint | undefined, caughtUp: boolean): void {
    const before = this.#looked;
    this.#looked = {
      position: position ?? before?.position,
      caughtUp: caughtUp || (before?.caughtUp ?? false),
    };
    this.#wake();
  }

  #fail(error: unknown): void {
    if (!this.#failed) this.#failure = error;
    this.#failed = true;
    this.#wake();
  }
}
