import { type AppendResult, StoreBusy, StoreUnavailable } from '@anjuan/event-sourcing';
import type { AppendCommand } from './append-command';

/** A command that waits for its answer. */
export interface PendingAppend {
  readonly command: AppendCommand;
  resolve(result: AppendResult): void;
  reject(error: unknown): void;
}

export interface QueueLimits {
  readonly commands: number;
  readonly bytes: number;
}

/** What one call may hold; a larger command goes alone. */
const MAX_CALL_RECORDS = 1000;
const MAX_CALL_BYTES = 4 * 1024 * 1024;

/**
 * Keeps one call to the server in flight; everything that comes meanwhile goes with the next, which is what makes the
 * client fast. Two commands that touch one stream never share a call and keep their order.
 */
export class AppendQueue {
  #waiting: PendingAppend[] = [];
  #unanswered = 0;
  #bytes = 0;
  #running: Promise<void> | undefined;
  #closed = false;

  /** @param send makes one call and answers each command, now or later; never rejects */
  constructor(
    private readonly send: (group: readonly PendingAppend[]) => Promise<void>,
    private readonly limits: QueueLimits,
  ) {}

  /** @throws StoreBusy when the queue is full; @throws StoreUnavailable when it is closed */
  add(command: AppendCommand): Promise<AppendResult> {
    if (this.#closed) return Promise.reject(new StoreUnavailable('the store is closed'));
    if (this.#unanswered >= this.limits.commands || this.#bytes + command.bytes > this.limits.bytes) {
      return Promise.reject(new StoreBusy(`${this.#unanswered} appends wait already`));
    }
    this.#unanswered += 1;
    this.#bytes += command.bytes;
    const answer = new Promise<AppendResult>((resolve, reject) => {
      this.#waiting.push({ command, resolve, reject });
    });
    this.#running ??= this.#run();
    return answer.finally(() => {
      this.#unanswered -= 1;
      this.#bytes -= command.bytes;
    });
  }

  /** Takes no more and waits until everything that was taken has been sent. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    // What comes in the same turn of the event loop shares the first call.
    await new Promise(setImmediate);
    while (this.#waiting.length > 0) await this.send(this.#nextGroup());
    this.#running = undefined;
  }

  #nextGroup(): PendingAppend[] {
    const group: PendingAppend[] = [];
    const left: PendingAppend[] = [];
    const touched = new Set<string>();
    let [records, bytes] = [0, 0];
    for (const [index, pending] of this.#waiting.entries()) {
      const { command } = pending;
      records += command.sent.length;
      bytes += command.bytes;
      if (group.length > 0 && (records > MAX_CALL_RECORDS || bytes > MAX_CALL_BYTES)) {
        left.push(...this.#waiting.slice(index));
        break;
      }
      const free = [...command.streams].every((stream) => !touched.has(stream));
      (free ? group : left).push(pending);
      for (const stream of command.streams) touched.add(stream);
    }
    this.#waiting = left;
    return group;
  }
}
