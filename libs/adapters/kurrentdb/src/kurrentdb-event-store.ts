import type {
  AppendRecord,
  AppendRequest,
  AppendResult,
  EventStore,
  ReadAllOptions,
  ReadStreamOptions,
  StoredEvent,
  StreamCheck,
  SubscribeOptions,
  Subscription,
  SubscriptionHandler,
} from '@anjuan/event-sourcing';
import { appendCommand } from './append-command';
import { AppendQueue } from './append-queue';
import { AppendSender } from './append-sender';
import { CatchUpSubscription, type OnOutage } from './catch-up-subscription';
import { Clients } from './clients';
import { LogReader } from './log-reader';

export interface KurrentDbOptions {
  /** Connection string, e.g. `kurrentdb://127.0.0.1:2113?tls=false`; may hold the credentials. */
  readonly url: string;
  /** Appends that may wait; 10,000 when left out. */
  readonly maxQueuedAppends?: number;
  /** Bytes of appends that may wait; 64 MiB when left out. */
  readonly maxQueuedBytes?: number;
  /** Told when a subscription lost the server and will try again. */
  readonly onOutage?: OnOutage;
}

/**
 * Opens the event store on KurrentDB 26.1 or newer.
 * @throws StoreUnavailable when the server cannot be reached
 */
export async function openKurrentDbEventStore(options: KurrentDbOptions): Promise<EventStore> {
  const store = new KurrentDbEventStore(options);
  try {
    await store.lastPosition();
  } catch (error) {
    await store.close();
    throw error;
  }
  return store;
}

class KurrentDbEventStore implements EventStore {
  readonly #clients: Clients;
  readonly #reader: LogReader;
  readonly #sender: AppendSender;
  readonly #queue: AppendQueue;
  readonly #subscriptions = new Set<Subscription>();
  readonly #onOutage: OnOutage;

  constructor(options: KurrentDbOptions) {
    const {
      url,
      maxQueuedAppends = 10_000,
      maxQueuedBytes = 64 * 1024 * 1024,
      onOutage = () => {},
    } = options;
    this.#clients = new Clients(url);
    this.#reader = new LogReader(this.#clients);
    this.#sender = new AppendSender(this.#clients, this.#reader);
    const limits = { commands: maxQueuedAppends, bytes: maxQueuedBytes };
    this.#queue = new AppendQueue((group) => this.#sender.send(group), limits);
    this.#onOutage = onOutage;
  }

  async append(
    records: readonly AppendRecord[],
    checks: readonly StreamCheck[],
    request?: AppendRequest,
  ): Promise<AppendResult> {
    return this.#queue.add(appendCommand(records, checks, request));
  }

  readStream(stream: string, options?: ReadStreamOptions): Promise<readonly StoredEvent[]> {
    return this.#reader.readStream(stream, options);
  }

  readAll(options?: ReadAllOptions): Promise<readonly StoredEvent[]> {
    return this.#reader.readAll(options);
  }

  subscribe(options: SubscribeOptions, handler: SubscriptionHandler): Subscription {
    const subscription = new CatchUpSubscription(this.#clients, options, handler, this.#onOutage);
    this.#subscriptions.add(subscription);
    return {
      stop: async () => {
        await subscription.stop();
        this.#subscriptions.delete(subscription);
      },
    };
  }

  findRequest(account: string, key: string): Promise<AppendRequest | undefined> {
    return this.#reader.findRequest(account, key);
  }

  lastPosition(): Promise<bigint> {
    return this.#reader.lastPosition();
  }

  /** Sends what was taken, ends the subscriptions, then lets the server go. */
  async close(): Promise<void> {
    await this.#queue.close();
    await this.#sender.settled();
    await Promise.all([...this.#subscriptions].map((subscription) => subscription.stop()));
    await this.#clients.close();
  }
}
