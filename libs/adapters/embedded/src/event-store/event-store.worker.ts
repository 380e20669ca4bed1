import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { AppendCall, FromWriter, Outcome, ToWriter, WriterOptions } from './event-store-protocol';
import { EventStoreWriter } from './event-store-writer';
import { unpackCalls } from './packed-calls';

/** Events of one commit; more would keep the first of them waiting. */
const GROUP_EVENTS = 1000;

/** The thread that owns the writing connection: commits whatever came in during the last fsync as one group. */
class WriterLoop {
  private readonly waiting: AppendCall[] = [];
  private closing = false;
  /** The main thread has more appends in the same turn; the group stays open for them. */
  private moreToCome = false;
  /** Events in the open group. */
  private joined = 0;

  constructor(
    private readonly port: MessagePort,
    private readonly writer: EventStoreWriter,
  ) {}

  run(): void {
    this.port.on('message', (message: ToWriter) => this.receive(message));
    this.send({ kind: 'ready', last: this.writer.last });
  }

  private receive(first: ToWriter): void {
    this.handle(first);
    this.drain();
    while (this.waiting.length > 0) {
      this.joinGroup();
      this.drain();
    }
    if (!this.moreToCome) this.commitGroup();
    if (!this.closing) return;
    this.writer.close();
    this.port.close();
  }

  private drain(): void {
    let next = receiveMessageOnPort(this.port);
    while (next) {
      this.handle(next.message);
      next = receiveMessageOnPort(this.port);
    }
  }

  private handle(message: ToWriter): void {
    if (message.kind === 'append') {
      this.waiting.push(...unpackCalls(message.calls));
      this.moreToCome = message.moreToCome;
    } else if (message.kind === 'settings') {
      this.send({ kind: 'settings', tag: message.tag, settings: this.writer.settings() });
    } else {
      this.closing = true;
    }
  }

  /** Writes waiting appends into the open group, and commits it when it has no room for the next. */
  private joinGroup(): void {
    let events = this.joined;
    const end = this.waiting.findIndex(({ records }) => {
      events += records.length;
      return events > GROUP_EVENTS;
    });
    if (end === 0 && this.joined > 0) {
      this.commitGroup();
      return;
    }
    const calls = this.waiting.splice(0, end < 0 ? this.waiting.length : Math.max(1, end));
    this.writer.join(calls);
    this.joined += calls.reduce((sum, { records }) => sum + records.length, 0);
  }

  private commitGroup(): void {
    if (this.joined === 0) return;
    this.joined = 0;
    this.report(this.writer.commit());
  }

  private report(group: readonly (readonly [AppendCall, Outcome])[]): void {
    const written: number[] = [];
    const others: [number, Outcome][] = [];
    for (const [{ tag }, outcome] of group) {
      if (outcome.kind === 'written') written.push(tag, outcome.position);
      else others.push([tag, outcome]);
    }
    this.send({ kind: 'outcomes', written, others, last: this.writer.last });
  }

  private send(message: FromWriter): void {
    this.port.postMessage(message);
  }
}

function start(port: MessagePort, options: WriterOptions): void {
  try {
    new WriterLoop(port, new EventStoreWriter(options)).run();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    port.postMessage({ kind: 'failed', reason } satisfies FromWriter);
    port.close();
  }
}

if (!parentPort) throw new Error('the event store writer runs in a worker thread');
start(parentPort, workerData);
