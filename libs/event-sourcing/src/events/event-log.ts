import type { AppendRequest, AppendResult } from '../ports/event-store.port';
import type { AnyEvent } from './event-definition';
import type { Metadata, StoredEvent } from './stored-event';

/** What is known of a stored event besides its type and data. */
export interface EventMeta {
  readonly id: string;
  readonly stream: string;
  /** The stream's id without its category. */
  readonly streamId: string;
  readonly revision: number;
  readonly position: bigint;
  readonly recordedAt: string;
  readonly effectiveOn: string;
  readonly actorId: string;
  readonly metadata: Metadata;
}

/** An event opened for reading: today's version, personal fields decrypted or replaced by the placeholder. */
export interface OpenedEvent {
  readonly event: AnyEvent;
  readonly meta: EventMeta;
}

/** The end of a stream as an append needs it: what it must follow. */
export interface StreamHead {
  readonly stream: string;
  /** -1 when the stream does not exist. */
  readonly revision: number;
  /** Hash of the last event; empty for a new stream. */
  readonly hash: string;
}

export interface LoadedStream {
  readonly head: StreamHead;
  readonly events: readonly OpenedEvent[];
}

/** An event to be recorded, with the head of the stream it goes to. */
export interface EventToRecord {
  readonly stream: string;
  readonly event: AnyEvent;
  /** Key for personal fields, where the event has some. */
  readonly keyId?: string;
}

/** Metadata that all events of one append share; flat strings. */
export interface RecordingContext {
  readonly metadata: Metadata;
  readonly recordedAt: string;
}

/**
 * The event store as the office writes and reads it: personal fields encrypted, each event chained by hash to the one
 * before, old versions upcast on reading. Implemented in `ledger`, since hashing and encryption are not pure.
 */
export interface EventLog {
  load(stream: string): Promise<LoadedStream>;
  /**
   * Appends the events of one decision atomically. Every head is checked, written or not.
   * @throws what `EventStore.append` throws
   */
  append(
    events: readonly EventToRecord[],
    heads: readonly StreamHead[],
    context: RecordingContext,
    request?: AppendRequest,
  ): Promise<AppendResult>;
  /** Opens a stored event for the office: personal fields in plain text while their key exists. */
  open(event: StoredEvent): OpenedEvent;
  /** Opens a stored event for publication: personal fields are the placeholder. */
  openWithoutPersonal(event: StoredEvent): OpenedEvent;
  findRequest(account: string, key: string): Promise<AppendRequest | undefined>;
  /** Position of the newest event, -1n in an empty log. */
  lastPosition(): Promise<bigint>;
}

/** The part of the log that only reads events. */
export type EventOpener = Pick<EventLog, 'open' | 'openWithoutPersonal'>;
