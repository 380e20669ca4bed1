import type { JsonObject } from '../values/json';

/**
 * Metadata is a flat map of strings to strings, because that is what every engine can carry with a
 * multi-stream append.
 */
export type Metadata = Readonly<Record<string, string>>;

/** An event ready to be stored: personal fields are already ciphertext, the hash chain is already in the metadata. */
export interface EventToStore {
  /** UUIDv7; an append with an id the stream already holds is a repeat, not a new event. */
  readonly id: string;
  readonly type: string;
  readonly data: JsonObject;
  readonly metadata: Metadata;
}

/** An event as the store returns it, before upcasting and decryption. */
export interface StoredEvent extends EventToStore {
  readonly stream: string;
  /** 0 for the first event of a stream, then one more for each. */
  readonly revision: number;
  /** Increasing over all events of the store; gapless only in the embedded engine. */
  readonly position: bigint;
}

/** The category of a stream is what stands before its first dash, as KurrentDB has it. */
export const categoryOf = (stream: string): string => {
  const dash = stream.indexOf('-');
  return dash < 0 ? stream : stream.slice(0, dash);
};

/** The name of a stream: a category without a dash, then the id. */
export const streamName = (category: string, id: string): string => `${category}-${id}`;

/** The id part of a stream's name. */
export const idOf = (stream: string): string => stream.slice(stream.indexOf('-') + 1);

/** The revision of a stream that holds no event yet. */
export const NO_STREAM = -1;
