import type { EventMeta } from './event-log';
import type { EventStore, Subscription } from './event-store.port';
import type { FeedItem, LogFeed } from './log-feed';
import { PositionWaiters } from './position-waiters';
import { type ProjectEvent, type Projection, type RowUpdate, unchanged } from './projection';
import type { ReadModel, Row, RowChange } from './read-models.port';
import type { StoredEvent } from './stored-event';

type AnyUpdate = RowUpdate<Row, { data: unknown }>;

/** Rows changed by the batch so far, over the rows of the read model. */
class RowBuffer {
  private readonly rows = new Map<string, Row | undefined>();
  private readonly changed = new Set<string>();

  constructor(private readonly model: ReadModel) {}

  async get(id: string): Promise<Row | undefined> {
    if (!this.rows.has(id)) this.rows.set(id, await this.model.get(id));
    return this.rows.get(id);
  }

  async preload(ids: readonly string[]): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.rows.has(id));
    if (missing.length === 0) return;
    const found = await this.model.getMany(missing);
    for (const id of missing) this.rows.set(id, found.get(id));
  }

  set(id: string, row: Row | undefined): void {
    this.rows.set(id, row);
    this.changed.add(id);
  }

  changes(): readonly RowChange[] {
    return [...this.changed].map((id) => ({ id, row: this.rows.get(id) }));
  }
}

/** Applies a projection to stored events; the live one and a rebuild use the same code. */
export class ProjectionApplier {
  private readonly updates = new Map<string, AnyUpdate>();
  readonly categories: readonly string[];
  private readonly wish: { categories: readonly string[]; topics: readonly string[] };

  constructor(
    projection: Projection,
    private readonly feed: LogFeed,
  ) {
    this.wish = {
      categories: projection.categories.map(({ category }) => category),
      topics: projection.topics.map(({ topic }) => topic),
    };
    this.categories = feed.categoriesOf(this.wish);
    for (const { category, on } of projection.categories) {
      for (const [type, rule] of Object.entries(
        on as unknown as Record<string, ProjectEvent<Row, { data: unknown }>>,
      )) {
        if (rule !== unchanged) this.updates.set(`event ${category} ${type}`, rule as AnyUpdate);
      }
    }
    for (const { topic, on } of projection.topics) {
      for (const [type, rule] of Object.entries(on))
        this.updates.set(`message ${topic} ${type}`, rule as AnyUpdate);
    }
  }

  /** Brings a read model from its checkpoint to `position` with the events between. */
  async apply(model: ReadModel, stored: readonly StoredEvent[], position: bigint): Promise<void> {
    const steps = stored
      .flatMap((event) => this.feed.items(this.wish, event))
      .flatMap((item) => this.stepOf(item));
    let buffer = new RowBuffer(model);
    await buffer.preload(steps.flatMap(({ target }) => (typeof target === 'string' ? [target] : [])));
    for (const { update, target, data, meta } of steps) {
      let ids: readonly string[];
      if (typeof target === 'string') ids = [target];
      else if ('where' in target) {
        // A filter sees what is stored, so what this batch changed is stored first; the checkpoint stays behind it.
        await model.apply(buffer.changes(), await model.checkpoint());
        buffer = new RowBuffer(model);
        ids = await model.idsWhere(target.where);
      } else ids = target;
      for (const id of ids) buffer.set(id, update(await buffer.get(id), data, meta, id));
    }
    await model.apply(buffer.changes(), position);
  }

  private stepOf(item: FeedItem) {
    const { key, data, meta } = describe(item);
    const update = this.updates.get(key);
    if (!update) return [];
    return [{ update: update.update, target: update.target({ ...data }, meta), data: { ...data }, meta }];
  }
}

function describe(item: FeedItem): { key: string; data: Row; meta: EventMeta } {
  if (item.kind === 'event') {
    const { event, meta } = item;
    return {
      key: `event ${meta.stream.slice(0, meta.stream.indexOf('-'))} ${event.type}`,
      data: event.data,
      meta,
    };
  }
  const { message, position } = item;
  const meta: EventMeta = {
    id: message.id,
    stream: message.topic,
    streamId: message.key,
    revision: -1,
    position,
    recordedAt: message.metadata.recordedAt ?? '',
    effectiveOn: message.metadata.effectiveOn ?? '',
    actorId: '',
    metadata: message.metadata,
  };
  return { key: `message ${message.topic} ${message.type}`, data: message.data, meta };
}

/** Keeps one read model up to date with the log: a checkpointed subscription. */
export class ProjectionRunner {
  private subscription: Subscription | undefined;
  private readonly applier: ProjectionApplier;
  private readonly waiters = new PositionWaiters();
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

  /** Starts from the checkpoint; resolves when the read model has caught up for the first time. */
  async start(): Promise<void> {
    const after = await this.model.checkpoint();
    this.waiters.advance(after);
    await new Promise<void>((resolve, reject) => {
      this.subscription = this.store.subscribe(
        { after, categories: this.applier.categories, batchSize: 500 },
        {
          onBatch: async (events, position) => {
            // Nothing of ours in this stretch: the stored checkpoint may stay behind, it only costs reading again.
            if (events.length > 0) await this.applier.apply(this.model, events, position);
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
