import type { JsonObject } from '../values/json';

/**
 * What sort of refusal it is; the edge turns it into a status. `invalid`: the input breaks a rule;
 * `conflict`: the state does not allow it; `stale`: the caller saw an older revision.
 */
export type RejectionKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'stale'
  | 'precondition-required'
  | 'too-large'
  | 'unsupported-type'
  | 'too-many'
  | 'unavailable';

/** One entry of a rejection catalogue: what happened, and what the person can do next, in both languages. */
export interface RejectionText {
  readonly kind: RejectionKind;
  readonly zh: string;
  readonly en: string;
  readonly nextZh: string;
  readonly nextEn: string;
}

export type RejectionCatalogue = Readonly<Record<string, RejectionText>>;

/** A rule said no. `code` is stable and documented; `details` holds no personal data. */
export class Rejected extends Error {
  constructor(
    readonly code: string,
    readonly details: JsonObject = {},
  ) {
    super(code);
  }
}

/**
 * Declares the codes a domain may reject with.
 * @returns the catalogue and a `reject` that takes only its codes and always throws.
 */
export function defineRejections<const C extends RejectionCatalogue>(catalogue: C) {
  const reject = (code: Extract<keyof C, string>, details?: JsonObject): never => {
    throw new Rejected(code, details);
  };
  return { catalogue, reject };
}
