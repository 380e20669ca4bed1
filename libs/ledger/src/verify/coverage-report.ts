import type { Leaf } from '../checkpoints/leaf';
import { type ChainCheck, rangeText } from './chain-check';
import type { Findings } from './finding';
import { type CheckedRecord, placeOf } from './log-record';

interface CoveredLeaf extends Leaf {
  readonly index: number;
}

interface Difference {
  readonly leaf: CoveredLeaf;
  readonly record: CheckedRecord;
}

interface WithoutPartner {
  readonly chain: ChainCheck;
  readonly trustedSize: number;
  readonly leafCount: number;
  readonly leavesWaiting: readonly CoveredLeaf[];
  readonly recordsWaiting: readonly CheckedRecord[];
}

/** Puts into words how the log and the leaves of its checkpoints differ. */
export class CoverageReport {
  private readonly differences: Difference[] = [];
  private readonly displaced: Difference[] = [];

  constructor(private readonly findings: Findings) {}

  /** Notes an event whose hash is not that of its leaf. */
  differs(leaf: CoveredLeaf, record: CheckedRecord): void {
    this.differences.push({ leaf, record });
  }

  /** Notes an event that stands elsewhere than its leaf, next to others. */
  moved(leaf: CoveredLeaf, record: CheckedRecord): void {
    this.displaced.push({ leaf, record });
  }

  finish(rest: WithoutPartner): void {
    this.reportDisplaced(rest.trustedSize);
    this.reportDifferences(rest.trustedSize);
    this.reportMissing(rest);
    const damaged = rest.trustedSize < rest.leafCount;
    for (const record of rest.recordsWaiting) {
      this.findings.add(damaged ? 'leaf-differs' : 'inserted', placeOf(record), 'leaf: none');
    }
  }

  private reportDisplaced(trustedSize: number): void {
    for (const { leaf, record } of this.displaced) {
      const number = leaf.index + 1;
      const text = `检查点中为第 ${number} 个 / the checkpoint has it as number ${number}`;
      this.findings.add(leaf.index < trustedSize ? 'order' : 'leaf-differs', placeOf(record), text);
    }
  }

  /** An event that bears the hash of another one's leaf was moved; one whose leaf is in doubt accuses nobody. */
  private reportDifferences(trustedSize: number): void {
    const byHash = new Map(this.differences.map(({ leaf }) => [leaf.hash, leaf]));
    const rewritten: CheckedRecord[] = [];
    for (const { leaf, record } of this.differences) {
      const origin = byHash.get(record.stated ?? '');
      if (origin) {
        const from = `${origin.stream}@${origin.revision}`;
        this.findings.add('order', placeOf(record), `原为 ${from} / it was recorded as ${from}`);
      } else if (leaf.index >= trustedSize) {
        this.findings.add('leaf-differs', placeOf(record), `leaf: ${leaf.hash}`);
      } else {
        rewritten.push(record);
      }
    }
    for (const records of byStream(rewritten).values()) {
      const first = records.reduce((a, b) => (b.revision < a.revision ? b : a));
      this.findings.add('rewritten', placeOf(first), records.length);
    }
  }

  private reportMissing({ chain, trustedSize, leafCount, leavesWaiting }: WithoutPartner): void {
    const missing = leavesWaiting.filter(({ stream, revision }) => !chain.isMissing(stream, revision));
    const certain = missing.filter(({ index }) => index < trustedSize);
    for (const { stream, revision, index } of missing) {
      if (index >= trustedSize) this.findings.add('leaf-differs', { stream, revision }, 'event: none');
    }
    const isTail =
      leavesWaiting.length > 0 &&
      leavesWaiting.every(({ index }) => index >= leafCount - leavesWaiting.length);
    if (isTail && certain.length > 0) this.findings.add('log-cut', {}, leavesWaiting.length);
    for (const [stream, leaves] of byStream(certain)) {
      const revisions = leaves.map(({ revision }) => revision);
      const [from, to] = [Math.min(...revisions), Math.max(...revisions)];
      if (chain.lastRevision(stream) === undefined)
        this.findings.add('stream-deleted', { stream }, leaves.length);
      else this.findings.add('tail-cut', { stream, revision: from }, rangeText(from, to));
    }
  }
}

function byStream<T extends { readonly stream: string }>(items: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.stream);
    if (group) group.push(item);
    else groups.set(item.stream, [item]);
  }
  return groups;
}
