import type { AnyCommand } from './command';
import type { Message } from './message-bus.port';

/**
 * Maps messages of other contexts to commands of this one. Idempotent: the n-th command of a message is sent with the
 * request key `<name>/<message id>/<n>`, so a second delivery answers the first result.
 */
export interface Consumer {
  /** Also the consumer group; never changed. */
  readonly name: string;
  readonly topics: readonly string[];
  /** Types that are not named are passed over. */
  readonly on: Readonly<Record<string, (data: Message['data'], message: Message) => readonly AnyCommand[]>>;
}

/** Declares a consumer. */
export const consumer = (definition: Consumer): Consumer => definition;
