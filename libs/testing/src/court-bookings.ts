import { randomUUID } from 'node:crypto';
import {
  defineEvents,
  type EventStore,
  type EventToStore,
  event,
  internal,
  type Publisher,
  personal,
  publisher,
} from '@anjuan/event-sourcing';
import { z } from 'zod';
import { plainEventLog } from './plain-event-log';
import { tennisClub } from './tennis-club';

/** What happens on a court. Who plays is nobody's business outside the club. */
export const courtEvents = defineEvents({
  CourtBooked: event(z.object({ hour: z.int(), player: personal(z.string()) })),
  BookingCancelled: event(z.object({ hour: z.int() })),
  CourtSwept: event(z.object({})),
});

const courtPublisher = (category: string, topic: string, guarded: boolean): Publisher =>
  publisher<typeof courtEvents>(category, topic, { guarded })({
    CourtBooked: ({ hour, player }, { streamId }) => ({
      key: streamId,
      type: 'CourtBooked',
      data: { hour, player },
    }),
    BookingCancelled: ({ hour }, { streamId }) => ({
      key: streamId,
      type: 'BookingCancelled',
      data: { hour },
    }),
    CourtSwept: internal,
  });

const RECORDED_AT = '2026-03-02T01:30:00.000Z';

export const courtEvent = (
  type: keyof typeof courtEvents,
  data: EventToStore['data'] = {},
): EventToStore => ({
  id: randomUUID(),
  type,
  data,
  metadata: { schemaVersion: '1', recordedAt: RECORDED_AT, $correlationId: 'contract' },
});

export const playerBooked = (hour: number, player = '王秀英'): EventToStore =>
  courtEvent('CourtBooked', { hour, player });

/** The courts of one club with a topic for everybody and a guarded one. */
export function courtBookings() {
  const club = tennisClub();
  const [topic, guardedTopic] = [`${club.courts}.v1`, `${club.courts}.guarded.v1`];
  const revisions = new Map<string, number>();
  return {
    topic,
    guardedTopic,
    publishers: [courtPublisher(club.courts, topic, false), courtPublisher(club.courts, guardedTopic, true)],
    log: plainEventLog({ [club.courts]: courtEvents }),
    /** Appends to the stream of a court after what this call put there before. */
    async append(store: EventStore, court: string, ...events: readonly EventToStore[]): Promise<void> {
      const stream = club.court(court);
      const expected = revisions.get(stream) ?? -1;
      await store.append(
        events.map((one) => ({ stream, event: one })),
        [{ stream, expected }],
      );
      revisions.set(stream, expected + events.length);
    },
  };
}

export type CourtBookings = ReturnType<typeof courtBookings>;
