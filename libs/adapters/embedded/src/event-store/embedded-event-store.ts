import {
  type AppendRecord,
  AppendRefused,
  type AppendRequest,
  type AppendResult,
  type EventStore,
  NO_STREAM,
  type ReadAllOptions,
  type ReadStreamOptions,
  RequestRepeated,
  RevisionConflict,
  type StoredEvent,
  StoreUnavailable,
  type StreamCheck,
  type SubscribeOptions,
  type Subscription,
  type SubscriptionHandler,
} from '@anjuan/event-sourcing';
import { backupDatabase } from '../files/database-backup';
import { ensureFolder } from '../files/durable-folder';
import { prepareAppend } from './append-call';
import type { Outcome, WriterSettings } from './event-store-protocol';
import { EventStoreReader, type StoredBytes } from './event-store-reader';
import { eventStoreFile } from './event-store-schema';
import { LogSubscription } from './log-subscription';
import { RecentEvents } from './recent-events';
import { type QueueLimits, WriterThread } from './writer-thread';

/** Events of a page of `readAll` without a limit. */
const PAGE = 1000;
const MAX_EVENT_BYTES = 16 * 1024 * 1024;
const QUEUE: QueueLimits = { events: 20_000, bytes: 64 * 1024 * 1024 };

export interface EmbeddedEventStoreOptions {
  /** Data folder; made when absent. One process at a time. */
  readonly folder: string;
  /** What may wait for its commit; 20,000 events and 64 MiB when left out. */
  readonly queue?: QueueLimits;
  /** Data and metadata of one event as JSON, in bytes; 16 MiB when left out. */
  readonly maxEventBytes?: number;
  /**
   * Fault injection, for tests only: while the file at this path exists, no commit happens and so nothing is
   * acknowledged.
   */
  readonly holdCommitWhile?: string;
}

/** The event store in a folder, and what only this engine can do. */
export interface EmbeddedEventStore extends EventStore {
  /**
   * Events exactly as they are stored, in order of position: the text this store wrote is `JSON.stringify` of data and
   * metadata, so other spacing or another order of keys was put there by somebody else.
   * @param after events after this position; from the first when left out
   */
  readStoredBytes(options?: { after?: bigint; limit?: number }): readonly StoredBytes[];
  /** Copies the log as it is at one moment into a new file, while appends go on. */
  backup(destination: string): Promise<void>;
  /** How the writing connection is set, asked of it. */
  writerSettings(): Promise<WriterSettings>;
}

/**
 * Opens the event store of a folder. An append is acknowledged after its fsync; appends that arrive while the disk is
 * busy share the next one.
 * @throws when the files were written by a newer release or cannot be opened
 */
export async function openEmbeddedEventStore(
  options: EmbeddedEventStoreOptions,
): Promise<EmbeddedEventStore> {
  ensureFolder(options.folder);
  const file = eventStoreFile(options.folder);
  const { holdCommitWhile, queue = QUEUE } = options;
  const recent = new RecentEvents();
  const writer = new WriterThread({ file, holdCommitWhile }, queue, recent);
  await writer.start();
  return new SqliteEventStore(file, writer, recent, options.maxEventBytes ?? MAX_EVENT_BYTES);
}

/** Revisions are exact, so what the streams have after an append follows from what was expected of them. */
function revisionsAfter(
  records: readonly AppendRecord[],
  checks: readonly StreamCheck[],
): Map<string, number> {
  const before = new Map(checks.map(({ stream, expected }) => [stream, expected]));
  const revisions = new Map<string, number>();
  for (const { stream } of records) {
    revisions.set(stream, (revisions.get(stream) ?? before.get(stream) ?? NO_STREAM) + 1);
  }
  return revisions;
}

function resultOf(
  outcome: Outcome,
  records: readonly AppendRecord[],
  checks: readonly StreamCheck[],
): AppendResult {
  switch (outcome.kind) {
    case 'written':
      return {
        position: BigInt(outcome.position),
        revisions: revisionsAfter(records, checks),
        repeated: false,
      };
    case 'repeated':
      return { position: BigInt(outcome.position), revisions: outcome.revisions, repeated: true };
    case 'conflict':
      throw new RevisionConflict(outcome.violations);
    case 'request-repeated':
      throw new RequestRepeated({ ...outcome.first, result: JSON.parse(outcome.first.result) });
    case 'refused':
      throw new AppendRefused(outcome.reason);
    case 'unavailable':
      throw new StoreUnavailable(outcome.reason);
  }
}

class SqliteEventStore implements EmbeddedEventStore {
  private readonly reader: EventStoreReader;
  private readonly subscriptions = new Set<LogSubscription>();
  private closing: Promise<void> | undefined;

  constructor(
    private readonly file: string,
    private readonly writer: WriterThread,
    private readonly recent: RecentEvents,
    private readonly maxEventBytes: number,
  ) {
    this.reader = new EventStoreReader(file);
  }

  async append(
    records: readonly AppendRecord[],
    checks: readonly StreamCheck[],
    request?: AppendRequest,
  ): Promise<AppendResult> {
    const { call, bytes } = prepareAppend(records, checks, request, this.maxEventBytes);
    const outcome = await this.writer.append(call, bytes);
    if (outcome.kind === 'conflict') {
      for (const { stream } of outcome.violations) this.recent.forgetStream(stream);
    }
    return resultOf(outcome, records, checks);
  }

  async readStream(stream: string, options: ReadStreamOptions = {}): Promise<readonly StoredEvent[]> {
    const isWhole = Object.values(options).every((option) => option === undefined);
    const known = isWhole ? this.recent.stream(stream) : undefined;
    if (known) return known;
    const events = await this.reader.stream(stream, options);
    if (isWhole) this.recent.keepStream(stream, events);
    return events;
  }

  async readAll(options: ReadAllOptions = {}): Promise<readonly StoredEvent[]> {
    const { after = -1n, limit = PAGE, categories } = options;
    return this.reader.page(Number(after), Number.MAX_SAFE_INTEGER, limit, categories);
  }

  subscribe(options: SubscribeOptions, handler: SubscriptionHandler): Subscription {
    const { reader, recent, writer } = this;
    const log = {
      last: () => writer.last,
      page: (...asked: Parameters<EventStoreReader['page']>) =>
        recent.page(...asked) ?? reader.page(...asked),
      onCommit: writer.onCommit.bind(writer),
    };
    const subscription = new LogSubscription(log, options, handler);
    this.subscriptions.add(subscription);
    void subscription.ended.finally(() => this.subscriptions.delete(subscription));
    return subscription;
  }

  async findRequest(account: string, key: string): Promise<AppendRequest | undefined> {
    return this.reader.findRequest(account, key);
  }

  async lastPosition(): Promise<bigint> {
    return BigInt(this.reader.lastPosition());
  }

  readStoredBytes(options: { after?: bigint; limit?: number } = {}): readonly StoredBytes[] {
    const { after = -1n, limit = PAGE } = options;
    return this.reader.storedBytes(Number(after), limit);
  }

  backup(destination: string): Promise<void> {
    return backupDatabase(this.file, destination);
  }

  writerSettings(): Promise<WriterSettings> {
    return this.writer.settings();
  }

  /** A second call waits for the first. */
  close(): Promise<void> {
    this.closing ??= this.closeAll();
    return this.closing;
  }

  private async closeAll(): Promise<void> {
    await Promise.all([...this.subscriptions].map((subscription) => subscription.stop()));
    this.reader.close();
    await this.writer.close();
  }
}
