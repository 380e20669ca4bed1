import {
  type ProjectionRunner,
  type RebuildReport,
  type RebuildTools,
  rebuild,
} from '@anjuan/event-sourcing';

/** Rebuilds of read models, one after the other: asked for, or because a release changed a projection. */
export class Replays {
  private last: Promise<unknown> = Promise.resolve();
  private readonly ending = new AbortController();

  constructor(
    private readonly runners: ReadonlyMap<string, ProjectionRunner>,
    private readonly tools: RebuildTools,
    private readonly onFailure: (name: string, error: unknown) => void,
  ) {}

  /** Rebuilds beside the live ones, compares, and swaps if asked; reads go on. */
  run(options: { swap: boolean; only?: readonly string[] }): Promise<readonly RebuildReport[]> {
    const turn = this.last.then(() => this.rebuildAll(options));
    this.last = turn.catch(() => {});
    return turn;
  }

  /** Replaces what is of another version than its projection, of these read models. @throws when one cannot be rebuilt */
  async renew(names: readonly string[]): Promise<void> {
    const only = names.filter((name) => this.runners.get(name)?.isOutdated);
    if (only.length > 0) await this.run({ swap: true, only });
  }

  /** The same for all of them; one that fails goes on serving its older version, and says so in its health. */
  async renewInBackground(): Promise<void> {
    for (const [name, runner] of this.runners) {
      await this.renew([name]).catch((error: unknown) => {
        if (this.ending.signal.aborted) return;
        runner.failure = error;
        this.onFailure(name, error);
      });
    }
  }

  /** Ends the rebuild that runs; what it filled is dropped. */
  async stop(): Promise<void> {
    this.ending.abort();
    await this.last;
  }

  private async rebuildAll({ swap, only }: { swap: boolean; only?: readonly string[] }) {
    const reports: RebuildReport[] = [];
    const { signal } = this.ending;
    for (const [name, runner] of this.runners) {
      if (only && !only.includes(name)) continue;
      reports.push(await rebuild(runner, this.tools, { swap, signal }));
    }
    return reports;
  }
}
