import type { HashAlgorithm } from '../crypto/hash-algorithm';
import { emptyRoot, leafHash, nodeHash } from './merkle-hash';

/** The largest power of two below a size of two or more: where RFC 6962 splits a list. */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/**
 * All leaves of a Merkle tree (RFC 6962, 2.1) with its full subtrees kept, so that a proof takes a logarithmic number
 * of hashes. For proving; whoever only needs the root takes `CompactRange`. About 64 bytes and an object a leaf.
 */
export class MerkleTree {
  /** `levels[n][i]` is the root of the full subtree of 2^n leaves that begins at leaf i·2^n. */
  private readonly levels: Buffer[][] = [[]];

  constructor(readonly algorithm: HashAlgorithm) {}

  get size(): number {
    return this.levels[0]?.length ?? 0;
  }

  append(leaf: string | Uint8Array): void {
    let hash = leafHash(this.algorithm, leaf);
    for (let level = 0; ; level++) {
      const row = this.levels[level] ?? [];
      this.levels[level] = row;
      row.push(hash);
      const left = row.at(-2);
      if (row.length % 2 === 1 || !left) return;
      hash = nodeHash(this.algorithm, left, hash);
    }
  }

  /** The root of the first `size` leaves, 64 hex digits. */
  root(size = this.size): string {
    this.requireSize(size);
    return (size === 0 ? emptyRoot(this.algorithm) : this.subtree(0, size)).toString('hex');
  }

  /** The audit path of a leaf (RFC 6962, 2.1.1) in the tree of the first `size` leaves, from the leaf up. */
  inclusionProof(index: number, size = this.size): readonly string[] {
    this.requireSize(size);
    if (!(Number.isInteger(index) && index >= 0 && index < size))
      throw new RangeError(`no leaf ${index} of ${size}`);
    return this.path(index, 0, size).map((hash) => hash.toString('hex'));
  }

  /** The proof that the tree of `first` leaves is the beginning of that of `second` leaves (RFC 6962, 2.1.2). */
  consistencyProof(first: number, second = this.size): readonly string[] {
    this.requireSize(second);
    if (!(Number.isInteger(first) && first > 0 && first <= second)) {
      throw new RangeError(`no consistency from ${first} to ${second} leaves`);
    }
    return this.subproof(first, 0, second, true).map((hash) => hash.toString('hex'));
  }

  private requireSize(size: number): void {
    if (!(Number.isInteger(size) && size >= 0 && size <= this.size)) {
      throw new RangeError(`the tree has ${this.size} leaves, not ${size}`);
    }
  }

  private subtree(start: number, size: number): Buffer {
    const level = Math.log2(size);
    const full = Number.isInteger(level) ? this.levels[level]?.[start / size] : undefined;
    if (full) return full;
    const split = splitOf(size);
    return nodeHash(this.algorithm, this.subtree(start, split), this.subtree(start + split, size - split));
  }

  private path(index: number, start: number, size: number): Buffer[] {
    if (size === 1) return [];
    const split = splitOf(size);
    return index < split
      ? [...this.path(index, start, split), this.subtree(start + split, size - split)]
      : [...this.path(index - split, start + split, size - split), this.subtree(start, split)];
  }

  private subproof(first: number, start: number, size: number, whole: boolean): Buffer[] {
    if (first === size) return whole ? [] : [this.subtree(start, size)];
    const split = splitOf(size);
    return first <= split
      ? [...this.subproof(first, start, split, whole), this.subtree(start + split, size - split)]
      : [...this.subproof(first - split, start + split, size - split, false), this.subtree(start, split)];
  }
}
