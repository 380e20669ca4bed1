import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { AppendRefused, StoreBusy, StoreUnavailable } from '@anjuan/event-sourcing';
import {
  append,
  booked,
  bookingRequest,
  check,
  clubEvent,
  eventually,
  Follower,
  record,
  useTemporaryFolders,
} from '@anjuan/testing';
import { openDatabase } from '../sqlite';
import {
  type EmbeddedEventStore,
  type EmbeddedEventStoreOptions,
  openEmbeddedEventStore,
} from './embedded-event-store';
import { eventStoreFile } from './event-store-schema';

const temporaryFolder = useTemporaryFolders();
let opened: EmbeddedEventStore[] = [];

const open = async (options: Partial<EmbeddedEventStoreOptions> = {}): Promise<EmbeddedEventStore> => {
  const store = await openEmbeddedEventStore({ folder: temporaryFolder(), ...options });
  opened.push(store);
  return store;
};

afterEach(async () => {
  const stores = opened;
  opened = [];
  await Promise.all(stores.map((store) => store.close()));
});

describe('durability', () => {
  it('commits in WAL mode with synchronous FULL on the writing connection', async () => {
    const store = await open();
    expect(await store.writerSettings()).toEqual({ journalMode: 'wal', synchronous: 2 });
  });

  it('numbers positions without a gap from 0, refused appends among them', async () => {
    const store = await open();
    const attempts = Array.from({ length: 300 }, (_, n) =>
      append(store, `court-${n % 100}`, [booked(n), booked(n)]),
    );
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(200);
    const positions = store.readStoredBytes().map(({ position }) => position);
    expect(positions).toEqual(Array.from({ length: 200 }, (_, n) => n));
    expect(await store.lastPosition()).toBe(199n);
  });

  it('answers -1 as the last position of an empty store', async () => {
    expect(await (await open()).lastPosition()).toBe(-1n);
  });

  it('finishes what waits when it is closed, then takes nothing more', async () => {
    const folder = temporaryFolder();
    const store = await open({ folder });
    const pending = append(store, 'court-1', [booked(9)]);
    await store.close();
    expect((await pending).position).toBe(0n);
    await expect(append(store, 'court-2', [booked(9)])).rejects.toBeInstanceOf(StoreUnavailable);
    expect(await (await open({ folder })).readStream('court-1')).toHaveLength(1);
  });
});

describe('a commit that is held back', () => {
  const held = async (options: Partial<EmbeddedEventStoreOptions> = {}) => {
    const gate = join(temporaryFolder(), 'hold');
    const store = await open({ holdCommitWhile: gate, ...options });
    writeFileSync(gate, '');
    return { store, release: () => rmSync(gate) };
  };

  it('acknowledges nothing and shows nothing until it happens', async () => {
    const { store, release } = await held();
    const follower = new Follower(store, {});
    let acknowledged = 0;
    const appends = Array.from({ length: 8 }, (_, n) =>
      append(store, `court-${n}`, [booked(n)]).then(() => {
        acknowledged += 1;
      }),
    );
    await setTimeout(200);
    expect(acknowledged).toBe(0);
    expect(await store.readAll()).toEqual([]);
    expect(await store.lastPosition()).toBe(-1n);
    expect(follower.events).toEqual([]);
    release();
    await Promise.all(appends);
    expect(acknowledged).toBe(8);
    await follower.received(8);
  });

  it('makes the store busy once the queue holds its number of events', async () => {
    const { store, release } = await held({ queue: { events: 10, bytes: 1_000_000 } });
    const waiting = Array.from({ length: 10 }, (_, n) => append(store, `court-${n}`, [booked(n)]));
    await expect(append(store, 'court-10', [booked(10)])).rejects.toBeInstanceOf(StoreBusy);
    release();
    await Promise.all(waiting);
    await append(store, 'court-10', [booked(10)]);
    expect(await store.lastPosition()).toBe(10n);
  });

  it('makes the store busy once the queue holds its number of bytes', async () => {
    const { store, release } = await held({ queue: { events: 1000, bytes: 10_000 } });
    const large = () => clubEvent('PictureTaken', { picture: 'x'.repeat(6000) });
    const first = append(store, 'court-1', [large()]);
    await expect(append(store, 'court-2', [large()])).rejects.toBeInstanceOf(StoreBusy);
    release();
    await first;
    await append(store, 'court-2', [large()]);
  });

  it('lets appends of one group on the same stream see each other', async () => {
    const { store, release } = await held();
    const first = append(store, 'member-1', [booked(1)]);
    const group = [-1, 0, 0, 1].map((expected, n) => append(store, 'court-1', [booked(n)], expected));
    const request = bookingRequest('ann');
    const requests = [1, 2].map((n) => append(store, `member-9${n}`, [booked(n)], -1, request));
    await setTimeout(50);
    release();
    await first;
    const outcomes = (await Promise.allSettled([...group, ...requests])).map(({ status }) => status);
    expect(outcomes).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'rejected']);
    const stored = await store.readStream('court-1');
    expect(stored.map(({ data }) => data.hour)).toEqual([0, 1, 3]);
  });
});

