import type { EventDefinitions, EventOf } from '../events/event-definition';
import type { EventMeta } from '../events/event-log';
import type { JsonObject } from '../values/json';

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
  (publish: Publisher<D>['publish']): Publisher =>
    ({ topic, category, guarded: options.guarded ?? false, publish }) as unknown as Publisher;
