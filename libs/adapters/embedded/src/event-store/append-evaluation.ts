import type { Database, Statement } from '../sqlite';
import type { AppendCall, Outcome, RecordRow, RequestRow } from './event-store-protocol';

interface StreamState {
  readonly id: number | undefined;
  readonly revision: number;
}

/** Streams whose last revision is kept in memory. */
const REMEMBERED_STREAMS = 100_000;

interface KnownEvent {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
}

const NO_STREAM = -1;

/**
 * Decides the appends of one transaction, in order: each sees what those before it wrote. All that can refuse an
 * append is checked before its first write, so a refusal leaves nothing behind.
 */
export class AppendEvaluation {
  /** Position of the newest event, those of the open transaction included. */
  last = -1;
  /** Last revisions as this connection wrote them; void once another connection has written. */
  private readonly streams = new Map<string, StreamState>();
  private version = -1;
  private readonly dataVersion: Statement<{ data_version: number }>;
  private readonly maxPosition: Statement<{ last: number }>;
  private readonly findEvent: Statement<KnownEvent>;
  private readonly findStream: Statement<{ id: number; revision: number }>;
  private readonly findRequest: Statement<RequestRow>;
  private readonly addStream: Statement;
  private readonly addEvent: Statement;
  private readonly addRequest: Statement;

  constructor(database: Database) {
    this.maxPosition = database.prepare('SELECT coalesce(max(position), -1) AS last FROM events');
    this.findEvent = database.prepare(
      'SELECT e.position, s.name AS stream, e.revision FROM events e CROSS JOIN streams s ON s.id = e.stream WHERE e.id = ?',
    );
    this.findStream = database.prepare(
      'SELECT id, (SELECT max(revision) FROM events WHERE stream = streams.id) AS revision FROM streams WHERE name = ?',
    );
    this.findRequest = database.prepare(
      'SELECT account, key, body_digest AS bodyDigest, result FROM requests WHERE account = ? AND key = ?',
    );
    this.addStream = database.prepare('INSERT INTO streams (name, category) VALUES (?, ?)');
    this.addEvent = database.prepare(
      'INSERT INTO events (position, stream, revision, category, id, type, data, metadata) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    );
    this.addRequest = database.prepare(
      'INSERT INTO requests (account, key, body_digest, result) VALUES (?, ?, ?, ?)',
    );
    this.dataVersion = database.prepare('PRAGMA data_version');
  }

  lastPosition(): number {
    return this.maxPosition.get()?.last ?? -1;
  }

  /** Call it first in each transaction. */
  begin(): void {
    this.last = this.lastPosition();
    const version = this.dataVersion.get()?.data_version ?? -1;
    if (version !== this.version || this.streams.size > REMEMBERED_STREAMS) this.streams.clear();
    this.version = version;
  }

  /** Evaluates an append and, when it holds, writes it within the open transaction. */
  outcomeOf(call: AppendCall): Outcome {
    return this.repeatedIds(call) ?? this.repeatedRequest(call) ?? this.violations(call) ?? this.write(call);
  }

  private repeatedIds({ records }: AppendCall): Outcome | undefined {
    const known = records.map(({ id }) => this.findEvent.get(id));
    if (known.every((event) => event === undefined)) return undefined;
    const revisions = new Map<string, number>();
    let position = -1;
    for (const [index, event] of known.entries()) {
      const record = records[index];
      if (!event || !record) return refused('some event ids of the append are stored, others are new');
      if (event.stream !== record.stream) return refused(`event ${record.id} is stored in ${event.stream}`);
      revisions.set(event.stream, event.revision);
      position = event.position;
    }
    return { kind: 'repeated', position, revisions };
  }

  private repeatedRequest({ request }: AppendCall): Outcome | undefined {
    const first = request && this.findRequest.get(request.account, request.key);
    return first && { kind: 'request-repeated', first: { ...first } };
  }

  private violations({ checks }: AppendCall): Outcome | undefined {
    const violations = checks
      .map(({ stream, expected }) => ({ stream, expected, actual: this.streamState(stream).revision }))
      .filter(({ expected, actual }) => expected !== actual);
    return violations.length > 0 ? { kind: 'conflict', violations } : undefined;
  }

  private write({ records, request }: AppendCall): Outcome {
    for (const record of records) this.writeEvent(record);
    if (request) this.addRequest.run(request.account, request.key, request.bodyDigest, request.result);
    return { kind: 'written', position: this.last };
  }

  private writeEvent(record: RecordRow): void {
    const { stream, category, id, type, data, metadata } = record;
    const state = this.streamState(stream);
    const revision = state.revision + 1;
    const streamId = state.id ?? Number(this.addStream.run(stream, category).lastInsertRowid);
    this.addEvent.run(this.last + 1, streamId, revision, category, id, type, data, metadata);
    this.last += 1;
    this.streams.set(stream, { id: streamId, revision });
  }

  private streamState(stream: string): StreamState {
    const seen = this.streams.get(stream);
    if (seen) return seen;
    const found = this.findStream.get(stream);
    const state = { id: found?.id, revision: found?.revision ?? NO_STREAM };
    this.streams.set(stream, state);
    return state;
  }
}

const refused = (reason: string): Outcome => ({ kind: 'refused', reason });
