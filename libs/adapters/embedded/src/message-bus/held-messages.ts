import type { Clock, Message } from '@anjuan/event-sourcing';
import type { BusTables, HeldMessage } from './bus-tables';
import type { Delivery, MessageSource } from './message-source';

export type Handle = (message: Message) => Promise<void>;

export interface HeldSettings {
  readonly group: string;
  readonly tables: BusTables;
  readonly source: MessageSource;
  readonly clock: Clock;
  /** Milliseconds before each further attempt; after the last one the message is parked. */
  readonly retryDelays: readonly number[];
  /** Told whenever a message was handled or parked. */
  readonly onSettled: () => void;
  /** The database or the log failed: not the message's fault, so its attempts do not count. */
  readonly onError: (error: unknown) => void;
}

const ERROR_LENGTH = 500;
const ENGINE_DELAY = 1_000;

const textOf = (error: unknown): string => String(error).slice(0, ERROR_LENGTH);

/**
 * The queues of one group's keys that have a message which could not be handled. Each is worked off in order,
 * beside the group's other keys: the first is tried again after a while, the rest waits behind it.
 */
export class HeldMessages {
  private readonly keys: Set<string>;
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly running = new Map<string, Promise<void>>();
  private stopped = false;

  constructor(
    private readonly settings: HeldSettings,
    private readonly handle: Handle,
  ) {
    this.keys = new Set(settings.tables.keys(settings.group));
  }

  /** Goes on where the process before ended. */
  start(): void {
    for (const key of this.keys) this.work(key);
  }

  /** Whether messages of this key must wait. */
  has(key: string): boolean {
    return this.keys.has(key);
  }

  /** Holds a message that waits behind another of its key. */
  queue(delivery: Delivery): void {
    this.settings.tables.hold(this.held(delivery, { attempts: 0, error: '', parkedAt: null }));
  }

  /** Holds a message that failed for the first time; from now on its key has a queue. */
  failed({ message, ...place }: Delivery, error: unknown): void {
    const { tables, retryDelays, onSettled } = this.settings;
    const parkedAt = this.parkedAt(1);
    tables.hold(this.held({ message, ...place }, { attempts: 1, error: textOf(error), parkedAt }));
    this.keys.add(message.key);
    if (parkedAt === null) this.workLater(message.key, retryDelays[0]);
    else onSettled();
  }

  /** Works a key off at once, as after a parked message was released. */
  work(key: string): void {
    if (this.stopped || this.running.has(key)) return;
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
    this.running.set(key, this.workOff(key));
  }

  async stop(): Promise<void> {
    this.stopped = true;
    for (const timer of this.timers.values()) clearTimeout(timer);
    await Promise.all(this.running.values());
  }

  private async workOff(key: string): Promise<void> {
    try {
      await this.deliverAll(key);
    } catch (error) {
      this.settings.onError(error);
      this.workLater(key, ENGINE_DELAY);
    } finally {
      this.running.delete(key);
      this.settings.onSettled();
    }
  }

  private async deliverAll(key: string): Promise<void> {
    const { group, tables } = this.settings;
    while (!this.stopped) {
      const head = tables.head(group, key);
      if (!head) this.keys.delete(key);
      if (!head || head.parkedAt !== null) return;
      if (!(await this.deliver(head))) return;
    }
  }

  /** @returns whether the next one of the key may follow at once */
  private async deliver(head: HeldMessage): Promise<boolean> {
    const { tables, source, retryDelays } = this.settings;
    const message = await source.reload(head);
    const failure = message && (await this.attempt(message));
    if (!failure) {
      tables.remove(head);
      return true;
    }
    const attempts = head.attempts + 1;
    const parkedAt = this.parkedAt(attempts);
    tables.failed(head, failure.text, parkedAt);
    if (parkedAt === null) this.workLater(head.key, retryDelays[attempts - 1]);
    return parkedAt !== null;
  }

  private async attempt(message: Message): Promise<{ text: string } | undefined> {
    try {
      await this.handle(message);
      return undefined;
    } catch (error) {
      return { text: textOf(error) };
    }
  }

  private parkedAt(attempts: number): string | null {
    return attempts > this.settings.retryDelays.length ? this.settings.clock.now() : null;
  }

  private workLater(key: string, delay = 0): void {
    if (this.stopped) return;
    const timer = setTimeout(() => this.work(key), delay);
    timer.unref();
    this.timers.set(key, timer);
  }

  private held(
    { message, stream, revision, position }: Delivery,
    state: Pick<HeldMessage, 'attempts' | 'error' | 'parkedAt'>,
  ): HeldMessage {
    const { id: messageId, topic, key } = message;
    return { group: this.settings.group, topic, key, messageId, stream, revision, position, ...state };
  }
}
