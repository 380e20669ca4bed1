import type { Findings } from './finding';
import { type CheckedRecord, placeOf } from './log-record';

/** Positions grow; in an engine without gaps they grow by one. */
export class PositionCheck {
  private last: bigint | undefined;
  private firstEmpty: bigint | undefined;
  private empty = 0n;

  constructor(
    private readonly gapless: boolean,
    private readonly findings: Findings,
  ) {}

  check(record: CheckedRecord): void {
    const { last } = this;
    const { position } = record;
    this.last = position;
    if (last === undefined) return;
    if (position <= last) this.findings.add('order', placeOf(record), `${last} ≥ ${position}`);
    if (!this.gapless || position <= last + 1n) return;
    this.firstEmpty ??= last + 1n;
    this.empty += position - last - 1n;
  }

  finish(): void {
    if (this.firstEmpty !== undefined)
      this.findings.add('position-gap', { position: this.firstEmpty }, String(this.empty));
  }
}
