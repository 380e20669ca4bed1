import type { Leaf } from '../checkpoints/leaf';
import type { ChainCheck } from './chain-check';
import { CoverageReport } from './coverage-report';
import type { Findings } from './finding';
import type { CheckedRecord } from './log-record';
import type { SignedLeaves } from './signed-leaves';

interface CoveredLeaf extends Leaf {
  readonly index: number;
}

interface CoveredRecord extends CheckedRecord {
  readonly ordinal: number;
}

const keyOf = ({ stream, revision }: { stream: string; revision: number }): string => `${revision} ${stream}`;

/**
 * Compares the events of the log with the leaves that checkpoints cover, both in their order. Leaves and events that have no
 * partner yet wait, so memory grows with what is wrong, not with the log.
 */
export class CoverageCheck {
  private readonly leavesWaiting = new Map<string, CoveredLeaf>();
  private readonly recordsWaiting = new Map<string, CoveredRecord>();
  private readonly report: CoverageReport;
  private leafCount = 0;
  private recordCount = 0;
  private highestLeaf = -1;
  private highestRecord = -1;
  private tail = 0;
  private tailStart: CheckedRecord | undefined;

  constructor(
    private readonly leaves: SignedLeaves,
    private readonly coveredPosition: bigint,
    findings: Findings,
  ) {
    this.report = new CoverageReport(findings);
  }

  /** Events that no checkpoint covers. */
  get tailNotCovered(): number {
    return this.tail;
  }

  get firstNotCovered(): CheckedRecord | undefined {
    return this.tailStart;
  }

  /** Takes the next event, and with it the next leaf. */
  async check(record: CheckedRecord): Promise<void> {
    const covered = { ...record, ordinal: this.recordCount++ };
    const leaf = await this.leaves.next();
    if (leaf === 'end' || !leaf) {
      if (!leaf) this.leafCount += 1;
      this.takeRecord(covered);
      return;
    }
    const numbered = { ...leaf, index: this.leafCount++ };
    if (leaf.stream === record.stream && leaf.revision === record.revision) {
      this.match(numbered, covered);
      return;
    }
    this.takeLeaf(numbered);
    this.takeRecord(covered);
  }

  /** Reads the leaves that are left and names everything that found no partner. */
  async finish(chain: ChainCheck): Promise<void> {
    for (let leaf = await this.leaves.next(); leaf !== 'end'; leaf = await this.leaves.next()) {
      if (leaf) this.takeLeaf({ ...leaf, index: this.leafCount });
      this.leafCount += 1;
    }
    this.report.finish({
      chain,
      trustedSize: this.leaves.trustedSize,
      leafCount: this.leafCount,
      leavesWaiting: [...this.leavesWaiting.values()],
      recordsWaiting: [...this.recordsWaiting.values()],
    });
  }

  private takeLeaf(leaf: CoveredLeaf): void {
    const key = keyOf(leaf);
    const record = this.recordsWaiting.get(key);
    if (record) {
      this.recordsWaiting.delete(key);
      this.match(leaf, record);
    } else {
      this.leavesWaiting.set(key, leaf);
    }
  }

  private takeRecord(record: CoveredRecord): void {
    const key = keyOf(record);
    const leaf = this.leavesWaiting.get(key);
    if (leaf) {
      this.leavesWaiting.delete(key);
      this.match(leaf, record);
    } else if (record.position <= this.coveredPosition) {
      this.recordsWaiting.set(key, record);
    } else {
      this.tail += 1;
      this.tailStart ??= record;
    }
  }

  /** Of two pairs whose order differs, one is completed last, and by then the other one is a bound. */
  private match(leaf: CoveredLeaf, record: CoveredRecord): void {
    if (record.ordinal < this.highestRecord || leaf.index < this.highestLeaf) this.report.moved(leaf, record);
    this.highestLeaf = Math.max(this.highestLeaf, leaf.index);
    this.highestRecord = Math.max(this.highestRecord, record.ordinal);
    const { stated, computed } = record;
    if (stated !== undefined && leaf.hash !== stated && leaf.hash !== computed)
      this.report.differs(leaf, record);
  }
}
