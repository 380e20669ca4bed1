import { hkdfSync } from 'node:crypto';
import type { HashAlgorithm } from './hash-algorithm';

/**
 * Bytes for one use, derived from a stored key (HKDF, RFC 5869), so that no two algorithms share a key. Kept only as
 * long as the key store holds the key itself: a destroyed key takes what was derived from it along.
 */
export function derivation(
  algorithm: HashAlgorithm,
  use: string,
  length: number,
): (key: Uint8Array) => Uint8Array {
  const known = new WeakMap<Uint8Array, Uint8Array>();
  return (key) => {
    const found = known.get(key);
    if (found) return found;
    const derived = new Uint8Array(hkdfSync(algorithm, key, new Uint8Array(0), use, length));
    known.set(key, derived);
    return derived;
  };
}
