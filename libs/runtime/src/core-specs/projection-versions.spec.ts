import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  onCategory,
  type Projection,
  projection,
  type Row,
  row,
  systemEnvelope,
} from '@anjuan/event-sourcing';
import { accounts } from '../accounts/accounts.context';
import { readConfig } from '../config';
import type { ContextDefinition } from '../office/context';
import { Office } from '../office/office';
import { OfficeLog } from '../operations/office-log';
import {
  book,
  court,
  courtCommandSet,
  type courtEvents,
  courtRejections,
  player,
} from './tennis-court.fixture';

interface CourtRow extends Row {
  readonly version: number;
  readonly players: readonly string[];
}

const courtsOf = (version: number): Projection =>
  projection<CourtRow>({
    name: 'courts',
    version,
    indexes: [['version']],
    categories: [
      onCategory<CourtRow, typeof courtEvents>('court')({
        CourtBooked: row(
          ({ courtId }) => courtId,
          (before, data) => ({ version, players: [...(before?.players ?? []), data.player] }),
        ),
        BookingCancelled: 'unchanged',
      }),
    ],
  }) as Projection;

const contextOf = (version: number): ContextDefinition => ({
  name: 'courts',
  models: [court, player],
  commands: () => [courtCommandSet],
  queries: () => ({}),
  projections: [courtsOf(version)],
  publishers: [],
  consumers: () => [],
  processes: [],
  timers: [],
  rejections: [courtRejections.catalogue],
});

let folder: string;
let running: Office | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anjuan-versions-'));
});
afterEach(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true });
});

async function stop(): Promise<void> {
  await running?.stop();
  running = undefined;
}

/** Opens the folder with a projection of this version; nothing runs yet. */
async function open(version: number): Promise<Office> {
  const config = readConfig({ ANJUAN_DATA: folder, ANJUAN_DEMO: 'false', ANJUAN_LOG_LEVEL: 'fatal' });
  running = await Office.open(config, [accounts, contextOf(version)], new OfficeLog('fatal'));
  return running;
}

async function started(version: number): Promise<Office> {
  const office = await open(version);
  await office.start();
  return office;
}

const bookFor = (office: Office, courtId: string, name: string) =>
  office.send(book(9, name, courtId), systemEnvelope('spec', `${courtId}/${name}`, { correlationId: 'c-1' }));

async function bookMany(office: Office, courts: number): Promise<void> {
  for (let n = 0; n < courts; n++) await bookFor(office, `c${n}`, 'x'.repeat(n + 1));
  await office.settle();
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

it('Replaying with another projection version leaves reads served throughout', async () => {
  await bookMany(await started(1), 40);
  await stop();
  const office = await open(2);
  await office.follow();
  const { readModel } = office.runner('courts');
  const seen: unknown[] = [(await readModel.get('c1'))?.version];
  const starting = office.start();
  const late = bookFor(office, 'late', 'y'.repeat(50));
  for (let turn = 0; turn < 100_000 && !seen.includes(2); turn++) {
    const [first, found] = [await readModel.get('c1'), await readModel.count({ version: { gte: 1 } })];
    expect(first?.players).toEqual(['xx']);
    expect(found).toBeGreaterThanOrEqual(40);
    seen.push(first?.version);
    await nextTurn();
  }
  expect([...new Set(seen)]).toEqual([1, 2]);
  await Promise.all([starting, late]);
  await office.settle();
  expect(await readModel.get('late')).toEqual({ version: 2, players: ['y'.repeat(50)] });
  expect(await readModel.count({ version: { eq: 1 } })).toBe(0);
});

it('an older version that a stop left in place is replaced after the next start', async () => {
  await bookMany(await started(1), 5);
  await stop();
  const first = await open(2);
  await first.follow();
  expect(first.runner('courts').isOutdated).toBe(true);
  await stop();
  const office = await started(2);
  await office.settle();
  expect(await office.runner('courts').readModel.get('c1')).toEqual({ version: 2, players: ['xx'] });
});

it('deleted read models come back equal at the next start', async () => {
  const before = await started(1);
  await bookMany(before, 5);
  const hashes = (office: Office) =>
    Promise.all(
      [...office.runners].map(async ([name, { readModel }]) => [name, await readModel.contentHash()]),
    );
  const expected = await hashes(before);
  await stop();
  rmSync(before.engines.folder.readModels, { recursive: true });
  const office = await started(1);
  await office.settle();
  expect(await hashes(office)).toEqual(expected);
  expect(await office.runner('courts').readModel.count()).toBe(5);
});
