import { randomUUID } from 'node:crypto';
import {
  type AppendRecord,
  type AppendRequest,
  type AppendResult,
  type EventStore,
  type EventToStore,
  NO_STREAM,
  type StreamCheck,
} from '@anjuan/event-sourcing';

/**
 * A tennis club that keeps its books in an event store: the neutral case of the adapter contracts. Each club has
 * categories of its own, so that clubs do not see each other's streams in a store they share.
 */
export interface TennisClub {
  /** `court<club>` and `member<club>`. */
  readonly courts: string;
  readonly members: string;
  court(id: number | string): string;
  member(id: number | string): string;
}

export function tennisClub(): TennisClub {
  const suffix = randomUUID().replaceAll('-', '');
  const [courts, members] = [`court${suffix}`, `member${suffix}`];
  return {
    courts,
    members,
    court: (id) => `${courts}-${id}`,
    member: (id) => `${members}-${id}`,
  };
}

/** An event of the club with a new id. */
export const clubEvent = (type: string, data: EventToStore['data'] = {}): EventToStore => ({
  id: randomUUID(),
  type,
  data,
  metadata: { schemaVersion: '1', $correlationId: 'contract' },
});

export const booked = (hour: number): EventToStore => clubEvent('CourtBooked', { hour });

export const record = (stream: string, event: EventToStore): AppendRecord => ({ stream, event });

export const check = (stream: string, expected: number = NO_STREAM): StreamCheck => ({ stream, expected });

/** Appends events to one stream that has the given revision, -1 when left out. */
export const append = (
  store: EventStore,
  stream: string,
  events: readonly EventToStore[],
  expected: number = NO_STREAM,
  request?: AppendRequest,
): Promise<AppendResult> =>
  store.append(
    events.map((event) => record(stream, event)),
    [check(stream, expected)],
    request,
  );

/** A request with a key of its own. */
export const bookingRequest = (account: string, key: string = randomUUID()): AppendRequest => ({
  account,
  key,
  bodyDigest: 'a'.repeat(64),
  result: { id: 'court-1', revision: 0, position: '0' },
});
