import {
  type AnyCommand,
  defineEvents,
  event,
  type ProcessInput,
  ProcessRunner,
  processManager,
  type Reaction,
  type ReadModel,
} from '@anjuan/event-sourcing';
import { z } from 'zod';
import { type CourtOffice, openCourtOffice } from './court-office.fixture';
import { book, envelope } from './tennis-court.fixture';

const sweepEvents = defineEvents({
  BookingSeen: event(z.object({ hour: z.int() })),
});

/** Every second booking of a court closes the hour before it. */
const sweep = processManager<{ seen: readonly number[] }, typeof sweepEvents>({
  category: 'sweep',
  events: sweepEvents,
  initialState: { seen: [] },
  evolve: { BookingSeen: ({ seen }, { hour }) => ({ seen: [...seen, hour] }) },
  follows: { categories: ['court'], topics: [] },
  correlate: ({ type, data }: ProcessInput) => (type === 'CourtBooked' ? String(data.courtId) : undefined),
  react: ({ data }, { seen }): Reaction => ({
    record: [{ type: 'BookingSeen', data: { hour: Number(data.hour) } }],
    send:
      seen.length % 2 === 1
        ? [{ type: 'CloseHour', data: { courtId: data.courtId, hour: seen.at(-1) } }]
        : [],
  }),
});

let office: CourtOffice;
let checkpoint: ReadModel;
let sent: AnyCommand[];

beforeEach(async () => {
  sent = [];
  office = await openCourtOffice([sweep]);
  checkpoint = await office.models.live({ name: 'process-sweep', version: 1, indexes: [] });
  for (const hour of [9, 10, 11]) await office.send(book(hour, `${'x'.repeat(hour)}`), envelope());
});
afterEach(() => office.close());

async function runOnce(at: ReadModel = checkpoint): Promise<void> {
  const runner = new ProcessRunner(sweep, {
    ...office,
    checkpoint: at,
    send: (command, origin) => {
      sent.push(command);
      return office.send(command, origin);
    },
    onRefused: (_, __, rejection) => {
      throw rejection;
    },
    now: () => office.clock.now(),
  });
  await runner.start();
  await runner.stop();
}

const cancelled = async () =>
  (await office.log.load('court-c1')).events.filter(({ event: { type } }) => type === 'BookingCancelled')
    .length;

it('remembers in a stream of its own and sends commands', async () => {
  await runOnce();
  expect(sent).toEqual([{ type: 'CloseHour', data: { courtId: 'c1', hour: 9 } }]);
  expect((await office.log.load('sweep-c1')).events.map(({ event: { data } }) => data.hour)).toEqual([
    9, 10, 11,
  ]);
});

it('goes on from its checkpoint', async () => {
  await runOnce();
  await runOnce();
  expect(sent).toHaveLength(1);
});

it('that starts over sends the same commands under the same keys, and nothing happens twice', async () => {
  await runOnce();
  await runOnce(await office.models.live({ name: 'process-sweep-lost', version: 1, indexes: [] }));
  expect(sent).toHaveLength(2);
  expect(await cancelled()).toBe(1);
  expect((await office.log.load('sweep-c1')).events).toHaveLength(3);
});
