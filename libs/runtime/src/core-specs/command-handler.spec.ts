import { streamName } from '@anjuan/event-sourcing';
import { type CourtOffice, openCourtOffice } from './court-office.fixture';
import { book, envelope } from './tennis-court.fixture';

let office: CourtOffice;
beforeEach(async () => {
  office = await openCourtOffice();
});
afterEach(() => office.close());

const eventsOf = async (id: string) =>
  (await office.log.load(streamName('court', id))).events.map(({ event }) => event.type);

it('records who did what, through which channel, and answers the new revision', async () => {
  const result = await office.send(book(9), envelope({ causationId: 'because' }));
  expect(result).toEqual({ id: 'c1', revision: 0, position: '1' });
  const [first] = (await office.log.load('court-c1')).events;
  expect(first?.event.data).toEqual({ courtId: 'c1', hour: 9, player: '王秀英' });
  expect(first?.meta.metadata).toMatchObject({
    actorId: 'a1',
    actorKind: 'person',
    actorGrants: 'player@350200',
    channel: 'counter',
    $correlationId: 'c-1',
    $causationId: 'because',
    recordedAt: '2026-03-02T01:00:00.000Z',
    effectiveOn: '2026-03-02',
  });
});

it('writes the events of a decision to all its streams or to none', async () => {
  for (const hour of [9, 10, 11]) await office.send(book(hour), envelope());
  await expect(office.send(book(12), envelope())).rejects.toMatchObject({ code: 'court.limit' });
  expect((await office.log.load('player-3')).events).toHaveLength(3);
  expect(await eventsOf('c1')).toHaveLength(3);
});

it('keeps a rule across streams when two commands race for the last place', async () => {
  const outcomes = await Promise.allSettled(
    ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'].map((id) => office.send(book(9, '王秀英', id), envelope())),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  expect((await office.log.load('player-3')).events.map(({ event }) => event.data.hours)).toEqual([1, 2, 3]);
});

it('tries again on its own when nobody stated a revision', async () => {
  const outcomes = await Promise.all(
    [book(9, 'A'), book(10, 'BB'), book(11, 'CCC')].map((one) => office.send(one, envelope())),
  );
  expect(outcomes.map(({ revision }) => revision).sort()).toEqual([0, 1, 2]);
});

describe('a stated revision', () => {
  it('that is old is refused with what changed', async () => {
    await office.send(book(9), envelope());
    await office.send(
      book(10),
      envelope({ actor: { accountId: 'b2', kind: 'person', grants: [{ role: 'player', area: '350200' }] } }),
    );
    await expect(office.send(book(11), envelope({ expectedRevision: 0 }))).rejects.toMatchObject({
      code: 'request.stale-revision',
      details: { expected: 0, actual: 1, changes: [{ type: 'CourtBooked', revision: 1, actorId: 'b2' }] },
    });
    expect(await eventsOf('c1')).toHaveLength(2);
  });

  it('lets exactly one of two decide on the same view', async () => {
    await office.send(book(9), envelope());
    const outcomes = await Promise.allSettled(
      [10, 11].map((hour) => office.send(book(hour), envelope({ expectedRevision: 0 }))),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'request.stale-revision' });
  });
});

describe('a request key', () => {
  const keyed = (bodyDigest: string) => envelope({ requestKey: 'key-0001', bodyDigest });

  it('answers the first result again and records nothing twice', async () => {
    const first = await office.send(book(9), keyed('d1'));
    await office.send(book(10), envelope());
    expect(await office.send(book(9), keyed('d1'))).toMatchObject({ id: 'c1', revision: first.revision });
    expect(await eventsOf('c1')).toHaveLength(2);
  });

  it('used at the same moment records once', async () => {
    const results = await Promise.all([1, 2, 3, 4].map(() => office.send(book(9), keyed('d1'))));
    expect(new Set(results.map(({ revision }) => revision))).toEqual(new Set([0]));
    expect(await eventsOf('c1')).toEqual(['CourtBooked']);
  });

  it('with another body is refused', async () => {
    await office.send(book(9), keyed('d1'));
    await expect(office.send(book(10), keyed('d2'))).rejects.toMatchObject({ code: 'request.key-reused' });
    expect(await eventsOf('c1')).toHaveLength(1);
  });

  it('of another account is another key', async () => {
    await office.send(book(9), keyed('d1'));
    const other = { accountId: 'b2', kind: 'person', grants: [{ role: 'player', area: '350200' }] } as const;
    await office.send(book(10), { ...keyed('d2'), actor: other });
    expect(await eventsOf('c1')).toHaveLength(2);
  });
});

describe('access', () => {
  it('is asked with permission and areas before anything is decided', async () => {
    const nobody = { accountId: 'n', kind: 'person', grants: [] } as const;
    await expect(office.send(book(9), envelope({ actor: nobody }))).rejects.toMatchObject({
      code: 'access.forbidden',
    });
    expect(office.asked).toEqual(['n court:book 350200']);
    expect(await eventsOf('c1')).toEqual([]);
  });

  it('to commands of the system is refused to people', async () => {
    const close = { type: 'CloseHour', data: { courtId: 'c1', hour: 9 } };
    await expect(office.send(close, envelope())).rejects.toMatchObject({ code: 'access.forbidden' });
  });
});
