import type { AnyCommand } from '../decisions/command';
import type { EventMeta } from '../events/event-log';
import type { Clock } from '../ports/clock.port';
import type { ReadModel, Row } from '../ports/read-models.port';
import { type CategoryProjection, type Projection, unchanged } from '../projections/projection';
import { type OnRefused, type SendCommand, sendTolerant, systemEnvelope } from './reaction-runner';
import { noTimer, type Timers } from './timers';

interface TimerRow extends Row {
  readonly name: string;
  readonly at: string;
  /** Id of the event that set it; part of the request key. */
  readonly setBy: string;
  readonly command: { readonly type: string; readonly data: Row };
}

/** The timers that are set, as a read model: it follows from the log, so a lost one is computed again. */
export function timersProjection(name: string, sets: readonly Timers[]): Projection {
  return {
    name,
    version: 1,
    indexes: [['at']],
    categories: sets.map(categoryTimers),
    topics: [],
  };
}

function categoryTimers({ name, category, on }: Timers): CategoryProjection<Row> {
  const rules = Object.entries<unknown>(on).map(([type, rule]) => {
    if (rule === noTimer) return [type, unchanged];
    const changes = rule as (
      data: Row,
      meta: EventMeta,
    ) => ReturnType<Extract<Timers['on'][string], (...args: never[]) => unknown>>;
    return [
      type,
      {
        target: (data: Row, meta: EventMeta) => changes(data, meta).map(({ id }) => id),
        update: (_: Row | undefined, data: Row, meta: EventMeta, id: string): Row | undefined => {
          const due = changes(data, meta).find((change) => change.id === id)?.due;
          return (
            due && {
              name,
              at: due.at,
              setBy: meta.id,
              command: { type: due.command.type, data: due.command.data },
            }
          );
        },
      },
    ];
  });
  return { category, on: Object.fromEntries(rules) };
}

const BATCH = 100;

/**
 * Sends the commands of timers that are due. A timer goes away through the event that its command leads to; one whose
 * command a rule refuses is not sent again by this process, and after a restart it is refused again.
 */
export class TimerRunner {
  private readonly settled = new Set<string>();
  private running: Promise<void> | undefined;
  private interval: NodeJS.Timeout | undefined;

  constructor(
    private readonly tools: {
      model: () => ReadModel;
      clock: Clock;
      send: SendCommand;
      onRefused: OnRefused;
      onFailure: (error: unknown) => void;
    },
  ) {}

  start(everyMs: number): void {
    this.interval = setInterval(() => void this.fireDue().catch(this.tools.onFailure), everyMs);
    this.interval.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.interval);
    await this.running?.catch(() => {});
  }

  /** Sends every command that is due now; resolves when all were answered. One call runs at a time. */
  async fireDue(): Promise<void> {
    while (this.running) await this.running.catch(() => {});
    this.running = this.fireAll();
    try {
      await this.running;
    } finally {
      this.running = undefined;
    }
  }

  private async fireAll(): Promise<void> {
    const now = this.tools.clock.now();
    let cursor: string | undefined;
    do {
      const page = await this.tools.model().find({
        filter: { at: { lte: now } },
        sort: { field: 'at', direction: 'asc' },
        limit: BATCH,
        cursor,
      });
      for (const { id, row } of page.rows) await this.fire(id, row as TimerRow);
      cursor = page.next;
    } while (cursor !== undefined);
  }

  private async fire(id: string, timer: TimerRow): Promise<void> {
    const key = `${timer.name}/${id}/${timer.setBy}`;
    if (this.settled.has(key)) return;
    const envelope = systemEnvelope(timer.name, key, {
      correlationId: timer.setBy,
      causationId: timer.setBy,
    });
    await sendTolerant(timer.name, timer.command as AnyCommand, envelope, this.tools);
    this.settled.add(key);
  }
}
