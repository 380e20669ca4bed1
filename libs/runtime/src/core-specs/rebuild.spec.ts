import { onCategory, ProjectionRunner, projection, type Row, rebuild, row } from '@anjuan/event-sourcing';
import { type CourtOffice, openCourtOffice } from './court-office.fixture';
import { book, type courtEvents, envelope } from './tennis-court.fixture';

interface CourtRow extends Row {
  readonly hours: readonly number[];
  readonly players: number;
}

const courtsOf = (version: number, count: (hours: readonly number[]) => number) =>
  projection<CourtRow>({
    name: 'courts',
    version,
    indexes: [['players']],
    categories: [
      onCategory<CourtRow, typeof courtEvents>('court')({
        CourtBooked: row(
          ({ courtId }) => courtId,
          (before, { hour }) => {
            const hours = [...(before?.hours ?? []), hour];
            return { hours, players: count(hours) };
          },
        ),
        BookingCancelled: row(
          () => ({ where: { players: { gte: 0 } } }),
          (before, { hour }) =>
            before && { ...before, hours: before.hours.filter((other) => other !== hour) },
        ),
      }),
    ],
  });

const courts = courtsOf(1, (hours) => hours.length);

let office: CourtOffice;
let runner: ProjectionRunner;
beforeEach(async () => {
  office = await openCourtOffice();
  runner = new ProjectionRunner(courts, await office.models.live(courts), office.store, office.feed);
  await runner.start();
  for (const [n, id] of ['c1', 'c2', 'c1'].entries())
    await office.send(book(9 + n, `P${'x'.repeat(n)}`, id), envelope());
  await runner.reached(await office.store.lastPosition(), 5_000);
});
afterEach(async () => {
  await runner.stop();
  await office.close();
});

it('a rebuilt read model equals the live one, and is swapped in', async () => {
  const report = await rebuild(runner, office, { swap: true });
  expect(report).toMatchObject({ name: 'courts', equal: true, differing: [] });
  expect(report.liveHash).toBe(report.rebuiltHash);
  expect(await runner.readModel.get('c1')).toEqual({ hours: [9, 11], players: 2 });
});

it('a row that somebody changed is named', async () => {
  await runner.readModel.apply(
    [{ id: 'c2', row: { hours: [], players: 0 } }],
    await runner.readModel.checkpoint(),
  );
  const report = await rebuild(runner, office, { swap: false });
  expect(report).toMatchObject({ equal: false, differing: ['c2'] });
  expect(await runner.readModel.get('c2')).toEqual({ hours: [], players: 0 });
});

it('goes on with new events after the swap', async () => {
  await rebuild(runner, office, { swap: true });
  const { position } = await office.send(book(15, 'late', 'c3'), envelope());
  expect(await runner.reached(BigInt(position), 5_000)).toBe(true);
  expect(await runner.readModel.get('c3')).toEqual({ hours: [15], players: 1 });
});

it('reads and writes go on while another version fills', async () => {
  const doubled = courtsOf(2, (hours) => hours.length * 2);
  const next = new ProjectionRunner(doubled, runner.readModel, office.store, office.feed);
  await runner.stop();
  await next.start();
  expect(next.isOutdated).toBe(true);
  const rebuilding = rebuild(next, office, { swap: true });
  const seen = await next.readModel.get('c1');
  await office.send(book(20, 'meanwhile', 'c9'), envelope());
  const report = await rebuilding;
  expect(seen).toMatchObject({ hours: [9, 11] });
  expect(report).toMatchObject({ version: 2, equal: undefined });
  await next.reached(await office.store.lastPosition(), 5_000);
  expect([next.isOutdated, next.failure]).toEqual([false, undefined]);
  expect(await next.readModel.get('c1')).toEqual({ hours: [9, 11], players: 4 });
  expect(await next.readModel.get('c9')).toMatchObject({ hours: [20] });
  await next.stop();
});

it('a filter target changes every row that it matches, also one of the same batch', async () => {
  await office.send({ type: 'CancelBooking', data: { courtId: 'c1', hour: 9 } }, envelope());
  await runner.reached(await office.store.lastPosition(), 5_000);
  expect(await runner.readModel.get('c1')).toMatchObject({ hours: [11] });
  expect((await rebuild(runner, office, { swap: false })).equal).toBe(true);
});

it('a rebuild that is ended early leaves the live one as it was, and following', async () => {
  const ended = rebuild(runner, office, { swap: true, signal: AbortSignal.abort() });
  await expect(ended).rejects.toThrow('aborted');
  const { position } = await office.send(book(15, 'late', 'c3'), envelope());
  expect(await runner.reached(BigInt(position), 5_000)).toBe(true);
  expect(await runner.readModel.get('c3')).toEqual({ hours: [15], players: 1 });
});
