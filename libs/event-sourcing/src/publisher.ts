import type { EventDefinitions, EventOf } from './event-definition';
import type { EventMeta, OpenedEvent } from './event-log';
import type { JsonObject } from './json';
import type { Message } from './message-bus.port';

/** Says on purpose that an event is not published. */
export const internal = 'internal' as const;

export interface Publication {
  readonly key: string;
  readonly type: string;
  readonly data: JsonObject;
}

type Publish<E extends { data: unknown }> =
  | typeof internal
  | ((data: E['data'], meta: EventMeta) => Publication | undefined);

/**
 * Maps each domain event of one category to a message, or says `internal`. Pure, so that messages can be computed
 * again from the store at any time. Personal fields are placeholders here unless the topic is guarded.
 */
export interface Publisher<D extends EventDefinitions = EventDefinitions> {
  readonly topic: string;
  readonly category: string;
  /** A guarded topic may carry personal data; only consumers inside the office may read it. */
  readonly guarded: boolean;
  readonly publish: { readonly [T in EventOf<D>['type']]: Publish<Extract<EventOf<D>, { type: T }>> };
}

/** Declares what a category publishes on a topic; every event must be named. */
export const publisher =
  <D extends EventDefinitions>(category: string, topic: string, options: { guarded?: boolean } = {}) =>
  (publish: Publisher<D>['publish']): Publisher<D> => ({
    topic,
    category,
    guarded: options.guarded ?? false,
    publish,
  });

const passedOn = ['$correlationId', '$causationId'] as const;

/**
 * The message of an event, undefined when it has none; the same each time, so it need not be kept.
 * @throws when the publisher does not name the event
 */
export function messageOf(publisher: Publisher, { event, meta }: OpenedEvent): Message | undefined {
  const publish = publisher.publish[event.type];
  if (!publish) throw new Error(`the publisher of ${publisher.topic} does not know the event ${event.type}`);
  if (publish === internal) return undefined;
  const publication = publish(event.data, meta);
  if (!publication) return undefined;
  const ids = passedOn.flatMap((name) => (meta.metadata[name] ? [[name, meta.metadata[name]]] : []));
  const metadata = {
    recordedAt: meta.recordedAt,
    effectiveOn: meta.effectiveOn,
    ...Object.fromEntries(ids),
  };
  return { id: meta.id, topic: publisher.topic, ...publication, metadata };
}
