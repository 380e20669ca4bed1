import { AppendRefused, NO_STREAM, RevisionConflict, type StoredEvent } from '@anjuan/event-sourcing';
import type { StoreUnderTest } from './event-store.contract';
import { append, booked, check, clubEvent, record, tennisClub } from './tennis-club';

const ids = (events: readonly StoredEvent[]): string[] => events.map(({ id }) => id);

export function appendContract(under: StoreUnderTest): void {
  it('gives the first event of a stream revision 0 and answers position and revision of the last', async () => {
    const { store } = under;
    const [court] = [tennisClub().court(1)];
    const result = await append(store, court, [booked(9), booked(10)]);
    const stored = await store.readStream(court);
    expect(stored.map(({ revision }) => revision)).toEqual([0, 1]);
    expect(result.revisions).toEqual(new Map([[court, 1]]));
    expect(result.position).toBe(stored[1]?.position);
    expect(result.repeated).toBe(false);
  });

  it('returns what was appended: id, type, data, metadata, stream', async () => {
    const court = tennisClub().court(1);
    const event = clubEvent('CourtBooked', {
      hour: 9,
      by: { name: 'Ann' },
      tags: ['a', 1, null, true],
      fee: 0.1,
    });
    await append(under.store, court, [event]);
    const [stored] = await under.store.readStream(court);
    expect(stored).toEqual({ ...event, stream: court, revision: 0, position: stored?.position });
    expect(typeof stored?.position).toBe('bigint');
  });

  it.each([
    ['no stream, but it exists', NO_STREAM],
    ['a revision before the last', 0],
    ['a revision after the last', 2],
  ])('refuses an append that expects %s', async (_, expected) => {
    const court = tennisClub().court(1);
    await append(under.store, court, [booked(9), booked(10)]);
    const refusal = append(under.store, court, [booked(11)], expected);
    await expect(refusal).rejects.toBeInstanceOf(RevisionConflict);
    await expect(refusal).rejects.toMatchObject({ violations: [{ stream: court, expected, actual: 1 }] });
    expect(await under.store.readStream(court)).toHaveLength(2);
  });

  it('refuses an append that expects a revision of a stream that does not exist', async () => {
    const court = tennisClub().court(1);
    await expect(append(under.store, court, [booked(9)], 0)).rejects.toMatchObject({
      violations: [{ stream: court, expected: 0, actual: NO_STREAM }],
    });
    expect(await under.store.readStream(court)).toEqual([]);
  });

  it('names every check that does not hold', async () => {
    const club = tennisClub();
    await append(under.store, club.court(1), [booked(9)]);
    const records = [record(club.court(1), booked(10)), record(club.court(2), booked(10))];
    const checks = [check(club.court(1)), check(club.court(2)), check(club.member(1), 4)];
    const error = await under.store.append(records, checks).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RevisionConflict);
    const violations = error instanceof RevisionConflict ? error.violations : [];
    expect(new Set(violations)).toEqual(
      new Set([
        { stream: club.court(1), expected: NO_STREAM, actual: 0 },
        { stream: club.member(1), expected: 4, actual: NO_STREAM },
      ]),
    );
  });

  it('checks a stream that it does not write', async () => {
    const club = tennisClub();
    await append(under.store, club.member(1), [clubEvent('MemberJoined')]);
    const book = (hour: number, court: number, member: number) =>
      under.store.append(
        [record(club.court(court), booked(hour))],
        [check(club.court(court)), check(club.member(1), member)],
      );
    await book(9, 1, 0);
    await append(under.store, club.member(1), [clubEvent('MemberLeft')], 0);
    await expect(book(9, 2, 0)).rejects.toMatchObject({
      violations: [{ stream: club.member(1), expected: 0, actual: 1 }],
    });
    expect(await under.store.readStream(club.court(2))).toEqual([]);
    expect(await under.store.readStream(club.member(1))).toHaveLength(2);
  });

  it('writes to all streams or to none', async () => {
    const club = tennisClub();
    await append(under.store, club.court(2), [booked(9)]);
    const records = [record(club.court(1), booked(10)), record(club.court(2), booked(10))];
    await expect(
      under.store.append(records, [check(club.court(1)), check(club.court(2))]),
    ).rejects.toBeInstanceOf(RevisionConflict);
    expect(await under.store.readStream(club.court(1))).toEqual([]);
    const written = await under.store.append(records, [check(club.court(1)), check(club.court(2), 0)]);
    expect(written.revisions).toEqual(
      new Map([
        [club.court(1), 0],
        [club.court(2), 1],
      ]),
    );
  });

  it('keeps the order of records that interleave streams, in one place of the log', async () => {
    const club = tennisClub();
    const streams = [1, 2, 1, 3, 2, 1].map((id) => club.court(id));
    const records = streams.map((stream, hour) => record(stream, booked(hour)));
    const result = await under.store.append(
      records,
      [1, 2, 3].map((id) => check(club.court(id))),
    );
    const log = await under.store.readAll({ categories: [club.courts], limit: 100 });
    expect(ids(log)).toEqual(records.map(({ event }) => event.id));
    expect(log.map(({ revision }) => revision)).toEqual([0, 0, 1, 0, 1, 2]);
    expect(log.at(-1)?.position).toBe(result.position);
  });

  it('takes 64 appends to 64 streams at once', async () => {
    const club = tennisClub();
    const courts = Array.from({ length: 64 }, (_, id) => club.court(id));
    const results = await Promise.all(courts.map((court) => append(under.store, court, [booked(9)])));
    expect(new Set(results.map(({ position }) => position)).size).toBe(64);
    const log = await under.store.readAll({ categories: [club.courts], limit: 100 });
    expect(new Set(log.map(({ stream }) => stream))).toEqual(new Set(courts));
  });

  it('lets exactly one of 64 appends at the same revision win', async () => {
    const court = tennisClub().court(1);
    const attempts = Array.from({ length: 64 }, (_, hour) => append(under.store, court, [booked(hour)]));
    const outcomes = await Promise.allSettled(attempts);
    const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(lost).toHaveLength(63);
    for (const { reason } of lost) expect(reason).toBeInstanceOf(RevisionConflict);
    expect(await under.store.readStream(court)).toHaveLength(1);
  });

  it('takes appends in a row that were sent without waiting, each seeing the one before', async () => {
    const court = tennisClub().court(1);
    const sent = Array.from({ length: 32 }, (_, n) => append(under.store, court, [booked(n)], n - 1));
    const kept = (await Promise.allSettled(sent)).filter(({ status }) => status === 'fulfilled').length;
    const stored = await under.store.readStream(court, { limit: 100 });
    expect(stored.map(({ revision }) => revision)).toEqual(Array.from({ length: kept }, (_, n) => n));
    expect(stored.map(({ data }) => data.hour)).toEqual(Array.from({ length: kept }, (_, n) => n));
    expect(kept).toBeGreaterThan(0);
  });

  it('refuses an append without records', async () => {
    const court = tennisClub().court(1);
    await expect(under.store.append([], [check(court)])).rejects.toBeInstanceOf(AppendRefused);
  });

  it('refuses to write a stream whose revision is not checked', async () => {
    const club = tennisClub();
    const records = [record(club.court(1), booked(9)), record(club.court(2), booked(9))];
    await expect(under.store.append(records, [check(club.court(1))])).rejects.toBeInstanceOf(AppendRefused);
    expect(await under.store.readStream(club.court(1))).toEqual([]);
  });
}
