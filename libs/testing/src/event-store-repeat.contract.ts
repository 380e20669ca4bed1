import { AppendRefused, RequestRepeated, RevisionConflict } from '@anjuan/event-sourcing';
import type { StoreUnderTest } from './event-store.contract';
import { append, booked, bookingRequest, check, record, tennisClub } from './tennis-club';

export function repeatedIdsContract(under: StoreUnderTest, reusedIds: 'refused' | 'not noticed'): void {
  it('answers a repeat by event ids with the first result and writes nothing', async () => {
    const court = tennisClub().court(1);
    const events = [booked(9), booked(10)];
    const first = await append(under.store, court, events);
    expect(await append(under.store, court, events)).toEqual({ ...first, repeated: true });
    expect(await under.store.readStream(court)).toHaveLength(2);
  });

  it('answers a repeat after other events with the first result', async () => {
    const club = tennisClub();
    const event = booked(9);
    const first = await append(under.store, club.court(1), [event]);
    await append(under.store, club.court(1), [booked(10)], 0);
    await append(under.store, club.court(2), [booked(10)]);
    expect(await append(under.store, club.court(1), [event])).toEqual({ ...first, repeated: true });
    expect(await under.store.readStream(club.court(1))).toHaveLength(2);
  });

  it('answers a repeat over several streams with the first result of each', async () => {
    const club = tennisClub();
    const records = [1, 2, 1].map((id) => record(club.court(id), booked(id)));
    const checks = [check(club.court(1)), check(club.court(2))];
    const first = await under.store.append(records, checks);
    await append(under.store, club.court(2), [booked(12)], 0);
    expect(await under.store.append(records, checks)).toEqual({ ...first, repeated: true });
  });

  it('stores the same append once when it is sent twice at the same time', async () => {
    const court = tennisClub().court(1);
    const events = [booked(9)];
    const [one, two] = await Promise.all([
      append(under.store, court, events),
      append(under.store, court, events),
    ]);
    expect(two?.position).toBe(one?.position);
    expect(await under.store.readStream(court)).toHaveLength(1);
  });

  if (reusedIds === 'not noticed') return;

  it('refuses a mix of known and new events', async () => {
    const court = tennisClub().court(1);
    const known = booked(9);
    await append(under.store, court, [known]);
    await expect(append(under.store, court, [known, booked(10)], 0)).rejects.toBeInstanceOf(AppendRefused);
    expect(await under.store.readStream(court)).toHaveLength(1);
  });

  it('refuses an event id that another stream holds', async () => {
    const club = tennisClub();
    const known = booked(9);
    await append(under.store, club.court(1), [known]);
    await expect(append(under.store, club.court(2), [known])).rejects.toBeInstanceOf(AppendRefused);
    expect(await under.store.readStream(club.court(2))).toEqual([]);
  });

  it('refuses the same event id twice in one append', async () => {
    const court = tennisClub().court(1);
    const event = booked(9);
    await expect(append(under.store, court, [event, event])).rejects.toBeInstanceOf(AppendRefused);
    expect(await under.store.readStream(court)).toEqual([]);
  });
}

export function requestContract(under: StoreUnderTest): void {
  it('keeps the request of an append and finds it by account and key', async () => {
    const club = tennisClub();
    const request = bookingRequest(club.member(1));
    await append(under.store, club.court(1), [booked(9)], -1, request);
    expect(await under.store.findRequest(request.account, request.key)).toEqual(request);
    expect(await under.store.findRequest(request.account, 'another key')).toBeUndefined();
    expect(await under.store.findRequest(club.member(2), request.key)).toBeUndefined();
  });

  it('refuses a key that the account used before, with the first request', async () => {
    const club = tennisClub();
    const first = bookingRequest(club.member(1));
    await append(under.store, club.court(1), [booked(9)], -1, first);
    const second = { ...first, bodyDigest: 'b'.repeat(64), result: { id: 'court-2' } };
    const refusal = append(under.store, club.court(2), [booked(9)], -1, second);
    await expect(refusal).rejects.toBeInstanceOf(RequestRepeated);
    await expect(refusal).rejects.toMatchObject({ first });
    expect(await under.store.readStream(club.court(2))).toEqual([]);
  });

  it('says that the key is known before it says that a check does not hold', async () => {
    const club = tennisClub();
    const request = bookingRequest(club.member(1));
    await append(under.store, club.court(1), [booked(9)], -1, request);
    await expect(append(under.store, club.court(1), [booked(9)], -1, request)).rejects.toMatchObject({
      first: request,
    });
  });

  it('answers a repeat by ids and key with the first result', async () => {
    const club = tennisClub();
    const request = bookingRequest(club.member(1));
    const events = [booked(9)];
    const first = await append(under.store, club.court(1), events, -1, request);
    expect(await append(under.store, club.court(1), events, -1, request)).toEqual({
      ...first,
      repeated: true,
    });
  });

  it('takes the same key from another account', async () => {
    const club = tennisClub();
    const request = bookingRequest(club.member(1));
    await append(under.store, club.court(1), [booked(9)], -1, request);
    await append(under.store, club.court(2), [booked(9)], -1, { ...request, account: club.member(2) });
    expect(await under.store.readStream(club.court(2))).toHaveLength(1);
  });

  it('lets exactly one of 16 requests with the same key through', async () => {
    const club = tennisClub();
    const request = bookingRequest(club.member(1));
    const attempts = Array.from({ length: 16 }, (_, id) =>
      append(under.store, club.court(id), [booked(9)], -1, request),
    );
    const lost = (await Promise.allSettled(attempts)).filter((outcome) => outcome.status === 'rejected');
    expect(lost).toHaveLength(15);
    for (const { reason } of lost) expect(reason).toBeInstanceOf(RequestRepeated);
    expect(await under.store.readAll({ categories: [club.courts], limit: 100 })).toHaveLength(1);
  });

  it('keeps no request of an append that was refused', async () => {
    const club = tennisClub();
    const request = bookingRequest(club.member(1));
    await expect(append(under.store, club.court(1), [booked(9)], 3, request)).rejects.toBeInstanceOf(
      RevisionConflict,
    );
    expect(await under.store.findRequest(request.account, request.key)).toBeUndefined();
    await append(under.store, club.court(1), [booked(9)], -1, request);
  });

  it('shows requests neither in the log nor as the last position', async () => {
    const club = tennisClub();
    const before = await under.store.lastPosition();
    const { position } = await append(
      under.store,
      club.court(1),
      [booked(9)],
      -1,
      bookingRequest(club.member(1)),
    );
    const log = await under.store.readAll({ after: before, limit: 100 });
    expect(log.map(({ stream }) => stream)).toEqual([club.court(1)]);
    expect(await under.store.lastPosition()).toBe(position);
  });
}
