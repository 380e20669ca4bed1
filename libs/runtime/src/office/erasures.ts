import {
  type EventStore,
  type KeyStore,
  type LogFeed,
  PositionWaiters,
  type ReadModel,
  type ReadModels,
  type Subscription,
} from '@anjuan/event-sourcing';

/** Which event says that a person is erased, and which keys protect what is known of him or her. */
export interface ErasureRule {
  readonly category: string;
  readonly eventType: string;
  readonly keyIds: (data: Readonly<Record<string, unknown>>) => readonly string[];
}

export interface ErasureTools {
  readonly store: EventStore;
  readonly feed: LogFeed;
  readonly keys: KeyStore;
  readonly models: ReadModels;
  readonly checkpoint: ReadModel;
  /** Resolves when every read model shows what was recorded up to a position. */
  readonly shown: (position: bigint) => Promise<void>;
}

/**
 * Carries out erasures: destroys the keys, and when the read models have blanked their rows, rewrites their files. Follows the
 * log from a checkpoint, so that a crash, a restore or a lost read model only makes it destroy again what is destroyed.
 */
export class Erasures {
  private subscription: Subscription | undefined;
  private readonly waiters = new PositionWaiters();

  constructor(
    private readonly rules: readonly ErasureRule[],
    private readonly tools: ErasureTools,
  ) {}

  async start(): Promise<void> {
    const { store, feed, keys, models, checkpoint, shown } = this.tools;
    const categories = [...new Set(this.rules.map(({ category }) => category))];
    const after = await checkpoint.checkpoint();
    this.waiters.advance(after);
    if (this.rules.length === 0) return;
    await new Promise<void>((resolve, reject) => {
      this.subscription = store.subscribe(
        { after, categories },
        {
          onBatch: async (events, position) => {
            const erased = events
              .flatMap((stored) => feed.items({ categories, topics: [] }, stored))
              .flatMap((item) => (item.kind === 'event' ? this.keysOf(item.meta.stream, item.event) : []));
            if (erased.length > 0) {
              await keys.destroy(erased);
              await shown(position);
              await models.purge();
            }
            await checkpoint.apply([], position);
            this.waiters.advance(position);
          },
          onCaughtUp: () => resolve(),
          onError: reject,
        },
      );
    });
  }

  /** Waits until erasures up to a position were carried out. @returns false when the time ran out, or none is carried out any more */
  reached(position: bigint, timeoutMs: number): Promise<boolean> {
    return this.rules.length === 0 ? Promise.resolve(true) : this.waiters.reached(position, timeoutMs);
  }

  async stop(): Promise<void> {
    await this.subscription?.stop();
    this.waiters.end();
  }

  private keysOf(
    stream: string,
    event: { type: string; data: Readonly<Record<string, unknown>> },
  ): readonly string[] {
    return this.rules
      .filter(({ category, eventType }) => stream.startsWith(`${category}-`) && eventType === event.type)
      .flatMap(({ keyIds }) => keyIds(event.data));
  }
}
