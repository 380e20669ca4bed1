import type { EventMeta } from '../events/event-log';
import { categoryOf, type StoredEvent } from '../events/stored-event';
import type { Message } from '../ports/message-bus.port';
import type { ReadModel, Row } from '../ports/read-models.port';
import type { LogFeed } from '../reactions/log-feed';
import { type ProjectEvent, type Projection, type RowUpdate, unchanged } from './projection';
import { RowBuffer } from './row-buffer';

type AnyUpdate = RowUpdate<Row, { data: unknown }>;
type Rules = ReadonlyMap<string, AnyUpdate>;

/** One rule that an event or a message brings into play. */
interface Step {
  readonly update: AnyUpdate;
  readonly target: ReturnType<AnyUpdate['target']>;
  readonly data: Row;
  readonly meta: EventMeta;
}

/** Applies a projection to stored events; the live one and a rebuild use the same code. */
export class ProjectionApplier {
  /** Categories whose events must be read for it. */
  readonly categories: readonly string[];
  private readonly topics: readonly string[];
  private readonly ofCategory: ReadonlyMap<string, Rules>;
  private readonly ofTopic: ReadonlyMap<string, Rules>;

  constructor(
    projection: Projection,
    private readonly feed: LogFeed,
  ) {
    this.ofCategory = new Map(projection.categories.map(({ category, on }) => [category, rulesOf(on)]));
    this.ofTopic = new Map(projection.topics.map(({ topic, on }) => [topic, rulesOf(on)]));
    this.topics = [...this.ofTopic.keys()];
    this.categories = feed.categoriesOf({ categories: [...this.ofCategory.keys()], topics: this.topics });
  }

  /** Brings a read model from its checkpoint to `position` with the events between. */
  async apply(model: ReadModel, stored: readonly StoredEvent[], position: bigint): Promise<void> {
    const buffer = new RowBuffer(model);
    await this.project(buffer, stored);
    await model.apply(buffer.take(), position);
  }

  /** Changes rows in a buffer, which the caller writes. */
  async project(buffer: RowBuffer, stored: readonly StoredEvent[]): Promise<void> {
    const steps = stored.flatMap((event) => this.stepsOf(event));
    await buffer.preload(steps.flatMap(({ target }) => (typeof target === 'string' ? [target] : [])));
    for (const { update, target, data, meta } of steps) {
      for (const id of await idsOf(buffer, target)) {
        buffer.set(id, update.update(await buffer.get(id), data, meta, id));
      }
    }
  }

  /** An event that changes nothing here is not even decrypted. */
  private stepsOf(stored: StoredEvent): readonly Step[] {
    const steps: Step[] = [];
    const ownRule = this.ofCategory.get(categoryOf(stored.stream))?.get(stored.type);
    if (ownRule) {
      const { event, meta } = this.feed.open(stored);
      steps.push(stepOf(ownRule, event.data, meta));
    }
    for (const message of this.feed.messages(this.topics, stored)) {
      const rule = this.ofTopic.get(message.topic)?.get(message.type);
      if (rule) steps.push(stepOf(rule, message.data, metaOf(message, stored.position)));
    }
    return steps;
  }
}

function rulesOf(on: object): Rules {
  const rules = Object.entries(on as Record<string, ProjectEvent<Row, { data: unknown }>>);
  return new Map(rules.flatMap(([type, rule]) => (rule === unchanged ? [] : [[type, rule]])));
}

const stepOf = (update: AnyUpdate, data: Row, meta: EventMeta): Step => ({
  update,
  target: update.target(data, meta),
  data,
  meta,
});

async function idsOf(buffer: RowBuffer, target: Step['target']): Promise<readonly string[]> {
  if (typeof target === 'string') return [target];
  return 'where' in target ? buffer.idsWhere(target.where) : target;
}

const metaOf = ({ id, topic, key, metadata }: Message, position: bigint): EventMeta => ({
  id,
  stream: topic,
  streamId: key,
  revision: -1,
  position,
  recordedAt: metadata.recordedAt ?? '',
  effectiveOn: metadata.effectiveOn ?? '',
  actorId: '',
  metadata,
});
