import { setTimeout } from 'node:timers/promises';
import type {
  EventStore,
  StoredEvent,
  SubscribeOptions,
  Subscription,
  SubscriptionHandler,
} from '@anjuan/event-sourcing';

const PATIENCE = 20_000;

/** Waits until a condition holds. @throws after 20 seconds */
export async function eventually(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`not so after ${PATIENCE} ms: ${condition}`);
    await setTimeout(5);
  }
}

/** Follows a store and keeps what it is given. */
export class Follower implements SubscriptionHandler {
  readonly events: StoredEvent[] = [];
  readonly errors: unknown[] = [];
  /** How far the log was read, as last reported. */
  position: bigint | undefined;
  caughtUp = 0;
  private readonly subscription: Subscription;

  constructor(
    store: EventStore,
    options: SubscribeOptions,
    private readonly work: (events: readonly StoredEvent[]) => Promise<void> | void = () => {},
  ) {
    this.subscription = store.subscribe(options, this);
  }

  async onBatch(events: readonly StoredEvent[], position: bigint): Promise<void> {
    await this.work(events);
    this.events.push(...events);
    this.position = position;
  }

  onCaughtUp(position: bigint): void {
    this.caughtUp += 1;
    this.position = position;
  }

  onError(error: unknown): void {
    this.errors.push(error);
  }

  /** Waits until so many events have come. */
  received(count: number): Promise<void> {
    return eventually(() => this.events.length >= count);
  }

  stop(): Promise<void> {
    return this.subscription.stop();
  }
}
