import type { AnyCommand } from '../decisions/command';
import type { Message } from '../ports/message-bus.port';

/** A command, with what tells it from the message's others where their order may change between deliveries. */
export interface ReactionCommand extends AnyCommand {
  /** In place of the command's number in the request key. */
  readonly key?: string;
}

type Reacts = readonly ReactionCommand[];

/**
 * Maps messages of other contexts to commands of this one. Idempotent: the n-th command of a message is sent with the
 * request key `<name>/<message id>/<n>`, so a second delivery answers the first result. A consumer that looks its
 * commands up must give each a `key`, because the next look may find others.
 */
export interface Consumer {
  /** Also the consumer group; never changed. */
  readonly name: string;
  readonly topics: readonly string[];
  /** Types that are not named are passed over. */
  readonly on: Readonly<
    Record<string, (data: Message['data'], message: Message) => Reacts | Promise<Reacts>>
  >;
}

/** Declares a consumer. */
export const consumer = (definition: Consumer): Consumer => definition;
