import type { JsonObject, Metadata } from '@anjuan/event-sourcing';
import { canonicalJson } from '../crypto/canonical-json';
import { digest, type HashAlgorithm } from '../crypto/hash-algorithm';

/** What the hash of an event covers; not its global position, which the server assigns. */
export interface HashedEvent {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly data: JsonObject;
  readonly metadata: Metadata;
}

/** What the first event of a stream names as the hash before it. */
export const NO_PREVIOUS_HASH = '0'.repeat(64);

/**
 * The link of the hash chain: a digest of the canonical JSON of the event as it is stored (ciphertext, previous hash
 * and the name of the algorithm included, only `hash` itself left out).
 * @returns 64 hex digits
 */
export function eventHash(algorithm: HashAlgorithm, event: HashedEvent): string {
  const { stream, revision, id, type, data } = event;
  const { hash, ...metadata } = event.metadata;
  return digest(algorithm, canonicalJson({ stream, revision, id, type, data, metadata })).toString('hex');
}
