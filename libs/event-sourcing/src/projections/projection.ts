import type { EventDefinitions, EventOf } from '../events/event-definition';
import type { EventMeta } from '../events/event-log';
import type { Message } from '../ports/message-bus.port';
import type { Filter, ReadModelDefinition, Row } from '../ports/read-models.port';

/** Says on purpose that an event changes nothing in this read model. */
export const unchanged = 'unchanged' as const;

/** Which rows an event touches: one, several, or all that a filter matches. */
export type RowTarget = string | readonly string[] | { readonly where: Filter };

/** A change to the rows an event names: the row before (undefined when there is none) in, the row after out. */
export interface RowUpdate<R extends Row, E extends { data: unknown }> {
  readonly target: (data: E['data'], meta: EventMeta) => RowTarget;
  /** A method, so that a projection of its own row type is also one of any row. */
  update(row: R | undefined, data: E['data'], meta: EventMeta, id: string): R | undefined;
}

export type ProjectEvent<R extends Row, E extends { data: unknown }> = typeof unchanged | RowUpdate<R, E>;

/** How one category's events change the rows; every event must be named. */
export interface CategoryProjection<R extends Row, D extends EventDefinitions = EventDefinitions> {
  readonly category: string;
  readonly on: { readonly [T in EventOf<D>['type']]: ProjectEvent<R, Extract<EventOf<D>, { type: T }>> };
}

/** How another context's messages change the rows; types that are not named change nothing. */
export interface TopicProjection<R extends Row> {
  readonly topic: string;
  readonly on: Readonly<Record<string, RowUpdate<R, { data: Message['data'] }>>>;
}

/**
 * One read model as pure functions: event and row in, row out. The same for every database; its rows follow from the
 * log alone, so it can be rebuilt at any time.
 */
export interface Projection<R extends Row = Row> extends ReadModelDefinition {
  readonly categories: readonly CategoryProjection<R>[];
  readonly topics: readonly TopicProjection<R>[];
}

/** Names how one category changes the rows; the types make every event have its place. */
export const onCategory =
  <R extends Row, D extends EventDefinitions>(category: string) =>
  (on: CategoryProjection<R, D>['on']): CategoryProjection<R> =>
    ({ category, on }) as unknown as CategoryProjection<R>;

/** Declares a read model. */
export const projection = <R extends Row>(
  definition: Omit<ReadModelDefinition, 'search'> & {
    readonly search?: (row: R) => readonly string[];
    readonly categories: readonly CategoryProjection<R>[];
    readonly topics?: readonly TopicProjection<R>[];
  },
): Projection<R> => ({ topics: [], ...definition }) as Projection<R>;

/** A row change keyed by one id, the usual case. */
export const row = <R extends Row, E extends { data: unknown }>(
  target: (data: E['data'], meta: EventMeta) => RowTarget,
  update: (row: R | undefined, data: E['data'], meta: EventMeta, id: string) => NoInfer<R> | undefined,
): RowUpdate<R, E> => ({ target, update });
