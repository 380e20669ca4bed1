import { setTimeout } from 'node:timers/promises';
import type { EventStore, StoredEvent } from '@anjuan/event-sourcing';
import type { StoreUnderTest } from './event-store.contract';
import { eventually, Follower } from './follower';
import { append, booked, clubEvent, type TennisClub, tennisClub } from './tennis-club';

const keyOf = ({ stream, revision }: StoredEvent): string => `${stream}@${revision}`;

/** Writers that each append to a court of their own, one event after another. */
const writeConcurrently = async (
  store: EventStore,
  club: TennisClub,
  writers: number,
  each: number,
  from = 0,
) => {
  const writer = async (id: number) => {
    for (let n = from; n < from + each; n++) await append(store, club.court(id), [booked(n)], n - 1);
  };
  await Promise.all(Array.from({ length: writers }, (_, id) => writer(id)));
};

const expectGapless = async (store: EventStore, club: TennisClub, events: readonly StoredEvent[]) => {
  const log = await store.readAll({ categories: [club.courts], limit: 10_000 });
  expect(events.map(keyOf)).toEqual(log.map(keyOf));
};

function liveContract(under: StoreUnderTest): void {
  it('turns from catching up to live without a gap or a repeat while 16 writers append', async () => {
    const { store } = under;
    const club = tennisClub();
    await writeConcurrently(store, club, 16, 5);
    const writing = writeConcurrently(store, club, 16, 20, 5);
    const follower = new Follower(store, { categories: [club.courts], batchSize: 7 });
    await writing;
    await writeConcurrently(store, club, 16, 1, 25);
    await follower.received(16 * 26);
    await expectGapless(store, club, follower.events);
    expect(follower.caughtUp).toBeGreaterThan(0);
    await follower.stop();
  });

  it('gives an event that is appended while it waits', async () => {
    const club = tennisClub();
    const follower = new Follower(under.store, { after: await under.store.lastPosition() });
    await eventually(() => follower.caughtUp > 0);
    const { position } = await append(under.store, club.court(1), [booked(9)]);
    await follower.received(1);
    await eventually(() => follower.position === position);
    expect(follower.events.map(({ stream }) => stream)).toEqual([club.court(1)]);
    await follower.stop();
  });

  it('goes on after the position it is given', async () => {
    const club = tennisClub();
    await append(under.store, club.court(1), [booked(9), booked(10), booked(11)]);
    const follower = new Follower(under.store, { categories: [club.courts], batchSize: 2 });
    await follower.received(3);
    await follower.stop();
    await append(under.store, club.court(1), [booked(12)], 2);
    const after = follower.events[1]?.position;
    const resumed = new Follower(under.store, { categories: [club.courts], after });
    await resumed.received(2);
    expect(resumed.events.map(({ revision }) => revision)).toEqual([2, 3]);
    await resumed.stop();
  });

  it('reports how far it read, events of other categories included', async () => {
    const club = tennisClub();
    const after = await under.store.lastPosition();
    await append(under.store, club.court(1), [booked(9)]);
    const { position } = await append(under.store, club.member(1), [clubEvent('MemberJoined')]);
    const follower = new Follower(under.store, { after, categories: [club.courts] });
    await eventually(() => (follower.position ?? -1n) >= position);
    const later = await append(under.store, club.member(1), [clubEvent('MemberLeft')], 0);
    await eventually(() => (follower.position ?? -1n) >= later.position);
    expect(follower.events.map(({ stream }) => stream)).toEqual([club.court(1)]);
    await follower.stop();
  });
}

function handlerContract(under: StoreUnderTest): void {
  it('gives a slow handler one batch at a time, none larger than asked for, and loses nothing', async () => {
    const club = tennisClub();
    const sizes: number[] = [];
    let running = 0;
    let overlapped = false;
    const follower = new Follower(
      under.store,
      { categories: [club.courts], batchSize: 10 },
      async (events) => {
        running += 1;
        overlapped ||= running > 1;
        sizes.push(events.length);
        await setTimeout(10);
        running -= 1;
      },
    );
    await writeConcurrently(under.store, club, 8, 10);
    await follower.received(80);
    expect(overlapped).toBe(false);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(10);
    await expectGapless(under.store, club, follower.events);
    await follower.stop();
  });

  it('ends with the error of a handler that fails', async () => {
    const club = tennisClub();
    await append(under.store, club.court(1), [booked(9)]);
    const failure = new Error('the net is torn');
    let calls = 0;
    const follower = new Follower(under.store, { categories: [club.courts] }, () => {
      calls += 1;
      throw failure;
    });
    await eventually(() => follower.errors.length > 0);
    await append(under.store, club.court(1), [booked(10)], 0);
    await setTimeout(100);
    expect(follower.errors).toEqual([failure]);
    expect(calls).toBe(1);
    await follower.stop();
  });

  it('gives nothing more after stop, which waits for the batch in progress', async () => {
    const club = tennisClub();
    await append(under.store, club.court(1), [booked(9)]);
    let started = false;
    let finished = false;
    const follower = new Follower(under.store, { categories: [club.courts] }, async (events) => {
      if (events.length === 0) return;
      started = true;
      await setTimeout(50);
      finished = true;
    });
    await eventually(() => started);
    await follower.stop();
    expect(finished).toBe(true);
    await append(under.store, club.court(1), [booked(10)], 0);
    await setTimeout(100);
    expect(follower.events.map(({ revision }) => revision)).toEqual([0]);
    expect(follower.errors).toEqual([]);
  });
}

export function subscriptionContract(under: StoreUnderTest): void {
  liveContract(under);
  handlerContract(under);
}
