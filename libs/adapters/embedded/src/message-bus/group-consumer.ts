import type { BusConsumer, Clock, ConsumeOptions, StoredEvent, Subscription } from '@anjuan/event-sourcing';
import type { BusTables } from './bus-tables';
import { type Handle, HeldMessages } from './held-messages';
import { inLanes } from './lanes';
import type { Delivery, MessageSource } from './message-source';
import { Progress } from './progress';

/** What all groups of a bus share. */
export interface GroupSettings {
  readonly tables: BusTables;
  readonly source: MessageSource;
  readonly clock: Clock;
  /** Milliseconds before each further attempt; after the last one the message is parked. */
  readonly retryDelays: readonly number[];
  /** Keys whose messages are handled at the same time. */
  readonly concurrency: number;
  readonly onError: (group: string, error: unknown) => void;
}

const BATCH = 50;
const RESUBSCRIBE_DELAY = 1_000;

/** One group that follows the log. Its offset moves on when every message up to it was handled or is held. */
export class GroupConsumer implements BusConsumer {
  private readonly offsets: Map<string, bigint>;
  private readonly categories: readonly string[];
  private readonly held: HeldMessages;
  private readonly progress = new Progress();
  private position: bigint;
  private subscription: Subscription | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly options: ConsumeOptions,
    private readonly settings: GroupSettings,
    private readonly handle: Handle,
    private readonly onStopped: () => void,
  ) {
    const { group, topics } = options;
    const { tables, source } = settings;
    this.offsets = new Map(topics.map((topic) => [topic, tables.offset(group, topic)]));
    this.position = [...this.offsets.values()].sort((a, b) => (a < b ? -1 : 1))[0] ?? -1n;
    this.categories = source.categoriesOf(topics);
    this.held = new HeldMessages(
      {
        ...settings,
        group,
        onSettled: () => this.progress.made(),
        onError: (error) => settings.onError(group, error),
      },
      handle,
    );
  }

  start(): void {
    this.held.start();
    this.subscribe();
  }

  /** Tries a released key again. */
  work(key: string): void {
    this.held.work(key);
  }

  async caughtUp(): Promise<void> {
    const target = await this.settings.source.store.lastPosition();
    for (;;) {
      if (this.stopped) throw new Error(`the consumer ${this.options.group} was stopped`);
      const { mark } = this.progress;
      if (await this.isDone(target)) return;
      await this.progress.since(mark);
    }
  }

  async stop(): Promise<void> {
    if (this.stopped) return;
    this.stopped = true;
    clearTimeout(this.timer);
    await this.subscription?.stop();
    await this.held.stop();
    this.progress.failed(new Error(`the consumer ${this.options.group} was stopped`));
    this.onStopped();
  }

  private subscribe(): void {
    const { categories, position: after } = this;
    this.subscription = this.settings.source.store.subscribe(
      { categories, after, batchSize: BATCH },
      {
        onBatch: (events, position) => this.takeBatch(events, position),
        onError: (error) => this.subscribeLater(error),
      },
    );
  }

  /** The log or the database failed; what was not stored as done is delivered again. */
  private subscribeLater(error: unknown): void {
    this.settings.onError(this.options.group, error);
    this.progress.failed(error);
    if (this.stopped) return;
    this.timer = setTimeout(() => this.subscribe(), RESUBSCRIBE_DELAY);
    this.timer.unref();
  }

  private async takeBatch(events: readonly StoredEvent[], position: bigint): Promise<void> {
    const { topics } = this.options;
    const deliveries = events
      .flatMap((event) => this.settings.source.deliveries(topics, event))
      .filter((delivery) => delivery.position > (this.offsets.get(delivery.message.topic) ?? -1n));
    await inLanes(
      deliveries,
      ({ message }) => message.key,
      this.settings.concurrency,
      (delivery) => this.deliver(delivery),
    );
    this.settings.tables.setOffsets(this.options.group, topics, position);
    for (const [topic, offset] of this.offsets) if (offset < position) this.offsets.set(topic, position);
    this.position = position;
    this.progress.made();
  }

  private async deliver(delivery: Delivery): Promise<void> {
    if (this.held.has(delivery.message.key)) return this.held.queue(delivery);
    try {
      await this.handle(delivery.message);
    } catch (error) {
      this.held.failed(delivery, error);
    }
  }

  private async isDone(target: bigint): Promise<boolean> {
    const { group } = this.options;
    const { tables, source } = this.settings;
    const { position: after, categories } = this;
    if (after < target) {
      const [next] = await source.store.readAll({ after, categories, limit: 1 });
      if (next && next.position <= target) return false;
    }
    return !tables.isRetrying(group, target);
  }
}
