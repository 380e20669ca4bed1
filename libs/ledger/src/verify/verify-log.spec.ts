import { join } from 'node:path';
import { ERASED } from '@anjuan/event-sourcing';
import fc from 'fast-check';
import {
  COVERED,
  codesOf,
  EVENTS,
  type FilledClub,
  namedIn,
  nameOf,
  openFilledClub,
} from '../fixtures/filled-club.fixture';
import {
  flipBit,
  rewriteStream,
  swapContents,
  swapPlaces,
  type TextRecord,
} from '../fixtures/tampering.fixture';
import { wholeLog, wholeStoredLog } from './verify-log';

let filled: FilledClub;
let log: readonly TextRecord[];
const verify: FilledClub['verify'] = (records, options) => filled.verify(records, options);

beforeAll(async () => {
  filled = await openFilledClub();
  log = filled.log;
});
afterAll(() => filled.club.close());

const indices = fc.nat(EVENTS - 1);
const at = (index: number): TextRecord => {
  const record = log[index];
  if (!record) throw new RangeError(`no record ${index}`);
  return record;
};

jest.setTimeout(60_000);

describe('verify', () => {
  it('finds nothing in a log that is as it was written, and says what no checkpoint covers', async () => {
    for (const source of [wholeStoredLog(filled.club.store), wholeLog(filled.club.store)]) {
      const report = await verify([], { log: source });
      expect(report).toMatchObject({ findings: [], findingsOmitted: 0, eventsRead: EVENTS, streams: 5 });
      expect(report.tailNotCovered).toBe(EVENTS - COVERED);
      expect(report.lastCheckpoint).toEqual(filled.checkpoints.last);
    }
  });

  it('finds nothing after a person is erased', async () => {
    await filled.club.keys.destroy(['membership-3']);
    const { events } = await filled.club.log.load('membership-3');
    expect(events[0]?.event.data).toEqual({ name: ERASED });
    expect((await verify(filled.club.store.readStoredBytes())).findings).toEqual([]);
  });

  it('names the event of any flipped bit, in any column', async () => {
    const column = fc.constantFrom<'data' | 'metadata' | 'id' | 'type' | 'stream'>(
      'data',
      'metadata',
      'id',
      'type',
      'stream',
    );
    await fc.assert(
      fc.asyncProperty(indices, column, fc.nat(2000), fc.nat(7), async (index, name, place, bit) => {
        const changed = { ...at(index), [name]: flipBit(at(index)[name], place, bit) };
        const report = await verify(log.with(index, changed));
        const blame = report.findings.filter(
          ({ code }) =>
            code === 'hash-mismatch' ||
            code === 'malformed-record' ||
            code === 'not-as-written' ||
            code === 'not-sealed',
        );
        expect(blame.map(nameOf)).toContain(nameOf(changed));
        expect(new Set(blame.map(nameOf)).size).toBe(1);
      }),
      { numRuns: 200 },
    );
  });

  it('names an event whose text changed although its JSON is equal', async () => {
    const changed = { ...at(7), data: at(7).data.replace('{', '{ ') };
    const report = await verify(log.with(7, changed));
    expect(namedIn(report, 'not-as-written')).toEqual([nameOf(changed)]);
    expect(report.findings).toHaveLength(1);
    expect(report.findings[0]?.zh).toMatch(/与写入时的字节不一致/);
  });

  it('names an event with another revision', async () => {
    await fc.assert(
      fc.asyncProperty(indices, fc.integer({ min: 0, max: 2 ** 40 }), async (index, revision) => {
        fc.pre(revision !== at(index).revision);
        const report = await verify(log.with(index, { ...at(index), revision }));
        expect(namedIn(report, 'hash-mismatch')).toEqual([`${at(index).stream}@${revision}`]);
      }),
    );
  });

  it('names two events that changed places, whatever their streams', async () => {
    const covered = fc.nat(COVERED - 1);
    await fc.assert(
      fc.asyncProperty(covered, covered, async (a, b) => {
        fc.pre(a !== b);
        const report = await verify(swapPlaces(log, a, b));
        const order = namedIn(report, 'order');
        expect(order.includes(nameOf(at(a))) || order.includes(nameOf(at(b)))).toBe(true);
        expect(report.findings.every(({ code }) => ['order', 'gap', 'chain-broken'].includes(code))).toBe(
          true,
        );
      }),
    );
  });

  it('names two events of one stream that changed places, also where no checkpoint covers them', async () => {
    const [a, b] = log.flatMap(({ stream }, index) => (stream === 'court-1' ? [index] : [])).slice(-2);
    const report = await verify(swapPlaces(log, a ?? 0, b ?? 0), {
      checkpointFolder: join(filled.club.folder, 'none'),
    });
    expect(namedIn(report, 'order')).toEqual([nameOf(at(a ?? 0))]);
    expect(codesOf(report)).toEqual(['order', 'checkpoints-missing']);
  });

  it('names two events whose contents were exchanged', async () => {
    const covered = fc.nat(COVERED - 1);
    await fc.assert(
      fc.asyncProperty(covered, covered, async (a, b) => {
        fc.pre(a !== b);
        const report = await verify(swapContents(log, a, b));
        expect(namedIn(report, 'hash-mismatch').sort()).toEqual([nameOf(at(a)), nameOf(at(b))].sort());
        expect(namedIn(report, 'order').sort()).toEqual([nameOf(at(a)), nameOf(at(b))].sort());
      }),
    );
  });

  it('names every event that was cut out of the middle of a stream', async () => {
    await fc.assert(
      fc.asyncProperty(indices, async (index) => {
        const { stream, revision } = at(index);
        fc.pre(log.slice(index + 1).some((later) => later.stream === stream));
        const report = await verify(log.toSpliced(index, 1));
        expect(namedIn(report, 'gap')).toEqual([`${stream}@${revision}`]);
        expect(codesOf(report).filter((code) => code !== 'gap' && code !== 'position-gap')).toEqual([]);
      }),
    );
  });

  it('names what is missing of a cut tail as far as a checkpoint covers it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: COVERED - 1 }), async (left) => {
        const report = await verify(log.slice(0, left));
        const cut = log.slice(left, COVERED);
        expect(report.findings[0]).toMatchObject({ code: 'log-cut' });
        expect(report.findings[0]?.en).toContain(` ${cut.length} events`);
        for (const stream of new Set(cut.map((record) => record.stream))) {
          const first = cut.find((record) => record.stream === stream);
          const gone = !log.slice(0, left).some((record) => record.stream === stream);
          expect(gone ? namedIn(report, 'stream-deleted') : namedIn(report, 'tail-cut')).toContain(
            gone ? `${stream}@undefined` : nameOf(first ?? {}),
          );
        }
        expect(report.tailNotCovered).toBe(0);
      }),
    );
  });

  it('names a log that was emptied', async () => {
    const report = await verify([]);
    expect(codesOf(report)).toEqual(['log-cut', ...Array(5).fill('stream-deleted')]);
  });

  it('names the tail of one stream that was cut', async () => {
    const kept = log.filter(({ stream, revision }) => stream !== 'court-2' || revision < 3);
    const report = await verify(kept, { gapless: false });
    expect(report.findings).toHaveLength(1);
    expect(namedIn(report, 'tail-cut')).toEqual(['court-2@3']);
    expect(report.findings[0]?.en).toContain('revisions 3–6');
  });

  it('names a stream that was deleted, even when positions were closed up', async () => {
    for (const stream of ['court-1', 'court-2', 'membership-1', 'membership-2', 'membership-3']) {
      const kept = log.filter((record) => record.stream !== stream);
      const first = Number(at(0).position);
      for (const records of [kept, kept.map((record, index) => ({ ...record, position: first + index }))]) {
        const report = await verify(records, { gapless: false });
        expect(namedIn(report, 'stream-deleted')).toEqual([`${stream}@undefined`]);
        expect(codesOf(report).filter((code) => code !== 'stream-deleted' && code !== 'inserted')).toEqual(
          [],
        );
      }
    }
  });

  it('names a stream that was rewritten with fresh hashes, from the first event that differs', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(COVERED - 1), async (index) => {
        const { stream, revision, data } = at(index);
        const forged = { ...JSON.parse(data), court: 'forged' };
        const report = await verify(rewriteStream(log, stream, revision, forged));
        expect(namedIn(report, 'rewritten')).toEqual([`${stream}@${revision}`]);
        expect(report.findings).toHaveLength(1);
      }),
    );
  });

  it('names an event that replaced another without the rest of its stream', async () => {
    const forged = rewriteStream(log, 'court-1', 2, { court: 'forged', hours: 1 });
    const index = log.findIndex(({ stream, revision }) => stream === 'court-1' && revision === 2);
    const report = await verify(log.with(index, forged[index] ?? at(index)));
    expect(namedIn(report, 'chain-broken')).toEqual(['court-1@3']);
    expect(namedIn(report, 'rewritten')).toEqual(['court-1@2']);
  });

  it('names an event that was put into the covered part, and one that stands twice', async () => {
    const stranger = rewriteStream([{ ...at(3), stream: 'court-9', revision: 0 }], 'court-9', 0, {
      court: 'X',
      hours: 1,
    });
    const inserted = await verify(log.toSpliced(4, 0, ...stranger));
    expect(namedIn(inserted, 'inserted')).toEqual(['court-9@0']);
    const twice = await verify(log.toSpliced(20, 0, at(3)));
    expect(namedIn(twice, 'duplicate')).toEqual([nameOf(at(3))]);
  });

  it('says when events were not covered although checkpoints were due', async () => {
    const late = await verify(log, { log: oneHourLater() });
    expect(codesOf(late)).toContain('checkpoint-stale');
    expect(late.tailNotCovered).toBe(EVENTS - COVERED);

    async function* oneHourLater() {
      yield* log.slice(0, EVENTS - 1);
      const last = at(EVENTS - 1);
      yield {
        ...last,
        metadata: last.metadata.replace(/"recordedAt":"2026-01-05T0\d/, '"recordedAt":"2026-01-05T05'),
      };
    }
  });
});
