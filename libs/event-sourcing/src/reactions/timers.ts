import type { AnyCommand } from '../decisions/command';
import type { EventDefinitions, EventOf } from '../events/event-definition';
import type { EventMeta } from '../events/event-log';

/** A command that is due at an instant. A later one with the same id replaces it. */
export interface TimerChange {
  /** Unique in the office, such as `activate-<filing id>`. */
  readonly id: string;
  /** When the command is due; undefined cancels the timer. */
  readonly due: { readonly at: string; readonly command: AnyCommand } | undefined;
}

type TimerRule<E extends { data: unknown }> =
  | typeof noTimer
  | ((data: E['data'], meta: EventMeta) => readonly TimerChange[]);

/** Says on purpose that an event sets and cancels no timer. */
export const noTimer = 'no-timer' as const;

/** Which timers a category's events set and cancel: due dates follow from events, so they can be computed again. */
export interface Timers<D extends EventDefinitions = EventDefinitions> {
  /** Names the request keys of the commands, `<name>/<timer id>/<event id>`; never changed. */
  readonly name: string;
  readonly category: string;
  readonly on: { readonly [T in EventOf<D>['type']]: TimerRule<Extract<EventOf<D>, { type: T }>> };
}

/** Declares the timers of a category; every event must be named. */
export const timers =
  <D extends EventDefinitions>(name: string, category: string) =>
  (on: Timers<D>['on']): Timers =>
    ({ name, category, on }) as unknown as Timers;

export const setTimer = (id: string, at: string, command: AnyCommand): TimerChange => ({
  id,
  due: { at, command },
});
export const cancelTimer = (id: string): TimerChange => ({ id, due: undefined });
