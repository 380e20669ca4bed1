import type { EventStore, ReadStreamOptions } from '@anjuan/event-sourcing';
import type { StoreUnderTest } from './event-store.contract';
import { append, booked, bookingRequest, clubEvent, tennisClub } from './tennis-club';

const hours = (count: number) => Array.from({ length: count }, (_, hour) => booked(hour));

const revisionsOf = async (store: EventStore, stream: string, options?: ReadStreamOptions) =>
  (await store.readStream(stream, options)).map(({ revision }) => revision);

function streamContract(under: StoreUnderTest): void {
  it.each([
    ['everything from the start', {}, [0, 1, 2, 3, 4, 5]],
    ['from a revision', { from: 4 }, [4, 5]],
    ['with a limit', { limit: 2 }, [0, 1]],
    ['from a revision with a limit', { from: 2, limit: 3 }, [2, 3, 4]],
    ['from after the end', { from: 6 }, []],
    ['backwards from the end', { direction: 'backwards' }, [5, 4, 3, 2, 1, 0]],
    ['the last one', { direction: 'backwards', limit: 1 }, [5]],
    ['backwards from a revision', { direction: 'backwards', from: 3, limit: 2 }, [3, 2]],
    ['backwards past the start', { direction: 'backwards', from: 1, limit: 9 }, [1, 0]],
  ] as const)('reads a stream: %s', async (_, options, expected) => {
    const court = tennisClub().court(1);
    await append(under.store, court, hours(6));
    expect(await revisionsOf(under.store, court, options)).toEqual(expected);
  });

  it('reads nothing of a stream that does not exist', async () => {
    const court = tennisClub().court(1);
    expect(await under.store.readStream(court)).toEqual([]);
    expect(await under.store.readStream(court, { direction: 'backwards', limit: 1 })).toEqual([]);
  });

  it('reads a stream of 1,200 events whole and in order', async () => {
    const court = tennisClub().court(1);
    for (let done = 0; done < 1200; done += 300) await append(under.store, court, hours(300), done - 1);
    const revisions = await revisionsOf(under.store, court);
    expect(revisions).toEqual(Array.from({ length: 1200 }, (_, n) => n));
    const last = await revisionsOf(under.store, court, { direction: 'backwards', limit: 1100 });
    expect(last).toEqual(revisions.slice(100).reverse());
  });
}

function logContract(under: StoreUnderTest): void {
  it('reads the log after a position, a page at a time, in order of position', async () => {
    const club = tennisClub();
    const start = await under.store.lastPosition();
    for (let id = 0; id < 7; id++)
      await append(under.store, club.court(id % 3), [booked(id)], Math.floor(id / 3) - 1);
    const first = await under.store.readAll({ after: start, limit: 4 });
    const second = await under.store.readAll({ after: first.at(-1)?.position ?? start, limit: 4 });
    const log = [...first, ...second];
    expect(log.map(({ data }) => data.hour)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    const positions = log.map(({ position }) => position);
    expect(positions).toEqual([...new Set(positions)].sort((a, b) => (a < b ? -1 : 1)));
    expect(await under.store.readAll({ after: await under.store.lastPosition(), limit: 4 })).toEqual([]);
  });

  it('reads the log of the categories that are asked for', async () => {
    const club = tennisClub();
    await append(under.store, club.court(1), [booked(9)]);
    await append(under.store, club.member(1), [clubEvent('MemberJoined')]);
    await append(under.store, club.court(2), [booked(10)]);
    const streams = async (categories: string[], limit = 100) =>
      (await under.store.readAll({ categories, limit })).map(({ stream }) => stream);
    expect(await streams([club.courts])).toEqual([club.court(1), club.court(2)]);
    expect(await streams([club.members])).toEqual([club.member(1)]);
    expect(await streams([club.members, club.courts])).toEqual([
      club.court(1),
      club.member(1),
      club.court(2),
    ]);
    expect(await streams([club.members, club.courts], 2)).toEqual([club.court(1), club.member(1)]);
    expect(await streams([`${club.courts}x`])).toEqual([]);
  });

  it('knows the position of the newest event', async () => {
    const { position } = await append(under.store, tennisClub().court(1), [booked(9)]);
    expect(await under.store.lastPosition()).toBe(position);
  });
}

export function readContract(under: StoreUnderTest, largeEventBytes: number): void {
  streamContract(under);
  logContract(under);

  it('keeps Chinese text, emoji and awkward characters as they are', async () => {
    const court = tennisClub().court('北京-朝阳');
    const text = '张伟·异地就医备案 𠮷野家 👩‍👩‍👧‍👦 🎾 e\u0301 é "\\\n\t\u2028 \u0000 \u007f';
    const event = { ...clubEvent('CourtRenamed', { 名称: text }), metadata: { 备注: '补正 🎾' } };
    await append(under.store, court, [event]);
    const [stored] = await under.store.readStream(court);
    expect(stored?.stream).toBe(court);
    expect(stored?.data).toEqual({ 名称: text });
    expect(stored?.metadata).toEqual(event.metadata);
  });

  it(`keeps an event of ${largeEventBytes.toLocaleString('en')} bytes`, async () => {
    const court = tennisClub().court(1);
    const pattern = '0123456789abcdef';
    const picture = pattern.repeat(Math.floor((largeEventBytes - 100) / pattern.length));
    await append(under.store, court, [clubEvent('PictureTaken', { picture })]);
    const [stored] = await under.store.readStream(court);
    expect(stored?.data.picture === picture).toBe(true);
  });

  it('keeps everything when it is closed and opened again', async () => {
    const club = tennisClub();
    const request = bookingRequest(club.member(1));
    const events = hours(3);
    const first = await append(under.store, club.court(1), events, -1, request);
    const before = await under.store.readStream(club.court(1));
    await under.reopen();
    expect(await under.store.readStream(club.court(1))).toEqual(before);
    expect(await under.store.lastPosition()).toBe(first.position);
    expect(await under.store.findRequest(request.account, request.key)).toEqual(request);
    expect(await append(under.store, club.court(1), events)).toEqual({ ...first, repeated: true });
    const next = await append(under.store, club.court(1), [booked(12)], 2);
    expect(next.position > first.position).toBe(true);
  });
}
