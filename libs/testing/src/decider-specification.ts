import {
  type Actor,
  type AnyEvent,
  chinaDateOf,
  type Decider,
  type DecisionContext,
  type EventDefinitions,
  type EventElsewhere,
  type EventOf,
  evolveWith,
  type Instant,
  isElsewhere,
  Rejected,
  type StreamModel,
} from '@anjuan/event-sourcing';

/** What a decision sees by default: a Monday morning in China, a clerk of the nation, the counter. */
export const MONDAY_MORNING: Instant = '2026-03-02T01:30:00.000Z';
export const CLERK: Actor = {
  accountId: 'clerk-1',
  kind: 'person',
  grants: [{ role: 'clerk', area: '000000' }],
};

/** The n-th id that a decision asks for. */
export const nthId = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** What a test sets of a decision's surroundings: what the decider declares as its own, time, actor and channel. */
export type SpecifiedSurroundings<X> = X & Partial<Pick<DecisionContext, 'now' | 'actor' | 'channel'>>;

/** An event that happened, with the instant and account when they matter. */
type Given<E> = E & { readonly at?: Instant; readonly by?: string };

/** What is to come of a decision. */
interface Outcome<D extends EventDefinitions> {
  /** Exactly these events, in this order; facets are compared where the expected event states them. */
  thenEvents(...expected: readonly Expected<D>[]): void;
  thenRejected(code: string): void;
  thenNothing(): void;
  /** For what `thenEvents` cannot say in one line: the decided events themselves. */
  thenDecided(inspect: (decided: readonly Expected<D>[]) => void): void;
}

type Expected<D extends EventDefinitions> = EventOf<D> | EventElsewhere;

/** What happened before. */
interface Situation<S, C, D extends EventDefinitions> {
  when(command: C): Outcome<D>;
  /** The state that the given events add up to. */
  thenState(inspect: (state: S) => void): void;
}

export interface Specification<S, C, D extends EventDefinitions, X> {
  given(...events: readonly Given<EventOf<D>>[]): Situation<S, C, D>;
  /** With other surroundings. */
  with(changed: Partial<SpecifiedSurroundings<X>>): Specification<S, C, D, X>;
}

/**
 * Given these events, when this command, then these events or this rejection. Given and decided events are checked
 * against the schemas that their decider declares.
 * @param surroundings what the service would look up for the decision; `.with` changes some of it for one case
 * @example specification(game, { court: openCourt }).given(drawn).when(play).thenEvents(played)
 */
export function specification<S, C extends { type: string; data: unknown }, D extends EventDefinitions, X>(
  decider: Decider<S, C, D, X>,
  surroundings: SpecifiedSurroundings<X>,
): Specification<S, C, D, X> {
  return {
    given: (...events) => ({
      when: (command) => outcomeOf(() => decideGiven(decider, surroundings, events, command)),
      thenState: (inspect) => inspect(foldGiven(decider, events, contextOf(surroundings).now)),
    }),
    with: (changed) => specification(decider, { ...surroundings, ...changed }),
  };
}

function decideGiven<S, C extends { type: string; data: unknown }, D extends EventDefinitions, X>(
  decider: Decider<S, C, D, X>,
  around: SpecifiedSurroundings<X>,
  given: readonly Given<EventOf<D>>[],
  command: C,
): readonly Expected<D>[] {
  const context = contextOf(around);
  const state = foldGiven(decider, given, context.now);
  const decided = decider.decide[command.type as C['type']](command.data as never, state, {
    ...around,
    ...context,
  });
  for (const item of decided) if (!isElsewhere(item)) checkShape(decider, item);
  return decided;
}

const outcomeOf = <D extends EventDefinitions>(decide: () => readonly Expected<D>[]): Outcome<D> => ({
  thenEvents: (...expected) =>
    expect(decide().map((item, n) => comparable(item, expected[n]))).toEqual(
      expected.map((item) => comparable(item, item)),
    ),
  thenRejected: (code) => expect(codeOf(decide)).toBe(code),
  thenNothing: () => expect(decide()).toEqual([]),
  thenDecided: (inspect) => inspect(decide()),
});

/** The state of another stream that these events add up to, to be put in the surroundings. */
export const stateOf = <S, D extends EventDefinitions>(
  model: StreamModel<S, D>,
  ...events: readonly Given<EventOf<D>>[]
): S => foldGiven(model, events, MONDAY_MORNING);

function contextOf(around: Partial<DecisionContext>): DecisionContext {
  const now = around.now ?? MONDAY_MORNING;
  let ids = 0;
  return {
    now,
    today: chinaDateOf(now),
    actor: around.actor ?? CLERK,
    channel: around.channel ?? 'counter',
    newId: () => nthId(++ids),
  };
}

function foldGiven<S, D extends EventDefinitions>(
  model: StreamModel<S, D>,
  given: readonly Given<EventOf<D>>[],
  now: Instant,
): S {
  return given.reduce((state, event, revision) => {
    checkShape(model, event);
    const recordedAt = event.at ?? now;
    const effectiveOn = event.facets?.effectiveOn ?? chinaDateOf(recordedAt);
    const meta = { revision, recordedAt, effectiveOn, actorId: event.by ?? CLERK.accountId };
    return evolveWith(model, state, event as AnyEvent, meta);
  }, model.initialState);
}

function checkShape<S, D extends EventDefinitions>(
  model: StreamModel<S, D>,
  event: { type: string; data: unknown },
): void {
  const definition = model.events[event.type];
  if (!definition) throw new Error(`${model.category} declares no event ${event.type}`);
  const parsed = definition.schema.safeParse(event.data);
  if (!parsed.success) throw new Error(`${event.type} does not fit its schema: ${parsed.error.message}`);
}

function comparable(item: object, expected: object | undefined): object {
  if (isElsewhere(item)) {
    const other = expected && isElsewhere(expected) ? expected.event : undefined;
    return { on: item.on, event: comparable(item.event, other) };
  }
  const { type, data, facets } = item as AnyEvent;
  return expected && 'facets' in expected ? { type, data, facets } : { type, data };
}

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Rejected) return error.code;
    throw error;
  }
  return 'accepted';
}
