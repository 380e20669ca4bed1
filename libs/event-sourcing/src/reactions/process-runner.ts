import type { AnyCommand } from '../decisions/command';
import { evolveWith } from '../decisions/decider';
import type { EventDefinitions } from '../events/event-definition';
import type { EventLog } from '../events/event-log';
import { streamName } from '../events/stored-event';
import { type EventStore, RevisionConflict, type Subscription } from '../ports/event-store.port';
import type { ReadModel } from '../ports/read-models.port';
import { PositionWaiters } from '../projections/position-waiters';
import type { FeedItem, LogFeed } from './log-feed';
import type { ProcessInput, ProcessManager } from './process-manager';
import { type OnRefused, type SendCommand, sendTolerant, systemEnvelope } from './reaction-runner';

/** What a process manager runs with. `checkpoint` is a read model without rows that keeps how far it came. */
export interface ProcessTools {
  readonly store: EventStore;
  readonly log: EventLog;
  readonly feed: LogFeed;
  readonly checkpoint: ReadModel;
  readonly send: SendCommand;
  readonly onRefused: OnRefused;
  readonly now: () => string;
}

const inputOf = (item: FeedItem): ProcessInput =>
  item.kind === 'event'
    ? { type: item.event.type, data: item.event.data, meta: item.meta }
    : {
        type: item.message.type,
        data: item.message.data,
        meta: {
          id: item.message.id,
          recordedAt: item.message.metadata.recordedAt ?? '',
          effectiveOn: item.message.metadata.effectiveOn ?? '',
        },
      };

/** Runs a process manager over the log from its checkpoint. */
export class ProcessRunner<S, D extends EventDefinitions> {
  private subscription: Subscription | undefined;
  private readonly waiters = new PositionWaiters();
  failure: unknown;

  constructor(
    private readonly process: ProcessManager<S, D>,
    private readonly tools: ProcessTools,
  ) {}

  async start(): Promise<void> {
    const { store, feed, checkpoint } = this.tools;
    const { follows } = this.process;
    const after = await checkpoint.checkpoint();
    this.waiters.advance(after);
    await new Promise<void>((resolve, reject) => {
      this.subscription = store.subscribe(
        { after, categories: feed.categoriesOf(follows), batchSize: 100 },
        {
          onBatch: async (events, position) => {
            for (const stored of events) {
              for (const item of feed.items(follows, stored)) await this.handle(inputOf(item));
            }
            await checkpoint.apply([], position);
            this.waiters.advance(position);
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

  /** Waits until inputs up to a position were handled. @returns false when the time ran out */
  reached(position: bigint, timeoutMs: number): Promise<boolean> {
    return this.waiters.reached(position, timeoutMs);
  }

  async stop(): Promise<void> {
    await this.subscription?.stop();
  }

  /** Records and sends; handled before, it only sends again, and the request keys make that harmless. */
  private async handle(input: ProcessInput): Promise<void> {
    const id = this.process.correlate(input);
    if (id === undefined) return;
    const commands = await this.record(id, input);
    const { category } = this.process;
    for (const [n, command] of commands.entries()) {
      const envelope = systemEnvelope(category, `${category}/${input.meta.id}/${n}`, {
        correlationId: input.meta.id,
        causationId: input.meta.id,
      });
      await sendTolerant(category, command, envelope, this.tools);
    }
  }

  private async record(id: string, input: ProcessInput): Promise<readonly AnyCommand[]> {
    const { log, now } = this.tools;
    const { process } = this;
    const loaded = await log.load(streamName(process.category, id));
    const handledAt = loaded.events.findIndex(({ meta }) => meta.metadata.$causationId === input.meta.id);
    const before = handledAt < 0 ? loaded.events : loaded.events.slice(0, handledAt);
    const state = before.reduce(
      (s, { event, meta }) => evolveWith(process, s, event, meta),
      process.initialState,
    );
    const { record = [], send = [] } = process.react(input, state);
    if (handledAt >= 0 || record.length === 0) return send;
    const { stream } = loaded.head;
    const metadata = {
      actorId: `system:${process.category}`,
      actorKind: 'system',
      $causationId: input.meta.id,
    };
    try {
      await log.append(
        record.map((event) => ({ stream, event, keyId: process.keyOf?.(id, event) })),
        [loaded.head],
        { recordedAt: now(), metadata: { ...metadata, $correlationId: input.meta.id } },
      );
    } catch (error) {
      if (error instanceof RevisionConflict) return this.record(id, input);
      throw error;
    }
    return send;
  }
}

/** A process manager at work. */
export interface RunningProcess {
  start(): Promise<void>;
  stop(): Promise<void>;
  reached(position: bigint, timeoutMs: number): Promise<boolean>;
  readonly failure: unknown;
}

/** A process manager of any state, ready to run. */
export interface RunnableProcess {
  readonly category: string;
  readonly events: EventDefinitions;
  readonly run: (tools: ProcessTools) => RunningProcess;
}

/** Hides the state's type, so that processes of different states fit one list. */
export const runnable = <S, D extends EventDefinitions>(process: ProcessManager<S, D>): RunnableProcess => ({
  category: process.category,
  events: process.events,
  run: (tools) => new ProcessRunner(process, tools),
});
