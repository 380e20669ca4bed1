import type { Clock, Instant } from '@anjuan/event-sourcing';

const DAY = 86_400_000;

/** The system's clock, moved by whole days when settings say so, or set to an instant while demo data is made. */
export class OfficeClock implements Clock {
  private fixed: number | undefined;

  constructor(private readonly shiftDays = 0) {}

  now(): Instant {
    return new Date(this.fixed ?? Date.now() + this.shiftDays * DAY).toISOString();
  }

  /** Stands still at an instant until set again. */
  standAt(instant: Instant): void {
    this.fixed = Date.parse(instant);
  }

  /** Runs with the system again. */
  release(): void {
    this.fixed = undefined;
  }
}
