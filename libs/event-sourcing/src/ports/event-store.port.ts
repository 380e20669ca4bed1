import type { EventToStore, StoredEvent } from '../events/stored-event';
import type { JsonObject } from '../values/json';

/** One event and the stream it goes to. Records of several streams may interleave. */
export interface AppendRecord {
  readonly stream: string;
  readonly event: EventToStore;
}

/** The revision a stream must have for the append to happen; `NO_STREAM` (-1) when it must not exist. */
export interface StreamCheck {
  readonly stream: string;
  readonly expected: number;
}

/** Makes a command idempotent: stored with the append, outside of chain, checkpoints and subscriptions. */
export interface AppendRequest {
  readonly account: string;
  readonly key: string;
  readonly bodyDigest: string;
  /** What the first call answered; holds no personal data. */
  readonly result: JsonObject;
}

export interface AppendResult {
  /** Position of the last record. */
  readonly position: bigint;
  /** The last revision of each stream that was written. */
  readonly revisions: ReadonlyMap<string, number>;
  /** True when every event id was stored before: nothing was written, the first result is given again. */
  readonly repeated: boolean;
}

/** The category names a caller wants; everything when left out. */
export interface EventFilter {
  readonly categories?: readonly string[];
}

export interface ReadStreamOptions {
  /** First revision to return; forwards from 0, backwards from the end when left out. */
  readonly from?: number;
  readonly direction?: 'forwards' | 'backwards';
  readonly limit?: number;
}

export interface ReadAllOptions extends EventFilter {
  /** Events after this position; from the very first when left out. */
  readonly after?: bigint;
  readonly limit?: number;
}

export interface SubscribeOptions extends EventFilter {
  readonly after?: bigint;
  /** Events a batch may hold at most. */
  readonly batchSize?: number;
}

/** What a subscriber gets: events in global order, then `caughtUp` when it has seen all there is. */
export interface SubscriptionHandler {
  /**
   * Called with one batch at a time; the next comes after the promise resolves. A rejection ends the
   * subscription with `onError`. `position` is how far the log was read, filtered events included.
   */
  onBatch(events: readonly StoredEvent[], position: bigint): Promise<void> | void;
  onCaughtUp?(position: bigint): void;
  onError?(error: unknown): void;
}

export interface Subscription {
  /** Ends it and waits for a batch in progress. */
  stop(): Promise<void>;
}

/**
 * The event store. Promises, kept by every adapter and tested by one contract suite:
 * an acknowledged append is on disk; it is atomic over its streams; expected revisions are exact, also for
 * streams that are not written; a repeat by event ids answers the first result; all events have one order,
 * and subscriptions turn live without a gap or a repeat.
 */
export interface EventStore {
  /** @throws RevisionConflict with every violated check; @throws RequestRepeated; @throws StoreBusy; @throws StoreUnavailable */
  append(
    records: readonly AppendRecord[],
    checks: readonly StreamCheck[],
    request?: AppendRequest,
  ): Promise<AppendResult>;
  /** The events of one stream; empty when there is no such stream. */
  readStream(stream: string, options?: ReadStreamOptions): Promise<readonly StoredEvent[]>;
  /** A page of the log in global order. */
  readAll(options?: ReadAllOptions): Promise<readonly StoredEvent[]>;
  /** Catches up from a position and then stays live. */
  subscribe(options: SubscribeOptions, handler: SubscriptionHandler): Subscription;
  findRequest(account: string, key: string): Promise<AppendRequest | undefined>;
  /** The position of the newest event, -1n in an empty store. */
  lastPosition(): Promise<bigint>;
  close(): Promise<void>;
}

/** A check did not hold; nothing was written. */
export class RevisionConflict extends Error {
  readonly type = 'revision-conflict';
  constructor(readonly violations: readonly { stream: string; expected: number; actual: number }[]) {
    super(violations.map((v) => `${v.stream}: expected ${v.expected}, is ${v.actual}`).join('; '));
  }
}

/** The idempotency key was used before by this account; nothing was written. */
export class RequestRepeated extends Error {
  readonly type = 'request-repeated';
  constructor(readonly first: AppendRequest) {
    super('the idempotency key was used before');
  }
}

/** The queue of appends is full; try again later. */
export class StoreBusy extends Error {
  readonly type = 'store-busy';
}

/** The engine cannot be reached or failed; whether the append happened is unknown, a repeat with the same ids is safe. */
export class StoreUnavailable extends Error {
  readonly type = 'store-unavailable';
}

/** The append breaks a rule of the port (no record, an unknown category, an event that is too large). */
export class AppendRefused extends Error {
  readonly type = 'append-refused';
}
