import { NO_PREVIOUS_HASH } from '../sealing/event-hash';
import type { Findings } from './finding';
import { type CheckedRecord, placeOf } from './log-record';

/** The newest event of a stream; both hashes are kept, so that one changed event is not blamed on the next. */
interface Head {
  readonly revision: number;
  readonly stated: string | undefined;
  readonly computed: string | undefined;
}

const NEW_STREAM: Head = { revision: -1, stated: NO_PREVIOUS_HASH, computed: NO_PREVIOUS_HASH };

interface Gap {
  readonly from: number;
  readonly to: number;
}

/** Follows the hash chain of every stream, in memory for the heads alone. */
export class ChainCheck {
  private readonly heads = new Map<string, Head>();
  private readonly gaps = new Map<string, readonly Gap[]>();

  constructor(private readonly findings: Findings) {}

  get streams(): number {
    return this.heads.size;
  }

  /** The newest revision of a stream, undefined when the log has no event of it. */
  lastRevision(stream: string): number | undefined {
    return this.heads.get(stream)?.revision;
  }

  /** True for a revision that was skipped, whether or not it was reported yet. */
  isMissing(stream: string, revision: number): boolean {
    return this.gaps.get(stream)?.some((gap) => gap.from <= revision && revision <= gap.to) ?? false;
  }

  /** A record that is changed and stands in the wrong place may name a stream or revision that is not its own. */
  check(record: CheckedRecord): void {
    const { stream, revision, stated, computed } = record;
    const head = this.heads.get(stream) ?? NEW_STREAM;
    const next = head.revision + 1;
    if (revision !== next && (stated === undefined || stated !== computed)) return;
    if (revision < next) {
      this.checkLate(record, head.revision);
      return;
    }
    if (revision > next) this.addGap(stream, { from: next, to: revision - 1 });
    else this.checkLink(record, head);
    this.heads.set(stream, { revision, stated, computed });
  }

  /** Reports what is missing between the events that are there. */
  finish(): void {
    for (const [stream, gaps] of this.gaps) {
      for (const { from, to } of gaps)
        this.findings.add('gap', { stream, revision: from }, rangeText(from, to));
    }
  }

  private checkLink(record: CheckedRecord, head: Head): void {
    const { previousHash, stated, computed } = record;
    if (previousHash === undefined || head.stated === undefined || stated !== computed) return;
    if (previousHash !== head.stated && previousHash !== head.computed)
      this.findings.add('chain-broken', placeOf(record));
  }

  private checkLate(record: CheckedRecord, last: number): void {
    const { stream, revision } = record;
    if (!this.isMissing(stream, revision)) {
      this.findings.add('duplicate', placeOf(record));
      return;
    }
    this.findings.add(
      'order',
      placeOf(record),
      `它排在修订号 ${last} 之后 / it stands after revision ${last}`,
    );
    const rest = (this.gaps.get(stream) ?? []).flatMap(({ from, to }) =>
      from <= revision && revision <= to
        ? [
            { from, to: revision - 1 },
            { from: revision + 1, to },
          ].filter((gap) => gap.from <= gap.to)
        : [{ from, to }],
    );
    this.gaps.set(stream, rest);
  }

  private addGap(stream: string, gap: Gap): void {
    this.gaps.set(stream, [...(this.gaps.get(stream) ?? []), gap]);
  }
}

export const rangeText = (from: number, to: number): string => (from === to ? String(from) : `${from}–${to}`);
