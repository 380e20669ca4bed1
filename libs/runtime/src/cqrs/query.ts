import type { Caller } from '../access/caller';

/** A question, routed by its type; `data` was validated at the edge. */
export interface Query<T extends string = string, D = unknown> {
  readonly type: T;
  readonly data: D;
  readonly caller: Caller;
}

/** Answers by query type. A handler narrows what it reads to what the caller may see. */
export type QueryHandlers = Readonly<Record<string, (data: never, caller: Caller) => Promise<unknown>>>;
