import type { z } from 'zod';
import type { JsonObject } from '../values/json';
import { type FieldPath, personalPaths } from './personal';

/** Turns the data of one stored version into that of the next. Pure; old events are never rewritten. */
export type Upcaster = (data: JsonObject) => JsonObject;

export interface EventDefinition<S extends z.ZodType = z.ZodType> {
  readonly schema: S;
  /** The version written today. */
  readonly version: number;
  /** From version n to n + 1, for each n that was ever written. */
  readonly upcasters: Readonly<Record<number, Upcaster>>;
  readonly personal: readonly FieldPath[];
}

export type EventDefinitions = Readonly<Record<string, EventDefinition>>;

/**
 * Declares the shape of one event.
 * @param options.version the version written today, 1 when left out
 * @param options.upcasters one for each older version
 */
export function event<S extends z.ZodType>(
  schema: S,
  options: { version?: number; upcasters?: Readonly<Record<number, Upcaster>> } = {},
): EventDefinition<S> {
  const { version = 1, upcasters = {} } = options;
  for (let from = 1; from < version; from++) {
    if (!upcasters[from])
      throw new Error(`an event of version ${version} needs an upcaster from version ${from}`);
  }
  return { schema, version, upcasters, personal: personalPaths(schema) };
}

/** Declares all events of a stream category: the one place a new event is added. */
export const defineEvents = <const D extends EventDefinitions>(definitions: D): D => definitions;

/** What a decision or an import says about an event besides its data; it goes into the metadata. */
export interface EventFacets {
  /** The business date, when it is not the day of recording; may lie before it. */
  readonly effectiveOn?: string;
  /** Digest of the resolved policy that the decision saw. */
  readonly policyDigest?: string;
  /** Digests of the evidence that the decision saw. */
  readonly evidence?: readonly string[];
  readonly reasonCode?: string;
}

/** The union of a category's events: `{ type, data }` and its facets. */
export type EventOf<D extends EventDefinitions> = {
  [T in Extract<keyof D, string>]: {
    readonly type: T;
    readonly data: z.output<D[T]['schema']>;
    readonly facets?: EventFacets;
  };
}[Extract<keyof D, string>];

/** Any event, where the category does not matter. */
export interface AnyEvent {
  readonly type: string;
  readonly data: JsonObject;
  readonly facets?: EventFacets;
}

/** Brings stored data to today's version. */
export function upcast(definition: EventDefinition, data: JsonObject, version: number): JsonObject {
  let current = data;
  for (let from = version; from < definition.version; from++) {
    const step = definition.upcasters[from];
    if (!step) throw new Error(`no upcaster from version ${from}`);
    current = step(current);
  }
  return current;
}
