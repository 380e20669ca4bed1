import type { AnyEvent, EventDefinitions, EventOf } from '../events/event-definition';
import type { DecisionContext } from './command';

/** Another stream of the same context. */
export interface StreamReference {
  readonly category: string;
  readonly id: string;
}

/** An event for a stream other than the command's own; it must be one that was loaded. */
export interface EventElsewhere {
  readonly on: StreamReference;
  readonly event: AnyEvent;
}

/** The fold of a category: what its events say about a stream. */
export interface StreamModel<S, D extends EventDefinitions> {
  readonly category: string;
  readonly events: D;
  readonly initialState: S;
  readonly evolve: { readonly [T in EventOf<D>['type']]: Evolve<S, Extract<EventOf<D>, { type: T }>> };
  /** The key that encrypts personal fields of this stream's events; needed when there are any. */
  readonly keyOf?: (streamId: string, event: AnyEvent) => string;
}

export type Evolve<S, E extends { data: unknown }> = (state: S, data: E['data'], meta: EvolveMeta) => S;

/** What `evolve` may know about an event besides its data. */
export interface EvolveMeta {
  readonly revision: number;
  readonly recordedAt: string;
  readonly effectiveOn: string;
  readonly actorId: string;
}

/**
 * What a decision sees of its surroundings: time, actor and a source of ids, the states of the other streams it
 * declared, and `X`, which the service looks up (policy, calendar, enrolment).
 */
export type Surroundings<X> = DecisionContext & X;

export type Decide<S, E extends { type: string; data: unknown }, Data, X> = (
  data: Data,
  state: S,
  surroundings: Surroundings<X>,
) => readonly (E | EventElsewhere)[];

/**
 * A decision function per command and a fold per event for one stream category (Chassaing's decider). Pure:
 * no clock, no random, no I/O; what it needs of them comes with the command.
 */
export interface Decider<
  S,
  C extends { type: string; data: unknown },
  D extends EventDefinitions,
  X = unknown,
> extends StreamModel<S, D> {
  /** The id of the stream a command is for. */
  readonly idOf: (command: C) => string;
  readonly decide: {
    readonly [T in C['type']]: Decide<S, EventOf<D>, Extract<C, { type: T }>['data'], X>;
  };
}

/** Declares a decider; the types make every command and every event have its place. */
export const decider = <
  S,
  C extends { type: string; data: unknown },
  D extends EventDefinitions,
  X = unknown,
>(
  definition: Decider<S, C, D, X>,
): Decider<S, C, D, X> => definition;

/** Declares a stream that has no commands of its own: it is written by the decisions of others (`coverage`). */
export const streamModel = <S, D extends EventDefinitions>(model: StreamModel<S, D>): StreamModel<S, D> =>
  model;

/** An event for another loaded stream. */
export const elsewhere = (category: string, id: string, event: AnyEvent): EventElsewhere => ({
  on: { category, id },
  event,
});

export const isElsewhere = (event: object): event is EventElsewhere => 'on' in event;

/** Folds one event; throws on an event the category does not declare. */
export function evolveWith<S, D extends EventDefinitions>(
  model: StreamModel<S, D>,
  state: S,
  event: AnyEvent,
  meta: EvolveMeta,
): S {
  const evolve = (model.evolve as unknown as Record<string, Evolve<S, { data: unknown }> | undefined>)[
    event.type
  ];
  if (!evolve) throw new Error(`${model.category} does not know the event ${event.type}`);
  return evolve(state, event.data, meta);
}
