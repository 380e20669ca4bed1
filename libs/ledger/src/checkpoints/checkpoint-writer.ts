import type { Clock } from '@anjuan/event-sourcing';
import type { Checkpoint } from './checkpoint';
import type { CheckpointLog } from './checkpoint-log';

const MINUTE = 60_000;

export interface CheckpointWriterOptions {
  readonly log: CheckpointLog;
  readonly clock: Clock;
  /** Told of every attempt that failed; the next one comes all the same. */
  readonly onError: (error: unknown) => void;
}

/** Takes a checkpoint at most every minute while there is something new. Started and stopped by whoever owns the log. */
export class CheckpointWriter {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly options: CheckpointWriterOptions) {}

  /** Covers at once what came before, then looks every minute. */
  start(): void {
    if (this.timer) return;
    this.attempt(() => this.takeIfDue());
    this.timer = setInterval(() => this.attempt(() => this.takeIfDue()), MINUTE);
    this.timer.unref();
  }

  /** Ends the timer and covers what is left, while the store is still open. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.timer = undefined;
    this.attempt(() => this.options.log.takeCheckpoint());
    await this.running;
  }

  /** A checkpoint, unless nothing is new or the last one is less than a minute old by the clock. */
  async takeIfDue(): Promise<Checkpoint | undefined> {
    const { log, clock } = this.options;
    const age = log.last ? Date.parse(clock.now()) - Date.parse(log.last.signedAt) : MINUTE;
    return age >= 0 && age < MINUTE ? undefined : log.takeCheckpoint();
  }

  private attempt(take: () => Promise<unknown>): void {
    this.running = this.running
      .then(take)
      .then(() => undefined)
      .catch(this.options.onError);
  }
}
