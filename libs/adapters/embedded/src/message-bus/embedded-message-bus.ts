import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  type BusConsumer,
  type Clock,
  type ConsumeOptions,
  type EventOpener,
  type EventStore,
  LogFeed,
  type Message,
  type MessageBus,
  MessageNotParked,
  type ParkedMessage,
  type Publisher,
} from '@anjuan/event-sourcing';
import { type Database, openDatabase } from '../sqlite';
import { BusTables, type HeldMessage } from './bus-tables';
import { GroupConsumer, type GroupSettings } from './group-consumer';
import { MessageSource } from './message-source';

export interface MessageBusOptions {
  readonly store: EventStore;
  /** Opens events for the publishers: with personal fields for guarded topics, without them for others. */
  readonly log: EventOpener;
  readonly publishers: readonly Publisher[];
  readonly folder: string;
  readonly clock: Clock;
  /** Milliseconds before each further attempt; after the last one a message is parked. 0.1 to 10 s when left out. */
  readonly retryDelays?: readonly number[];
  /** Keys of a group that are handled at the same time; 8 when left out. */
  readonly concurrency?: number;
  /** Told of failures of the log or the database; delivery goes on after a pause. */
  readonly onError?: (group: string, error: unknown) => void;
}

const RETRY_DELAYS = [100, 500, 2_000, 10_000];

/**
 * Opens the bus of one process. It is a view of the log: nothing is published to it, its messages are what the
 * publishers make of stored events, so none can be lost and a new group begins with the first event. A commit need not
 * wait for the disk: what a power cut takes back is delivered again.
 */
export function openEmbeddedMessageBus(options: MessageBusOptions): MessageBus {
  const { store, log, publishers, folder, clock, retryDelays = RETRY_DELAYS, concurrency = 8 } = options;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = openDatabase(join(folder, 'bus.db'));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  const settings = {
    tables: new BusTables(database),
    source: new MessageSource(store, new LogFeed(log, publishers)),
    clock,
    retryDelays,
    concurrency,
    onError: options.onError ?? (() => undefined),
  };
  return new EmbeddedMessageBus(database, settings, new Set(publishers.map(({ topic }) => topic)));
}

class EmbeddedMessageBus implements MessageBus {
  private readonly groups = new Map<string, GroupConsumer>();

  constructor(
    private readonly database: Database,
    private readonly settings: GroupSettings,
    private readonly topics: ReadonlySet<string>,
  ) {}

  consume(options: ConsumeOptions, handle: (message: Message) => Promise<void>): BusConsumer {
    const { group, topics } = options;
    const unknown = topics.find((topic) => !this.topics.has(topic));
    if (unknown !== undefined) throw new Error(`nobody publishes on ${unknown}`);
    if (topics.length === 0) throw new Error(`the group ${group} names no topic`);
    if (this.groups.has(group))
      throw new Error(`the group ${group} has its consumer in this process already`);
    const consumer = new GroupConsumer(options, this.settings, handle, () => this.groups.delete(group));
    this.groups.set(group, consumer);
    consumer.start();
    return consumer;
  }

  async parked(group?: string): Promise<readonly ParkedMessage[]> {
    const held = this.settings.tables.parked(group);
    const parked = await Promise.all(held.map((message) => this.describe(message)));
    return parked.flat();
  }

  async resend(group: string, messageId: string): Promise<void> {
    const keys = this.settings.tables.unpark(group, messageId);
    if (keys.length === 0) throw new MessageNotParked(`${group} has no parked message ${messageId}`);
    for (const key of keys) this.groups.get(group)?.work(key);
  }

  async close(): Promise<void> {
    await Promise.all([...this.groups.values()].map((consumer) => consumer.stop()));
    this.database.close();
  }

  /** What the message says is computed from the log again: it is not kept with the failure. */
  private async describe(held: HeldMessage): Promise<readonly ParkedMessage[]> {
    const message = await this.settings.source.reload(held);
    const { group, error, attempts, parkedAt } = held;
    return message && parkedAt !== null ? [{ group, message, error, attempts, parkedAt }] : [];
  }
}
