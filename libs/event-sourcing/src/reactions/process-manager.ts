import type { AnyCommand } from '../decisions/command';
import type { StreamModel } from '../decisions/decider';
import type { AnyEvent, EventDefinitions } from '../events/event-definition';
import type { EventMeta } from '../events/event-log';

/** What a process manager does about an event: facts for its own stream, then commands. */
export interface Reaction {
  readonly record?: readonly AnyEvent[];
  readonly send?: readonly AnyCommand[];
}

export interface ProcessInput {
  readonly type: string;
  readonly data: AnyEvent['data'];
  readonly meta: Pick<EventMeta, 'id' | 'recordedAt' | 'effectiveOn'>;
}

/**
 * Keeps state across streams in a stream of its own (never in a read model) and sends commands with the request key
 * `<category>/<event id>/<n>`. Handling an event twice records and sends nothing new.
 */
export interface ProcessManager<S, D extends EventDefinitions = EventDefinitions> extends StreamModel<S, D> {
  /** Events of this context's categories that it follows, by type. */
  readonly follows: { readonly categories: readonly string[]; readonly topics: readonly string[] };
  /** The instance an input belongs to; undefined when it is none of its business. */
  readonly correlate: (input: ProcessInput) => string | undefined;
  readonly react: (input: ProcessInput, state: S) => Reaction;
}

/** Declares a process manager. */
export const processManager = <S, D extends EventDefinitions>(
  definition: ProcessManager<S, D>,
): ProcessManager<S, D> => definition;
