import {
  cancelTimer,
  ProjectionRunner,
  Rejected,
  setTimer,
  TimerRunner,
  timers,
  timersProjection,
} from '@anjuan/event-sourcing';
import { type CourtOffice, openCourtOffice } from './court-office.fixture';
import { book, type courtEvents, envelope } from './tennis-court.fixture';

/** A booking that nobody took up is closed a day later. */
const lapse = timers<typeof courtEvents>(
  'lapse',
  'court',
)({
  CourtBooked: ({ courtId, hour }, { recordedAt }) => [
    setTimer(`lapse-${courtId}-${hour}`, new Date(Date.parse(recordedAt) + 86_400_000).toISOString(), {
      type: 'CloseHour',
      data: { courtId, hour },
    }),
  ],
  BookingCancelled: ({ courtId, hour }) => [cancelTimer(`lapse-${courtId}-${hour}`)],
});

const model = timersProjection('timers', [lapse]);
let office: CourtOffice;
let runner: ProjectionRunner;
let sent: string[];
let refused: string[];

const timerRunner = () =>
  new TimerRunner({
    model: () => runner.readModel,
    clock: office.clock,
    send: async (command, origin) => {
      sent.push(`${command.type} ${origin.requestKey?.split('/').slice(0, 2).join('/')}`);
      const result = await office.send(command, origin);
      await runner.reached(BigInt(result.position), 5_000);
      return result;
    },
    onRefused: (_, __, rejection) => refused.push(rejection.code),
    onFailure: (error) => {
      throw error;
    },
  });

beforeEach(async () => {
  [sent, refused] = [[], []];
  office = await openCourtOffice();
  runner = new ProjectionRunner(model, await office.models.live(model), office.store, office.feed);
  await runner.start();
  for (const hour of [9, 10]) await office.send(book(hour, `${hour}`), envelope());
  await runner.reached(await office.store.lastPosition(), 5_000);
});
afterEach(async () => {
  await runner.stop();
  await office.close();
});

it('nothing fires before it is due', async () => {
  office.clock.standAt('2026-03-03T00:59:59.999Z');
  await timerRunner().fireDue();
  expect(sent).toEqual([]);
});

it('what fell due while nothing ran fires once each', async () => {
  office.clock.standAt('2026-03-09T01:00:00.000Z');
  await timerRunner().fireDue();
  await timerRunner().fireDue();
  expect(sent.toSorted()).toEqual(['CloseHour lapse/lapse-c1-10', 'CloseHour lapse/lapse-c1-9']);
  expect(
    (await office.log.load('court-c1')).events.filter(({ event }) => event.type === 'BookingCancelled'),
  ).toHaveLength(2);
});

it('a timer that an event took away does not fire', async () => {
  await office.send({ type: 'CancelBooking', data: { courtId: 'c1', hour: 9 } }, envelope());
  await runner.reached(await office.store.lastPosition(), 5_000);
  office.clock.standAt('2026-03-09T01:00:00.000Z');
  await timerRunner().fireDue();
  expect(sent).toEqual(['CloseHour lapse/lapse-c1-10']);
});

it('after a loss of the read model the same request keys are used, so nothing happens twice', async () => {
  office.clock.standAt('2026-03-09T01:00:00.000Z');
  const keys: (string | undefined)[] = [];
  const lost = new TimerRunner({
    model: () => runner.readModel,
    clock: office.clock,
    // As if the events of the commands never reached the read model.
    send: (command, origin) => {
      keys.push(origin.requestKey);
      return office.send(command, origin);
    },
    onRefused: () => {},
    onFailure: () => {},
  });
  await runner.stop();
  await lost.fireDue();
  await timerRunnerWithoutProjection().fireDue();
  expect(new Set(keys).size).toBe(2);
  expect((await office.log.load('court-c1')).events).toHaveLength(4);
});

const timerRunnerWithoutProjection = () =>
  new TimerRunner({
    model: () => runner.readModel,
    clock: office.clock,
    send: office.send,
    onRefused: () => {},
    onFailure: () => {},
  });

it('a refusal by a rule is told and not tried again', async () => {
  office.clock.standAt('2026-03-09T01:00:00.000Z');
  const refusing = new TimerRunner({
    model: () => runner.readModel,
    clock: office.clock,
    send: () => Promise.reject(new Rejected('court.taken')),
    onRefused: (_, __, { code }) => refused.push(code),
    onFailure: () => {},
  });
  await refusing.fireDue();
  await refusing.fireDue();
  expect(refused).toEqual(['court.taken', 'court.taken']);
});

it('an engine that cannot answer leaves the timer for the next time', async () => {
  office.clock.standAt('2026-03-09T01:00:00.000Z');
  let attempts = 0;
  const failing = new TimerRunner({
    model: () => runner.readModel,
    clock: office.clock,
    send: () => {
      attempts += 1;
      return Promise.reject(new Rejected('store.unavailable'));
    },
    onRefused: () => {},
    onFailure: () => {},
  });
  await expect(failing.fireDue()).rejects.toMatchObject({ code: 'store.unavailable' });
  await expect(failing.fireDue()).rejects.toMatchObject({ code: 'store.unavailable' });
  expect(attempts).toBe(2);
});
