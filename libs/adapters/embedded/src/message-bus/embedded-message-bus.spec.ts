import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { EventStore, Message, MessageBus, Subscription } from '@anjuan/event-sourcing';
import { type CourtBookings, courtBookings, playerBooked, useTemporaryFolders } from '@anjuan/testing';
import { openEmbeddedEventStore } from '../event-store/embedded-event-store';
import { filesContaining } from '../files/files-containing.fixture';
import { openEmbeddedMessageBus } from './embedded-message-bus';

const temporaryFolder = useTemporaryFolders();
const clock = { now: () => '2026-03-02T02:00:00.000Z' };

describe('the embedded message bus', () => {
  let store: EventStore;
  let courts: CourtBookings;
  let folder: string;
  const opened: MessageBus[] = [];
  beforeEach(async () => {
    folder = temporaryFolder();
    store = await openEmbeddedEventStore({ folder: join(folder, 'log') });
    courts = courtBookings();
  });
  afterEach(async () => {
    for (const bus of opened.splice(0)) await bus.close();
    await store.close();
  });

  const open = (name: string, more: { store?: EventStore; onError?: (group: string) => void } = {}) => {
    const { publishers, log } = courts;
    const place = join(folder, name);
    const bus = openEmbeddedMessageBus({
      store,
      log,
      publishers,
      folder: place,
      clock,
      retryDelays: [],
      ...more,
    });
    opened.push(bus);
    return bus;
  };
  const append = (court: string, ...hours: number[]) =>
    courts.append(store, court, ...hours.map((hour) => playerBooked(hour, '司马相如')));
  const consume = (bus: MessageBus, handle: (message: Message) => Promise<void>, topic = courts.topic) =>
    bus.consume({ group: 'desk', topics: [topic] }, handle);

  it('delivers again what was being handled when the process died', async () => {
    await append('a', 8, 9);
    const first: unknown[] = [];
    let crashed: () => void = () => {};
    const crash = new Promise<void>((resolve) => {
      crashed = resolve;
    });
    consume(open('bus'), async ({ data }) => {
      first.push(data.hour);
      // What a killed process leaves behind is what is on disk at this moment.
      if (data.hour === 9) {
        cpSync(join(folder, 'bus'), join(folder, 'after-crash'), { recursive: true });
        crashed();
      }
    });
    await crash;
    const second: unknown[] = [];
    await consume(open('after-crash'), async ({ data }) => {
      second.push(data.hour);
    }).caughtUp();
    expect([first, second]).toEqual([
      [8, 9],
      [8, 9],
    ]);
  });

  it('keeps nothing of what a parked message says', async () => {
    await append('a', 8, 9);
    const bus = open('bus');
    await consume(bus, () => Promise.reject(new Error('printer on fire')), courts.guardedTopic).caughtUp();
    const [parked] = await bus.parked('desk');
    expect(parked?.message.data.player).toBe('司马相如');
    await bus.close();
    expect(filesContaining(join(folder, 'bus'), 'printer on fire')).not.toEqual([]);
    expect(filesContaining(join(folder, 'bus'), '司马相如')).toEqual([]);
    opened.splice(0);
  });

  it('tells of a failure of the log and goes on delivering by itself', async () => {
    await append('a', 8);
    const failures: string[] = [];
    let attempts = 0;
    const failing: EventStore = {
      ...store,
      lastPosition: () => store.lastPosition(),
      readAll: (options) => store.readAll(options),
      readStream: (stream, options) => store.readStream(stream, options),
      subscribe(options, handler): Subscription {
        attempts += 1;
        if (attempts > 1) return store.subscribe(options, handler);
        setImmediate(() => handler.onError?.(new Error('the disk is gone')));
        return { stop: async () => undefined };
      },
    };
    const heard: unknown[] = [];
    const consumer = consume(
      open('bus', { store: failing, onError: (group) => failures.push(group) }),
      async ({ data }) => {
        heard.push(data.hour);
      },
    );
    await expect(consumer.caughtUp()).rejects.toThrow('the disk is gone');
    await consumer.caughtUp();
    expect([heard, failures]).toEqual([[8], ['desk']]);
  });

  it('handles no more keys at a time than it is allowed to', async () => {
    for (const court of 'abcdefghijkl') await append(court, 8, 9);
    let [now, most] = [0, 0];
    await consume(open('bus'), async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, 2));
      now -= 1;
    }).caughtUp();
    expect(most).toBe(8);
  });

  it('does not deliver to a consumer that was stopped, and does not wait for it', async () => {
    const heard: unknown[] = [];
    const consumer = consume(open('bus'), async ({ data }) => {
      heard.push(data.hour);
    });
    await consumer.stop();
    await append('a', 8);
    await expect(consumer.caughtUp()).rejects.toThrow('stopped');
    expect(heard).toEqual([]);
  });
});
