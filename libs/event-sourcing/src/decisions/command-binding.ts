import type { EventDefinitions } from '../events/event-definition';
import type { Actor } from './command';
import type { Decider, StreamModel } from './decider';

/** Loads another stream of the context; its revision is then checked by the append, written or not. */
export type LoadStream = <S, D extends EventDefinitions>(
  model: StreamModel<S, D>,
  id: string,
) => Promise<{ readonly state: S; readonly revision: number }>;

/** What a command's surroundings are gathered from, besides what the service injects. */
export interface GatherTools {
  readonly load: LoadStream;
  readonly actor: Actor;
  readonly now: string;
  readonly today: string;
}

/**
 * Binds a decider to the office: who may send each command, which area the case belongs to, and what a decision must
 * know besides its own stream.
 */
export interface CommandBinding<S, C extends { type: string; data: unknown }, D extends EventDefinitions, X> {
  readonly decider: Decider<S, C, D, X>;
  /** The permission each command asks for; `system` for those that only timers, consumers and processes send. */
  readonly permissions: { readonly [T in C['type']]: string };
  /** Area codes of the case; the actor needs the permission over each of them. */
  readonly areasOf: (command: C, state: S) => readonly string[];
  /** Looks up what a decision must know; called anew for each attempt. */
  readonly gather: (command: C, state: S, tools: GatherTools) => Promise<X>;
}

/** The permission of commands that no person and no machine may send. */
export const SYSTEM_ONLY = 'system';

/** Throws a rejection unless the actor has the permission over all the areas. The one place where access is decided. */
export type Authorize = (actor: Actor, permission: string, areas: readonly string[]) => void;

/** Declares a binding. */
export const bind = <S, C extends { type: string; data: unknown }, D extends EventDefinitions, X>(
  binding: CommandBinding<S, C, D, X>,
): CommandBinding<S, C, D, X> => binding;
