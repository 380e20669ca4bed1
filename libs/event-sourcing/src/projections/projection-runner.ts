import type { StoredEvent } from '../events/stored-event';
import type { EventStore, Subscription } from '../ports/event-store.port';
import type { ReadModel } from '../ports/read-models.port';
import type { LogFeed } from '../reactions/log-feed';
import { PositionWaiters } from './position-waiters';
import type { Projection } from './projection';
import { ProjectionApplier } from './projection-applier';

/** Keeps one read model up to date with the log: a checkpointed subscription. */
export class ProjectionRunner {
  private subscription: Subscription | undefined;
  private readonly applier: ProjectionApplier;
  private readonly waiters = new PositionWaiters();
  private lastChange = -1n;
  /** Why the projection stopped, if it did; reads go on from what it has. */
  failure: unknown;

  constructor(
    readonly projection: Projection,
    private model: ReadModel,
    private readonly store: EventStore,
    feed: LogFeed,
    private readonly onAdvance: (position: bigint, events: readonly StoredEvent[]) => void = () => {},
  ) {
    this.applier = new ProjectionApplier(projection, feed);
  }

  get readModel(): ReadModel {
    return this.model;
  }

  /** The read model is of another version than the projection: it is only read, until a rebuild replaces it. */
  get isOutdated(): boolean {
    return this.model.definition.version !== this.projection.version;
  }

  /**
   * Starts from the checkpoint, unless it runs; resolves when the read model has caught up for the first time. An outdated
   * one follows nothing.
   */
  async start(): Promise<void> {
    if (this.subscription || this.isOutdated) return;
    this.failure = undefined;
    const after = await this.model.checkpoint();
    this.waiters.advance(after);
    await new Promise<void>((resolve, reject) => {
      this.subscription = this.store.subscribe(
        { after, categories: this.applier.categories, batchSize: 500 },
        {
          onBatch: async (events, position) => {
            // Nothing of ours in this stretch: the stored checkpoint may stay behind, it only costs reading again.
            if (events.length > 0) {
              await this.applier.apply(this.model, events, position);
              this.lastChange = position;
            }
            this.waiters.advance(position);
            this.onAdvance(position, events);
          },
          onCaughtUp: () => resolve(),
          onError: (error) => {
            this.failure = error;
            reject(error);
          },
        },
      );
    });
  }

  /** Position of the newest events that this read model took in; the same as long as its rows are the same. */
  get changedAt(): bigint {
    return this.lastChange;
  }

  /** Waits until the read model reflects a position. @returns false when the time ran out */
  reached(position: bigint, timeoutMs: number): Promise<boolean> {
    return this.waiters.reached(position, timeoutMs);
  }

  get position(): bigint {
    return this.waiters.position;
  }

  async stop(): Promise<void> {
    await this.subscription?.stop();
    this.subscription = undefined;
  }

  /** Goes on with another version of the rows, from that one's checkpoint. */
  async switchTo(model: ReadModel): Promise<void> {
    await this.stop();
    this.model = model;
    await this.start();
  }
}