describe('what it refuses', () => {
  it('refuses a file of a newer release and says so', async () => {
    const folder = temporaryFolder();
    await (await open({ folder })).close();
    const database = openDatabase(eventStoreFile(folder));
    database.exec("UPDATE meta SET value = '2' WHERE name = 'schema_version'");
    database.close();
    await expect(open({ folder })).rejects.toThrow(/newer release \(schema 2, this one knows 1\)/);
  });

  it('refuses a file that is no database', async () => {
    const folder = temporaryFolder();
    writeFileSync(eventStoreFile(folder), 'a shopping list, not a database '.repeat(200));
    await expect(open({ folder })).rejects.toBeInstanceOf(StoreUnavailable);
  });

  it('refuses an event that is too large', async () => {
    const store = await open({ maxEventBytes: 1000 });
    const picture = clubEvent('PictureTaken', { picture: '图'.repeat(400) });
    await expect(append(store, 'court-1', [picture])).rejects.toThrow(/more than 1000/);
    await expect(append(store, 'court-1', [picture])).rejects.toBeInstanceOf(AppendRefused);
  });

  it.each([1.5, -2, Number.NaN])('refuses %d as an expected revision', async (expected) => {
    const store = await open();
    await expect(append(store, 'court-1', [booked(9)], expected)).rejects.toBeInstanceOf(AppendRefused);
  });

  it.each(['', '-1'])('refuses the stream name "%s", which has no category', async (stream) => {
    const store = await open();
    await expect(append(store, stream, [booked(9)])).rejects.toBeInstanceOf(AppendRefused);
  });
});

describe('stored bytes', () => {
  it('gives the text on disk, page by page in order of position', async () => {
    const store = await open();
    const event = clubEvent('CourtRenamed', { 名称: '中央球场 🎾', b: 1, a: [null] });
    await store.append(
      [record('court-1', event), record('court-2', booked(9))],
      [check('court-1'), check('court-2')],
    );
    const [first] = store.readStoredBytes({ limit: 1 });
    expect({ ...first }).toEqual({
      position: 0,
      stream: 'court-1',
      category: 'court',
      revision: 0,
      id: event.id,
      type: 'CourtRenamed',
      data: '{"名称":"中央球场 🎾","b":1,"a":[null]}',
      metadata: JSON.stringify(event.metadata),
    });
    expect(store.readStoredBytes({ after: 0n, limit: 5 }).map(({ stream }) => stream)).toEqual(['court-2']);
  });

  it('names the event whose stored text is not JSON', async () => {
    const folder = temporaryFolder();
    const store = await open({ folder });
    await append(store, 'court-1', [booked(9)]);
    const database = openDatabase(eventStoreFile(folder));
    database.exec('UPDATE events SET data = \'{"hour":\' WHERE position = 0');
    database.close();
    await expect(store.readAll()).rejects.toThrow(/position 0 \(court-1\) is not JSON/);
    expect(store.readStoredBytes()[0]?.data).toBe('{"hour":');
  });
});

describe('a backup', () => {
  it('is the log as it was at one moment, taken while appends go on', async () => {
    const store = await open();
    let writing = true;
    const writer = async (id: number) => {
      for (let n = 0; writing; n++) await append(store, `court-${id}`, [booked(n)], n - 1);
    };
    const writers = Promise.all([1, 2, 3, 4].map(writer));
    await eventually(() => store.readStoredBytes({ limit: 100 }).length === 100);
    const copy = temporaryFolder();
    await store.backup(eventStoreFile(copy));
    writing = false;
    await writers;
    const restored = await open({ folder: copy });
    const count = Number(await restored.lastPosition()) + 1;
    expect(count).toBeGreaterThanOrEqual(100);
    expect(restored.readStoredBytes({ limit: count })).toEqual(store.readStoredBytes({ limit: count }));
    await append(restored, 'court-9', [booked(9)]);
  });

  it('does not overwrite a file', async () => {
    const store = await open();
    const file = join(temporaryFolder(), 'backup.db');
    writeFileSync(file, 'something else');
    await expect(store.backup(file)).rejects.toThrow(/exists/);
  });

  it('fails with the reason when it cannot be written', async () => {
    const store = await open();
    const file = join(temporaryFolder(), 'no-such-folder', 'backup.db');
    await expect(store.backup(file)).rejects.toThrow(/unable to open/);
    expect(existsSync(file)).toBe(false);
  });
});
