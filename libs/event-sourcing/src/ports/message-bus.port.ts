import type { Metadata } from '../events/stored-event';
import type { JsonObject } from '../values/json';

/** A published message. Carries no personal data unless its topic is guarded. */
export interface Message {
  /** The id of the domain event it was made from. */
  readonly id: string;
  readonly topic: string;
  /** Messages of one key keep their order: the case's id wherever there is a case. */
  readonly key: string;
  readonly type: string;
  readonly data: JsonObject;
  /** `recordedAt`, `effectiveOn`, `$correlationId`, `$causationId`. */
  readonly metadata: Metadata;
}

/** A message that a group could not handle; it waits to be sent again or discarded. */
export interface ParkedMessage {
  readonly group: string;
  readonly message: Message;
  readonly error: string;
  readonly attempts: number;
  readonly parkedAt: string;
}

export interface ConsumeOptions {
  /** Members of a group share its messages; its offset is durable. */
  readonly group: string;
  readonly topics: readonly string[];
}

/**
 * What a consumer needs of Kafka: order per key, delivery at least once, groups with durable offsets. A handler that
 * keeps failing has its message parked where it can be seen and sent again; later messages of that key wait
 * behind it, so that order holds.
 */
export interface MessageBus {
  consume(options: ConsumeOptions, handle: (message: Message) => Promise<void>): BusConsumer;
  parked(group?: string): Promise<readonly ParkedMessage[]>;
  /** Delivers a parked message, and what waits behind it, again. */
  resend(group: string, messageId: string): Promise<void>;
  close(): Promise<void>;
}

export interface BusConsumer {
  /** Resolves when everything published up to now was handled or parked. */
  caughtUp(): Promise<void>;
  stop(): Promise<void>;
}

/** There is no parked message of this id in this group, or its event is published no more. */
export class MessageNotParked extends Error {
  readonly type = 'message-not-parked';
}
