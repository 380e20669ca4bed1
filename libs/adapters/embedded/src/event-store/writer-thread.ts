import { Worker } from 'node:worker_threads';
import { StoreBusy, StoreUnavailable } from '@anjuan/event-sourcing';
import { workerFile } from '../files/worker-file';
import type {
  AppendCall,
  FromWriter,
  Outcome,
  ToWriter,
  WriterOptions,
  WriterSettings,
} from './event-store-protocol';
import { packCalls } from './packed-calls';
import type { RecentEvents } from './recent-events';

/** What may wait for its commit at most; more is answered `StoreBusy`. */
export interface QueueLimits {
  readonly events: number;
  /** Of JSON text, data and metadata together. */
  readonly bytes: number;
}

/** Appends of one message, so that the thread can begin with them. */
const POST_CALLS = 16;

interface Waiting<T> {
  readonly resolve: (value: T) => void;
  readonly reject: (error: Error) => void;
}

interface WaitingAppend extends Waiting<Outcome> {
  readonly call: Omit<AppendCall, 'tag'>;
  readonly events: number;
  readonly bytes: number;
}

/** The main thread's end of the writer thread. A thread that died is started anew by the next append. */
export class WriterThread {
  /** Position of the newest event on disk. */
  last = -1;
  private worker: Worker | undefined;
  private queue: AppendCall[] = [];
  private tag = 0;
  /** A message for the end of this turn is due. */
  private turnEnds = false;
  private events = 0;
  private bytes = 0;
  private closed = false;
  private readonly appends = new Map<number, WaitingAppend>();
  private readonly settingsAsked = new Map<number, Waiting<WriterSettings>>();
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly options: WriterOptions,
    private readonly limits: QueueLimits,
    private readonly recent: RecentEvents,
  ) {}

  /** Waits until the thread has the file open. @throws when it cannot open it */
  start(): Promise<void> {
    return this.settings().then(() => {});
  }

  /** @throws StoreBusy when the queue is full; StoreUnavailable after close and when the thread dies */
  append(call: Omit<AppendCall, 'tag'>, bytes: number): Promise<Outcome> {
    const events = call.records.length;
    if (this.closed) return Promise.reject(new StoreUnavailable('the event store is closed'));
    if (this.isFull(events, bytes)) return Promise.reject(this.busy());
    return new Promise((resolve, reject) => {
      const tag = ++this.tag;
      this.appends.set(tag, { resolve, reject, call, events, bytes });
      this.events += events;
      this.bytes += bytes;
      this.enqueue({ ...call, tag });
    });
  }

  /** Asks the writing connection itself. */
  settings(): Promise<WriterSettings> {
    if (this.closed) return Promise.reject(new StoreUnavailable('the event store is closed'));
    return new Promise((resolve, reject) => {
      const tag = ++this.tag;
      this.settingsAsked.set(tag, { resolve, reject });
      this.post({ kind: 'settings', tag });
    });
  }

  /** Calls back after each commit. @returns a function that ends it */
  onCommit(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Commits what waits, then closes the file. */
  async close(): Promise<void> {
    this.closed = true;
    this.endTurn();
    const { worker } = this;
    if (!worker) return;
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    this.post({ kind: 'close' });
    await ended;
  }

  /** An append that is larger than the limits still passes when it is alone. */
  private isFull(events: number, bytes: number): boolean {
    const over = this.events + events > this.limits.events || this.bytes + bytes > this.limits.bytes;
    return over && this.appends.size > 0;
  }

  private busy(): StoreBusy {
    return new StoreBusy(`${this.events} events (${this.bytes} bytes) wait for the disk; try again later`);
  }

  /** The thread writes the first appends of a turn while the rest are still being made, and commits after the last. */
  private enqueue(call: AppendCall): void {
    if (this.queue.push(call) === POST_CALLS) this.postQueue(true);
    if (this.turnEnds) return;
    this.turnEnds = true;
    setImmediate(() => this.endTurn());
  }

  private endTurn(): void {
    if (this.turnEnds) this.postQueue(false);
    this.turnEnds = false;
  }

  private postQueue(moreToCome: boolean): void {
    const calls = this.queue;
    this.queue = [];
    this.post({ kind: 'append', calls: packCalls(calls), moreToCome });
  }

  private post(message: ToWriter): void {
    this.worker ??= this.spawn();
    this.worker.postMessage(message);
  }

  private spawn(): Worker {
    const worker = new Worker(workerFile('event-store/event-store.worker.js'), { workerData: this.options });
    let reason = 'the writer thread ended';
    worker.on('message', (message: FromWriter) => {
      if (message.kind === 'failed') reason = message.reason;
      else this.receive(message);
    });
    worker.on('error', (error) => {
      reason = `the writer thread failed: ${error}`;
    });
    worker.on('exit', () => this.lost(reason));
    return worker;
  }

  private receive(message: Exclude<FromWriter, { kind: 'failed' }>): void {
    if (message.kind === 'settings') {
      this.settingsAsked.get(message.tag)?.resolve(message.settings);
      this.settingsAsked.delete(message.tag);
      return;
    }
    const before = this.last;
    this.last = message.last;
    const written = message.kind === 'outcomes' ? this.settleAll(message) : 0;
    // What was there at the start, and what a failed commit left after all, was not written by an append known here.
    if (message.last !== before + written) this.recent.forget(message.last);
    for (const listener of [...this.listeners]) listener();
  }

  /** @returns how many events were written */
  private settleAll({ written, others }: Extract<FromWriter, { kind: 'outcomes' }>): number {
    let events = 0;
    for (let index = 0; index < written.length; index += 2) {
      const [tag = -1, position = -1] = [written[index], written[index + 1]];
      const waiting = this.appends.get(tag);
      if (waiting) this.recent.add({ ...waiting.call, position });
      events += waiting?.events ?? 0;
      this.settle(tag, { kind: 'written', position });
    }
    for (const [tag, outcome] of others) this.settle(tag, outcome);
    return events;
  }

  private settle(tag: number, outcome: Outcome): void {
    const waiting = this.appends.get(tag);
    if (!waiting) return;
    this.appends.delete(tag);
    this.events -= waiting.events;
    this.bytes -= waiting.bytes;
    waiting.resolve(outcome);
  }

  private lost(reason: string): void {
    this.worker = undefined;
    for (const tag of [...this.appends.keys()]) this.settle(tag, { kind: 'unavailable', reason });
    for (const { reject } of this.settingsAsked.values()) reject(new StoreUnavailable(reason));
    this.settingsAsked.clear();
  }
}
