import type { EventDefinitions } from '../events/event-definition';
import type { EventOpener, OpenedEvent } from '../events/event-log';
import { categoryOf, type StoredEvent } from '../events/stored-event';
import type { Message } from '../ports/message-bus.port';
import type { Publisher } from './publisher';

/** What a reader of the log gets: an event of its own context, or a message of another. */
export type FeedItem =
  | ({ readonly kind: 'event' } & OpenedEvent)
  | { readonly kind: 'message'; readonly message: Message; readonly position: bigint };

/** What a reader wants: events of its own categories, messages of others' topics. */
export interface FeedWish {
  readonly categories: readonly string[];
  readonly topics: readonly string[];
}

/** Maps a stored event to the message that a publisher makes of it; undefined when it is internal. */
export function messageOf(publisher: Publisher, log: EventOpener, stored: StoredEvent): Message | undefined {
  const rules = publisher.publish as Readonly<
    Record<string, Publisher<EventDefinitions>['publish'][string] | undefined>
  >;
  const rule = rules[stored.type];
  if (rule === undefined) throw new Error(`${publisher.topic} does not name the event ${stored.type}`);
  if (rule === 'internal') return undefined;
  const { event, meta } = publisher.guarded ? log.open(stored) : log.openWithoutPersonal(stored);
  const publication = rule(event.data, meta);
  if (!publication) return undefined;
  const { recordedAt, effectiveOn, metadata } = meta;
  return {
    id: meta.id,
    topic: publisher.topic,
    ...publication,
    metadata: {
      recordedAt,
      effectiveOn,
      $correlationId: metadata.$correlationId ?? meta.id,
      $causationId: meta.id,
    },
  };
}

/**
 * Turns stored events into what a reader wished for, in the log's order. Since the store is the outbox, another
 * context's messages are computed from its events here, and a copy of them can be rebuilt like any read model.
 */
export class LogFeed {
  private readonly byCategory = new Map<string, Publisher[]>();

  constructor(
    private readonly log: EventOpener,
    private readonly publishers: readonly Publisher[],
  ) {}

  /** The categories that must be read to serve a wish. */
  categoriesOf({ categories, topics }: FeedWish): readonly string[] {
    const foreign = this.publishers
      .filter(({ topic }) => topics.includes(topic))
      .map(({ category }) => category);
    return [...new Set([...categories, ...foreign])];
  }

  items({ categories, topics }: FeedWish, stored: StoredEvent): readonly FeedItem[] {
    const own: FeedItem[] = categories.includes(categoryOf(stored.stream))
      ? [{ kind: 'event', ...this.log.open(stored) }]
      : [];
    const messages = this.messages(topics, stored).map(
      (message): FeedItem => ({ kind: 'message', message, position: stored.position }),
    );
    return [...own, ...messages];
  }

  /** Opens an event of the reader's own context. */
  open(stored: StoredEvent): OpenedEvent {
    return this.log.open(stored);
  }

  /** What the publishers of these topics make of an event. */
  messages(topics: readonly string[], stored: StoredEvent): readonly Message[] {
    if (topics.length === 0) return [];
    return this.publishersOf(categoryOf(stored.stream))
      .filter(({ topic }) => topics.includes(topic))
      .map((publisher) => messageOf(publisher, this.log, stored))
      .filter((message) => message !== undefined);
  }

  private publishersOf(category: string): readonly Publisher[] {
    let found = this.byCategory.get(category);
    if (!found) {
      found = this.publishers.filter((publisher) => publisher.category === category);
      this.byCategory.set(category, found);
    }
    return found;
  }
}
