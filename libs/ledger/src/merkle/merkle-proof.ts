import type { HashAlgorithm } from '../crypto/hash-algorithm';
import { leafHash, nodeHash } from './merkle-hash';

/** A leaf, where it is said to stand, and the audit path that leads from it to the root. */
export interface Inclusion {
  readonly leaf: string | Uint8Array;
  readonly index: number;
  readonly size: number;
  readonly proof: readonly string[];
  readonly root: string;
}

/** True when the leaf is in the tree with this root (RFC 9162, 2.1.3.2). Needs nothing but its arguments: works offline. */
export function verifyInclusion(algorithm: HashAlgorithm, inclusion: Inclusion): boolean {
  const { leaf, index, size, proof, root } = inclusion;
  if (!(index >= 0 && index < size)) return false;
  let [position, last] = [index, size - 1];
  let hash = leafHash(algorithm, leaf);
  for (const step of proof) {
    if (last === 0) return false;
    const sibling = Buffer.from(step, 'hex');
    if (position % 2 === 1 || position === last) {
      hash = nodeHash(algorithm, sibling, hash);
      [position, last] = dropZeros(position, last);
    } else {
      hash = nodeHash(algorithm, hash, sibling);
    }
    [position, last] = [half(position), half(last)];
  }
  return last === 0 && hash.toString('hex') === root;
}

/** Two roots of one list, before and after it grew. */
export interface Consistency {
  readonly first: number;
  readonly second: number;
  readonly firstRoot: string;
  readonly secondRoot: string;
  readonly proof: readonly string[];
}

/** True when the first tree is the beginning of the second (RFC 9162, 2.1.4.2): nothing was rewritten between. */
export function verifyConsistency(algorithm: HashAlgorithm, consistency: Consistency): boolean {
  const { first, second, firstRoot, secondRoot } = consistency;
  if (first === second) return consistency.proof.length === 0 && firstRoot === secondRoot;
  if (!(first > 0 && first < second)) return false;
  const proof = Number.isInteger(Math.log2(first))
    ? [firstRoot, ...consistency.proof]
    : [...consistency.proof];
  const [start, ...steps] = proof.map((step) => Buffer.from(step, 'hex'));
  if (!start) return false;
  let [position, last] = dropOnes(first - 1, second - 1);
  let before: Buffer = start;
  let after: Buffer = start;
  for (const step of steps) {
    if (last === 0) return false;
    if (position % 2 === 1 || position === last) {
      before = nodeHash(algorithm, step, before);
      after = nodeHash(algorithm, step, after);
      [position, last] = dropZeros(position, last);
    } else {
      after = nodeHash(algorithm, after, step);
    }
    [position, last] = [half(position), half(last)];
  }
  return last === 0 && before.toString('hex') === firstRoot && after.toString('hex') === secondRoot;
}

const half = (value: number): number => Math.floor(value / 2);

/** Climbs while a node has no right sibling, as far as the bit that says it is one itself. */
function dropZeros(position: number, last: number): [number, number] {
  if (position % 2 === 1 || position === 0) return [position, last];
  return dropZeros(half(position), half(last));
}

function dropOnes(position: number, last: number): [number, number] {
  return position % 2 === 1 ? dropOnes(half(position), half(last)) : [position, last];
}
