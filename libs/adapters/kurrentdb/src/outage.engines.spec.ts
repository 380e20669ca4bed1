import { type EventStore, type EventToStore, StoreUnavailable } from '@anjuan/event-sourcing';
import { append, booked, eventually, Follower, type TennisClub, tennisClub } from '@anjuan/testing';
import { openKurrentDbEventStore } from './kurrentdb-event-store';
import { kurrentDbUrl } from './kurrentdb-url.fixture';
import { TcpProxy } from './tcp-proxy.fixture';

/** The same connection string, with the server's address replaced by the proxy's. */
function through(url: string): { proxy: TcpProxy; urlOf: () => string } {
  const address = /^(?<before>\w+:\/\/(?:[^@/]*@)?)(?<host>[^:/?,]+)(?::(?<port>\d+))?/.exec(url)?.groups;
  if (!address?.host) throw new Error('KURRENTDB_URL must name one server for this test');
  const { before = '', host, port = '2113' } = address;
  const rest = url.slice(`${before}${host}${address.port ? `:${address.port}` : ''}`.length);
  const proxy = new TcpProxy(host, Number(port));
  return { proxy, urlOf: () => `${before}127.0.0.1:${proxy.localPort}${rest}` };
}

/** Appends one event after the other to a court until told to stop; sends again what got no answer. */
async function keepBooking(store: EventStore, court: string, more: () => boolean): Promise<EventToStore[]> {
  const acknowledged: EventToStore[] = [];
  while (more()) {
    const event = booked(acknowledged.length);
    await insist(() => append(store, court, [event], acknowledged.length - 1));
    acknowledged.push(event);
  }
  return acknowledged;
}

async function insist<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || attempt > 500) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

describe('KurrentDB while the server is away', () => {
  const { proxy, urlOf } = through(kurrentDbUrl());
  let store: EventStore;
  let outages: unknown[];
  let club: TennisClub;

  beforeEach(async () => {
    await proxy.open();
    outages = [];
    club = tennisClub();
    store = await openKurrentDbEventStore({ url: urlOf(), onOutage: (error) => outages.push(error) });
  });

  afterEach(async () => {
    await store.close();
    await proxy.cut();
  });

  it('keeps every acknowledged append and each once, and subscriptions go on without a gap or a repeat', async () => {
    const courts = Array.from({ length: 8 }, (_, id) => club.court(id));
    const follower = new Follower(store, { categories: [club.courts], after: await store.lastPosition() });
    await eventually(() => follower.caughtUp > 0);
    let cuts = 0;
    const booking = Promise.all(courts.map((court) => keepBooking(store, court, () => cuts < 3)));
    while (cuts < 3) {
      const before = follower.events.length;
      await eventually(() => follower.events.length > before + 20);
      await proxy.cut();
      await eventually(() => outages.length > cuts);
      await proxy.open();
      cuts += 1;
    }
    const acknowledged = await booking;
    for (const [index, court] of courts.entries()) {
      const stored = await store.readStream(court);
      expect(stored.map(({ id }) => id)).toEqual(acknowledged[index]?.map(({ id }) => id));
    }
    await follower.received(acknowledged.flat().length);
    const log = await store.readAll({ categories: [club.courts] });
    expect(follower.events.map(({ id }) => id)).toEqual(log.map(({ id }) => id));
    expect(follower.errors).toEqual([]);
    await follower.stop();
  });

  it('says that it cannot be reached, and works again with the same handle', async () => {
    await append(store, club.court(1), [booked(9)]);
    await proxy.cut();
    await expect(append(store, club.court(1), [booked(10)], 0)).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.readStream(club.court(1))).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.lastPosition()).rejects.toBeInstanceOf(StoreUnavailable);
    await proxy.open();
    await insist(() => append(store, club.court(1), [booked(10)], 0));
    expect(await insist(() => store.readStream(club.court(1)))).toHaveLength(2);
  });

  it('is not opened without a server', async () => {
    await proxy.cut();
    await expect(openKurrentDbEventStore({ url: urlOf() })).rejects.toBeInstanceOf(StoreUnavailable);
  });

  it('stops a subscription that waits for the server', async () => {
    const follower = new Follower(store, { categories: [club.courts] });
    await proxy.cut();
    await eventually(() => outages.length > 0);
    await follower.stop();
    expect(follower.errors).toEqual([]);
  });
});
