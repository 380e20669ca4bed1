import { setTimeout } from 'node:timers/promises';
import type {
  StoredEvent,
  SubscribeOptions,
  Subscription,
  SubscriptionHandler,
} from '@anjuan/event-sourcing';
import { type AllStreamResolvedEvent, type RegexFilter, START } from '@kurrent/kurrentdb-client';
import type { Clients } from './clients';
import { isOutage, toStoreError } from './errors';
import { Feed } from './feed';
import { at, EMPTY } from './log-reader';
import { isVisible, positionOf, systemStreamsOut, toStoredEvent, visibleStreams } from './stored-events';

const BATCH_SIZE = 500;
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 5_000;

/** Told each time a subscription lost its server and will try again. */
export type OnOutage = (error: unknown) => void;

class HandlerFailed extends Error {}

/**
 * Follows the log from a position, over outages of the server. While it catches up, the server leaves out the
 * categories that nobody asked for. Then it takes everything and leaves them out itself: only so it always knows how far
 * the log was read, since the server tells that too seldom for a reader who waits for a position.
 */
export class CatchUpSubscription implements Subscription {
  readonly #categories: ReadonlySet<string> | undefined;
  readonly #batchSize: number;
  readonly #stopping = new AbortController();
  readonly #done: Promise<void>;
  #feed: Feed | undefined;
  #position: bigint;
  #catchingUp: boolean;
  #pause = FIRST_PAUSE;

  constructor(
    private readonly clients: Clients,
    options: SubscribeOptions,
    private readonly handler: SubscriptionHandler,
    private readonly onOutage: OnOutage,
  ) {
    this.#categories = options.categories && new Set(options.categories);
    this.#batchSize = options.batchSize ?? BATCH_SIZE;
    this.#position = options.after ?? EMPTY;
    this.#catchingUp = this.#categories !== undefined;
    this.#done = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#feed?.close();
    await this.#done;
  }

  get #stopped(): boolean {
    return this.#stopping.signal.aborted;
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      try {
        await this.#follow();
      } catch (error) {
        if (this.#stopped) return;
        if (error instanceof HandlerFailed || !isOutage(error)) return this.#end(error);
        this.#catchingUp = this.#categories !== undefined;
        this.onOutage(toStoreError(error));
        await this.#rest();
      }
    }
  }

  #end(error: unknown): void {
    this.handler.onError?.(error instanceof HandlerFailed ? error.cause : toStoreError(error));
  }

  async #rest(): Promise<void> {
    await setTimeout(this.#pause, undefined, { signal: this.#stopping.signal }).catch(() => {});
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
  }

  /** Follows one subscription until it turns live, is stopped, or fails. */
  async #follow(): Promise<void> {
    const client = this.clients.current();
    const filter = this.#filter();
    const fromPosition = this.#position < 0n ? START : at(this.#position);
    const feed = new Feed((onCheckpoint) =>
      client.subscribeToAll(
        { fromPosition, filter: { ...filter, checkpointReached: (_, { commit }) => onCheckpoint(commit) } },
        { highWaterMark: this.#batchSize },
      ),
    );
    this.#feed = feed;
    try {
      let turned = false;
      while (!this.#stopped && !turned) turned = await this.#step(feed);
    } catch (error) {
      if (isOutage(error)) this.clients.renew(client);
      throw error;
    } finally {
      await feed.close();
    }
  }

  #filter(): RegexFilter {
    return this.#catchingUp ? visibleStreams([...(this.#categories ?? [])]) : systemStreamsOut();
  }

  /** @returns true when it caught up and goes on with another filter */
  async #step(feed: Feed): Promise<boolean> {
    const item = await feed.next(this.#batchSize);
    this.#pause = FIRST_PAUSE;
    if (this.#stopped) return false;
    if (item.kind === 'records') {
      await this.#deliver(item.records);
      return false;
    }
    const { position, caughtUp } = item;
    if (position !== undefined && position > this.#position) await this.#handle([], position);
    if (!caughtUp) return false;
    const turns = this.#catchingUp;
    this.#catchingUp = false;
    if (!turns) this.#caughtUp();
    return turns;
  }

  async #deliver(records: readonly AllStreamResolvedEvent[]): Promise<void> {
    const last = records.at(-1);
    if (!last) return;
    const mine = records.filter(({ event }) => event && isVisible(event.streamId, this.#categories));
    await this.#handle(mine.map(toStoredEvent), positionOf(last));
  }

  async #handle(events: readonly StoredEvent[], position: bigint): Promise<void> {
    try {
      await this.handler.onBatch(events, position);
    } catch (error) {
      throw new HandlerFailed('the handler failed', { cause: error });
    }
    this.#position = position;
  }

  #caughtUp(): void {
    try {
      this.handler.onCaughtUp?.(this.#position);
    } catch (error) {
      throw new HandlerFailed('the handler failed', { cause: error });
    }
  }
}
