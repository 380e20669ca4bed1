import type { z } from 'zod';
import type { Instant } from '../ports/clock.port';
import type { JsonObject } from '../values/json';

export type CommandDefinitions = Readonly<Record<string, z.ZodType>>;

/** Declares the commands of a stream category and the schema of each one's data. */
export const defineCommands = <const D extends CommandDefinitions>(definitions: D): D => definitions;

export type CommandOf<D extends CommandDefinitions> = {
  [T in Extract<keyof D, string>]: { readonly type: T; readonly data: z.output<D[T]> };
}[Extract<keyof D, string>];

export interface AnyCommand {
  readonly type: string;
  readonly data: JsonObject;
}

/** How a command came to the office: `counter`, `app`, `hospital` … (the platform’s dcla_souc). */
export type Channel = string;

/** Who acts. `system` is a timer, a consumer or a process manager. */
export interface Actor {
  readonly accountId: string;
  readonly kind: 'person' | 'machine' | 'system';
  readonly grants: readonly Grant[];
  /** The account in whose name a machine acts, when it says so. */
  readonly onBehalfOf?: string;
}

/** A role over a node of the insurance-area tree; it covers the node and everything below. */
export interface Grant {
  readonly role: string;
  /** Insurance-area code; `000000` is the nation. */
  readonly area: string;
}

/** What every command carries besides its own data. */
export interface CommandEnvelope {
  readonly actor: Actor;
  readonly channel: Channel;
  readonly correlationId: string;
  /** Id of the event or message that led to this command. */
  readonly causationId?: string;
  /** `Idempotency-Key`, or the deterministic key of a consumer, process manager or timer. */
  readonly requestKey?: string;
  /** Keyed digest of the request body, to tell a repeat from another request with the same key. */
  readonly bodyDigest?: string;
  /** `If-Match`: the revision that the caller saw. */
  readonly expectedRevision?: number;
}

/** What an accepted command answers; kept with the request, so it holds no personal data. */
export interface CommandResult {
  readonly id: string;
  /** The stream's revision after the command; the HTTP `ETag`. */
  readonly revision: number;
  /** Opaque; a query may ask to wait for it. */
  readonly position: string;
}

/** What a decision may know besides command and state. */
export interface DecisionContext {
  readonly now: Instant;
  /** The day it is in China. */
  readonly today: string;
  readonly actor: Actor;
  readonly channel: Channel;
  /** A new random id; the only one a decision may use. */
  readonly newId: () => string;
}
