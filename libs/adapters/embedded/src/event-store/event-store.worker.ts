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
    while (this.waiting.length > 0) this.commitGroup();
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
    } else if (message.kind === 'settings') {
      this.send({ kind: 'settings', tag: message.tag, settings: this.writer.settings() });
    } else {
      this.closing = true;
    }
  }

  /** What comes in while the group is written still joins it, up to its size. */
  private commitGroup(): void {
    let room = GROUP_EVENTS;
    const group = this.writer.commit(() => {
      this.drain();
      const calls = this.take(room);
      room -= calls.reduce((events, { records }) => events + records.length, 0);
      return calls;
    });
    this.report(group);
    this.drain();
  }

  /** The first waiting appends that have so many events at most; an append that is larger goes alone. */
  private take(room: number): AppendCall[] {
    let events = 0;
    const end = this.waiting.findIndex(({ records }) => {
      events += records.length;
      return events > room;
    });
    const alone = end === 0 && room === GROUP_EVENTS ? 1 : end;
    return this.waiting.splice(0, alone < 0 ? this.waiting.length : alone);
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
