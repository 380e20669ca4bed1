import type { EventStore, LogFeed, Message, StoredEvent } from '@anjuan/event-sourcing';
import type { HeldMessage } from './bus-tables';

/** A message and where its event is. */
export interface Delivery {
  readonly message: Message;
  readonly stream: string;
  readonly revision: number;
  readonly position: bigint;
}

/** Messages as they follow from the log, now or again later. */
export class MessageSource {
  constructor(
    readonly store: EventStore,
    private readonly feed: LogFeed,
  ) {}

  categoriesOf(topics: readonly string[]): readonly string[] {
    return this.feed.categoriesOf({ categories: [], topics });
  }

  deliveries(topics: readonly string[], event: StoredEvent): readonly Delivery[] {
    const { stream, revision, position } = event;
    return this.feed
      .items({ categories: [], topics }, event)
      .flatMap((item) =>
        item.kind === 'message' ? [{ message: item.message, stream, revision, position }] : [],
      );
  }

  /** Undefined when its event is published no more. @throws when the log no longer holds the event */
  async reload({ stream, revision, topic, messageId }: HeldMessage): Promise<Message | undefined> {
    const [event] = await this.store.readStream(stream, { from: revision, limit: 1 });
    if (event?.id !== messageId) throw new Error(`the log does not hold event ${messageId} in ${stream}`);
    return this.deliveries([topic], event)[0]?.message;
  }
}
