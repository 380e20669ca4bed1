import { NO_STREAM, type StoredEvent, type StreamCheck } from '@anjuan/event-sourcing';
import type { RecordRow } from './event-store-protocol';

/** Events of the end of the log; subscriptions are rarely further behind. */
const KEPT_LOG = 2_000;
/** Events of whole streams; a case that is worked on now. */
const KEPT_STREAMS = 20_000;
const LONGEST_STREAM = 200;
/** Characters of JSON; larger ones are read from the file again. */
const LARGEST = 8_192;

interface Held {
  readonly stored: StoredEvent;
}

/** An event as it was written; parsed when somebody asks for it, once for all who do. */
class RecentEvent implements Held {
  private parsed: StoredEvent | undefined;

  constructor(
    private readonly row: RecordRow,
    readonly revision: number,
    readonly position: number,
  ) {}

  get category(): string {
    return this.row.category;
  }

  get stored(): StoredEvent {
    const { revision, row } = this;
    this.parsed ??= {
      stream: row.stream,
      revision,
      position: BigInt(this.position),
      id: row.id,
      type: row.type,
      data: JSON.parse(row.data),
      metadata: JSON.parse(row.metadata),
    };
    return this.parsed;
  }
}

/** What was written by one append. */
export interface WrittenAppend {
  readonly records: readonly RecordRow[];
  readonly checks: readonly StreamCheck[];
  /** Position of the last record. */
  readonly position: number;
}

/**
 * The newest events in memory, from the moment they are on disk. Who follows the log and who decides on a case read the
 * same events over and over; the file is asked for all others.
 */
export class RecentEvents {
  /** Without a gap, up to the newest event. */
  private log: RecentEvent[] = [];
  private next = 0;
  /** Whole streams, those that were used last at the end. */
  private readonly streams = new Map<string, Held[]>();
  private inStreams = 0;

  /** Takes in what an append wrote; appends come in the order of their positions. */
  add({ records, checks, position }: WrittenAppend): void {
    const revisions = new Map(checks.map(({ stream, expected }) => [stream, expected]));
    for (const [index, row] of records.entries()) {
      const revision = (revisions.get(row.stream) ?? NO_STREAM) + 1;
      revisions.set(row.stream, revision);
      const event = new RecentEvent(row, revision, position - records.length + 1 + index);
      const isLarge = row.data.length + row.metadata.length > LARGEST;
      this.addToLog(event, isLarge);
      this.addToStream(row.stream, event, isLarge);
    }
  }

  /** Holds nothing any more of a log that others wrote to; the next event comes after `last`. */
  forget(last: number): void {
    this.log = [];
    this.next = last + 1;
    this.streams.clear();
    this.inStreams = 0;
  }

  /** Events after a position and not beyond another; undefined when the file must be asked. */
  page(
    after: number,
    upTo: number,
    limit: number,
    categories?: readonly string[],
  ): StoredEvent[] | undefined {
    const first = this.next - this.log.length;
    if (after + 1 < first) return undefined;
    const found: StoredEvent[] = [];
    for (let at = after + 1 - first; at <= upTo - first && found.length < limit; at++) {
      const event = this.log[at];
      if (event && (!categories || categories.includes(event.category))) found.push(event.stored);
    }
    return found;
  }

  /** A whole stream; undefined when the file must be asked. */
  stream(name: string): StoredEvent[] | undefined {
    const events = this.streams.get(name);
    if (!events) return undefined;
    this.streams.delete(name);
    this.streams.set(name, events);
    return events.map(({ stored }) => stored);
  }

  /** Remembers a whole stream as it was just read. */
  keepStream(name: string, events: readonly StoredEvent[]): void {
    const isLarge = events.some(({ data }) => JSON.stringify(data).length > LARGEST);
    if (events.length === 0 || events.length >= LONGEST_STREAM || isLarge) return;
    this.forgetStream(name);
    this.putStream(
      name,
      events.map((stored) => ({ stored })),
    );
  }

  forgetStream(name: string): void {
    this.inStreams -= this.streams.get(name)?.length ?? 0;
    this.streams.delete(name);
  }

  private addToLog(event: RecentEvent, isLarge: boolean): void {
    if (event.position !== this.next || isLarge) this.log = [];
    else this.log.push(event);
    this.next = event.position + 1;
    if (this.log.length > 2 * KEPT_LOG) this.log = this.log.slice(-KEPT_LOG);
  }

  private addToStream(name: string, event: RecentEvent, isLarge: boolean): void {
    const events = this.streams.get(name);
    if (!events && event.revision === 0 && !isLarge) this.putStream(name, [event]);
    // Read from the file between the commit and its message.
    if (!events || events.length > event.revision) return;
    if (isLarge || events.length < event.revision || events.length === LONGEST_STREAM) {
      this.forgetStream(name);
      return;
    }
    events.push(event);
    this.inStreams += 1;
  }

  private putStream(name: string, events: Held[]): void {
    this.streams.set(name, events);
    this.inStreams += events.length;
    for (const oldest of this.streams.keys()) {
      if (this.inStreams <= KEPT_STREAMS) return;
      this.forgetStream(oldest);
    }
  }
}
