import type { HashAlgorithm } from '../crypto/hash-algorithm';
import { emptyRoot, leafHash, nodeHash } from './merkle-hash';

/**
 * The root of a growing list in logarithmic memory: the roots of the full subtrees of RFC 6962, from left to right, one
 * for each bit that is set in the number of leaves.
 */
export class CompactRange {
  private constructor(
    readonly algorithm: HashAlgorithm,
    private count: number,
    private readonly peaks: Buffer[],
  ) {}

  static empty(algorithm: HashAlgorithm): CompactRange {
    return new CompactRange(algorithm, 0, []);
  }

  /** Undefined when the number of peaks does not fit the size. */
  static restore(algorithm: HashAlgorithm, size: number, peaks: readonly string[]): CompactRange | undefined {
    const ones = size.toString(2).replaceAll('0', '').length;
    if (!Number.isSafeInteger(size) || size < 0 || peaks.length !== ones) return undefined;
    return new CompactRange(
      algorithm,
      size,
      peaks.map((peak) => Buffer.from(peak, 'hex')),
    );
  }

  get size(): number {
    return this.count;
  }

  append(leaf: string | Uint8Array): void {
    let hash = leafHash(this.algorithm, leaf);
    for (let rest = this.count; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      hash = nodeHash(this.algorithm, this.peaks.pop() ?? hash, hash);
    }
    this.peaks.push(hash);
    this.count += 1;
  }

  /** 64 hex digits. */
  root(): string {
    const root = this.peaks.reduceRight<Buffer | undefined>(
      (right, left) => (right ? nodeHash(this.algorithm, left, right) : left),
      undefined,
    );
    return (root ?? emptyRoot(this.algorithm)).toString('hex');
  }

  /** What `restore` takes, 64 hex digits each. */
  toPeaks(): readonly string[] {
    return this.peaks.map((peak) => peak.toString('hex'));
  }
}
