import {
  type AppendRequest,
  type EventFilter,
  type ReadAllOptions,
  type ReadStreamOptions,
  type StoredEvent,
} from '@anjuan/event-sourcing';
import {
  type AllStreamResolvedEvent,
  BACKWARDS,
  END,
  FORWARDS,
  type KurrentDBClient,
  START,
  StreamNotFoundError,
} from '@kurrent/kurrentdb-client';
import type { Clients } from './clients';
import { LogTampered } from './errors';
import { Feed } from './feed';
import { requestOf, requestStream } from './requests';
import { positionOf, toStoredEvent, visibleStreams } from './stored-events';

/** Position of the newest event when there is none. */
export const EMPTY = -1n;

/** A position as the client takes it: a record's commit and prepare position are the same. */
export const at = (position: bigint) => ({ commit: position, prepare: position });

async function collect<T, R>(source: AsyncIterable<T>, map: (item: T) => R): Promise<R[]> {
  const items: R[] = [];
  for await (const item of source) items.push(map(item));
  return items;
}

/** Records that are taken at a time. */
const PAGE = 500;

/** Milliseconds until records that must be there are given up; the client's own deadline for a call. */
const PATIENCE = 10_000;

async function takeUpTo(feed: Feed, last: bigint): Promise<AllStreamResolvedEvent[]> {
  const taken: AllStreamResolvedEvent[] = [];
  for (;;) {
    const item = await feed.next(PAGE);
    if (item.kind !== 'records') continue;
    taken.push(...item.records.filter((record) => positionOf(record) <= last));
    if (item.records.some((record) => positionOf(record) >= last)) return taken;
  }
}

/** Reads streams and the log; a read that lost its server is tried again on a new client. */
export class LogReader {
  constructor(private readonly clients: Clients) {}

  /** @throws LogTampered when the stream was deleted or cut on the server */
  async readStream(stream: string, options: ReadStreamOptions = {}): Promise<readonly StoredEvent[]> {
    const { from, direction = 'forwards', limit } = options;
    if (limit !== undefined && limit <= 0) return [];
    if (direction === 'backwards' && from !== undefined && from < 0) return [];
    const first = direction === 'forwards' ? Math.max(from ?? 0, 0) : from;
    const events = await this.clients.call((client) =>
      readOrMissing(client, stream, direction, first, limit),
    );
    const [start] = events ?? [];
    if (start && direction === 'forwards' && start.revision !== first) {
      throw new LogTampered(stream, `begins at revision ${start.revision}, earlier events were cut off`);
    }
    return events ?? this.#nothingOf(stream);
  }

  /** A soft-deleted stream reads like one that never was; only its metadata tells. */
  async #nothingOf(stream: string): Promise<readonly StoredEvent[]> {
    const { metadata } = await this.clients.call((client) => client.getStreamMetadata(stream));
    if (metadata?.truncateBefore !== undefined) throw new LogTampered(stream, 'was deleted on the server');
    return [];
  }

  async readAll({ after, limit, categories }: ReadAllOptions = {}): Promise<readonly StoredEvent[]> {
    if (limit !== undefined && limit <= 0) return [];
    const fromPosition = after === undefined || after < 0n ? START : at(after);
    // The record at the given position comes too, if it is of the categories, so one more is asked for.
    const maxCount = limit === undefined ? Number.MAX_SAFE_INTEGER : limit + 1;
    const filter = visibleStreams(categories);
    const events = await this.clients.call((client) =>
      collect(client.readAll({ direction: FORWARDS, fromPosition, maxCount, filter }), toStoredEvent),
    );
    return events.filter(({ position }) => after === undefined || position > after).slice(0, limit);
  }

  /** The position of the newest event that a reader may see, -1 when there is none. */
  async lastPosition(filter: EventFilter = {}): Promise<bigint> {
    const [newest] = await this.#backwards(END, 1, filter);
    return newest === undefined ? EMPTY : positionOf(newest);
  }

  /** The position of the newest record of any sort. */
  async end(): Promise<bigint> {
    const [newest] = await this.#backwards(END, 1);
    return newest === undefined ? EMPTY : positionOf(newest);
  }

  /**
   * The records after one position up to another that exists, whatever their sort. It takes a short subscription: that
   * comes over the connection that appends use and was faster than a read, which has one of its own.
   */
  recordsBetween(after: bigint, last: bigint): Promise<readonly AllStreamResolvedEvent[]> {
    return this.clients.call(async (client) => {
      const fromPosition = after < 0n ? START : at(after);
      const feed = new Feed(() => client.subscribeToAll({ fromPosition }, { highWaterMark: PAGE }));
      const deadline = setTimeout(() => void feed.close(), PATIENCE);
      try {
        return await takeUpTo(feed, last);
      } finally {
        clearTimeout(deadline);
        await feed.close();
      }
    });
  }

  async findRequest(account: string, key: string): Promise<AppendRequest | undefined> {
    const [event] = await this.readStream(requestStream(account, key), { limit: 1 });
    return event && requestOf(event);
  }

  #backwards(from: typeof END | ReturnType<typeof at>, maxCount: number, visible?: EventFilter) {
    const filter = visible && visibleStreams(visible.categories);
    return this.clients.call((client) =>
      collect(client.readAll({ direction: BACKWARDS, fromPosition: from, maxCount, filter }), (item) => item),
    );
  }
}

/** The events of a stream, `undefined` when there is no such stream. */
async function readOrMissing(
  client: KurrentDBClient,
  stream: string,
  direction: 'forwards' | 'backwards',
  from: number | undefined,
  limit: number = Number.MAX_SAFE_INTEGER,
): Promise<StoredEvent[] | undefined> {
  const fromRevision = from === undefined ? END : BigInt(from);
  try {
    return await collect(
      client.readStream(stream, { direction, fromRevision, maxCount: limit }),
      toStoredEvent,
    );
  } catch (error) {
    if (error instanceof StreamNotFoundError) return undefined;
    throw error;
  }
}
