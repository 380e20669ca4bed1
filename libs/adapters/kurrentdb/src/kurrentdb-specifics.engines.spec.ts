import { AppendRefused, type EventStore } from '@anjuan/event-sourcing';
import {
  append,
  booked,
  bookingRequest,
  check,
  clubEvent,
  eventually,
  Follower,
  record,
  tennisClub,
} from '@anjuan/testing';
import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { LogTampered } from './errors';
import { openKurrentDbEventStore } from './kurrentdb-event-store';
import { kurrentDbUrl } from './kurrentdb-url.fixture';

let store: EventStore;
let server: KurrentDBClient;

beforeAll(async () => {
  const url = kurrentDbUrl();
  store = await openKurrentDbEventStore({ url });
  server = KurrentDBClient.connectionString(url);
});

afterAll(async () => {
  await store?.close();
  await server?.dispose();
});

describe('a stream that somebody deleted on the server', () => {
  it('is an alarm to read and to append to when it was deleted softly, and not a new stream', async () => {
    const court = tennisClub().court(1);
    await append(store, court, [booked(9), booked(10)]);
    await server.deleteStream(court);
    await expect(store.readStream(court)).rejects.toBeInstanceOf(LogTampered);
    await expect(store.readStream(court, { direction: 'backwards', limit: 1 })).rejects.toBeInstanceOf(
      LogTampered,
    );
    await expect(append(store, court, [booked(11)])).rejects.toBeInstanceOf(LogTampered);
  });

  it('is an alarm to read and to append to when it was tombstoned', async () => {
    const court = tennisClub().court(1);
    await append(store, court, [booked(9)]);
    await server.tombstoneStream(court);
    await expect(store.readStream(court)).rejects.toBeInstanceOf(LogTampered);
    await expect(append(store, court, [booked(10)], 0)).rejects.toBeInstanceOf(LogTampered);
  });

  it('is an alarm to read when its first events were cut off', async () => {
    const court = tennisClub().court(1);
    await append(store, court, [booked(9), booked(10), booked(11)]);
    await server.setStreamMetadata(court, { truncateBefore: 1 });
    await expect(store.readStream(court)).rejects.toBeInstanceOf(LogTampered);
    expect(await store.readStream(court, { from: 1 })).toHaveLength(2);
  });
});

describe('appends that share a call', () => {
  it('get each the position of their own last record', async () => {
    const club = tennisClub();
    const courts = Array.from({ length: 40 }, (_, id) => club.court(id));
    const results = await Promise.all(
      courts.map((court, id) =>
        append(store, court, [booked(1), booked(2)], -1, id % 2 ? bookingRequest(court) : undefined),
      ),
    );
    for (const [index, court] of courts.entries()) {
      const [last] = await store.readStream(court, { direction: 'backwards', limit: 1 });
      expect(results[index]?.position).toBe(last?.position);
    }
  });

  it('are answered one by one: one that the server refuses does not touch its neighbours', async () => {
    const club = tennisClub();
    const nameless = clubEvent('Court Booked');
    const outcomes = await Promise.allSettled([
      append(store, club.court(1), [booked(9)]),
      append(store, club.court(2), [nameless]),
      append(store, club.court(3), [booked(9)], 7),
      append(store, club.court(4), [booked(9)]),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    expect(outcomes[1]).toMatchObject({ reason: expect.any(AppendRefused) });
    expect(outcomes[2]).toMatchObject({
      reason: { violations: [{ stream: club.court(3), expected: 7, actual: -1 }] },
    });
    expect(await store.readAll({ categories: [club.courts] })).toHaveLength(2);
  });

  it('that were all stored before answer each its own first result', async () => {
    const club = tennisClub();
    const courts = Array.from({ length: 10 }, (_, id) => ({ court: club.court(id), event: booked(id) }));
    const sendAll = () => Promise.all(courts.map(({ court, event }) => append(store, court, [event])));
    const first = await sendAll();
    expect(await sendAll()).toEqual(first.map((result) => ({ ...result, repeated: true })));
    courts.push({ court: club.court(10), event: booked(10) });
    const again = await sendAll();
    expect(again.map(({ repeated }) => repeated)).toEqual([...first.map(() => true), false]);
    expect(again.slice(0, 10)).toEqual(first.map((result) => ({ ...result, repeated: true })));
  });
});

describe('a subscription on KurrentDB', () => {
  it('sees neither requests nor what the server writes, but knows that it read past them', async () => {
    const club = tennisClub();
    const follower = new Follower(store, { after: await store.lastPosition() });
    await eventually(() => follower.caughtUp > 0);
    await server.setStreamMetadata(club.court(1), { cacheControl: 1 });
    await append(store, club.court(1), [booked(9)], -1, bookingRequest(club.member(1)));
    const { position } = await store.append(
      [record(club.court(2), booked(9))],
      [check(club.court(2)), check(club.court(1), 0)],
      bookingRequest(club.member(2)),
    );
    await eventually(() => follower.position === position);
    expect(follower.events.map(({ stream }) => stream)).toEqual([club.court(1), club.court(2)]);
    await follower.stop();
  });

  it('catches up over a long stretch of other categories and reports how far it is meanwhile', async () => {
    const club = tennisClub();
    const after = await store.lastPosition();
    const others = Array.from({ length: 20 }, (_, id) => club.member(id));
    const joined = () => Array.from({ length: 60 }, () => clubEvent('MemberJoined'));
    await Promise.all(others.map((member) => append(store, member, joined())));
    const { position } = await append(store, club.court(1), [booked(9)]);
    const reported: bigint[] = [];
    const subscription = store.subscribe(
      { after, categories: [club.courts] },
      { onBatch: (_, at) => void reported.push(at) },
    );
    await eventually(() => reported.includes(position));
    expect(reported.filter((at) => at < position).length).toBeGreaterThan(0);
    expect(reported).toEqual([...reported].sort((a, b) => (a < b ? -1 : 1)));
    await subscription.stop();
  });
});
