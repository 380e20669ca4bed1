import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, eventStoreFile, openDatabase } from '@anjuan/embedded';
import type { JsonObject, Metadata } from '@anjuan/event-sourcing';
import { eventHash, NO_PREVIOUS_HASH } from '@anjuan/ledger';
import { verify } from './harness/anjuan-report';
import { fileAtCounter } from './harness/filings';
import { quiet } from './harness/quiet';
import { useOffices } from './harness/use-offices';

jest.setTimeout(90_000);

const offices = useOffices();

interface StoredRow {
  readonly position: number;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

/** A stopped office with some filings. */
let original: string;
/** The stream of one filing in it, and of another. */
let stream: string;
let other: string;

beforeAll(async () => {
  const office = await offices.start();
  const clerk = await office.signIn('clerk');
  stream = `filing-${await fileAtCounter(clerk, { person: 1 })}`;
  other = `filing-${await fileAtCounter(clerk, { person: 2 })}`;
  await quiet(office.url);
  await office.stop();
  original = office.folder;
});

/** A copy of the folder whose log somebody with the files in hand has changed. */
function tampered(change: (log: Database, file: string) => void): string {
  const folder = offices.newFolder();
  cpSync(original, folder, { recursive: true });
  const file = eventStoreFile(join(folder, 'log'));
  const log = openDatabase(file);
  // Everything into the one file, so that what is changed there is what is read.
  log.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  change(log, file);
  log.close();
  return folder;
}

const rowsOf = (log: Database, name: string): readonly StoredRow[] =>
  log
    .prepare<StoredRow>(
      'SELECT position, revision, events.id, type, data, metadata FROM events JOIN streams ON streams.id = stream WHERE name = ? ORDER BY revision',
    )
    .all(name);

const rowAt = (log: Database, name: string, revision: number): StoredRow => {
  const row = rowsOf(log, name)[revision];
  if (!row) throw new Error(`${name} has no revision ${revision}`);
  return row;
};

/** Changes one bit of a text where it lies in the file. */
function flipBitOf(file: string, text: string): void {
  const bytes = readFileSync(file);
  const at = bytes.indexOf(text);
  if (at < 0) throw new Error('the text does not lie in one piece');
  const middle = at + Math.floor(text.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

describe('anjuan verify', () => {
  it('finds nothing in a folder that nobody touched', async () => {
    const report = await verify(tampered(() => undefined));
    expect(report).toMatchObject({ ok: true, code: 0, log: { findings: [], tailNotCovered: 0 } });
  });

  it('names a flipped byte', async () => {
    const report = await verify(tampered((log, file) => flipBitOf(file, rowAt(log, stream, 2).data)));
    expect(report).toMatchObject({ ok: false, code: 1 });
    expect(report.log.findings).toContainEqual(expect.objectContaining({ stream, revision: 2 }));
    expect(['hash-mismatch', 'malformed-record', 'not-as-written']).toContain(report.log.findings[0]?.code);
  });

  it('names two events that were swapped', async () => {
    const report = await verify(
      tampered((log) => {
        const [first, second] = [rowAt(log, stream, 3), rowAt(log, stream, 4)];
        const put = log.prepare('UPDATE events SET type = ?, data = ?, metadata = ? WHERE position = ?');
        put.run(second.type, second.data, second.metadata, first.position);
        put.run(first.type, first.data, first.metadata, second.position);
      }),
    );
    expect(report).toMatchObject({ ok: false, code: 1 });
    for (const revision of [3, 4]) {
      expect(report.log.findings).toContainEqual(
        expect.objectContaining({ code: 'hash-mismatch', stream, revision }),
      );
    }
  });

  it('names two events whose places in the log were exchanged', async () => {
    const report = await verify(
      tampered((log) => {
        const [first, second] = [rowAt(log, stream, 3).position, rowAt(log, stream, 4).position];
        const move = log.prepare('UPDATE events SET position = ? WHERE position = ?');
        move.run(-1, first);
        move.run(first, second);
        move.run(second, -1);
      }),
    );
    expect(report).toMatchObject({ ok: false, code: 1 });
    expect(report.log.findings).toContainEqual(expect.objectContaining({ code: 'order', stream }));
  });

  it('names the cut tail of a stream, and of the log', async () => {
    const cutStream = await verify(
      tampered((log) => {
        const { position } = rowAt(log, stream, rowsOf(log, stream).length - 1);
        log.prepare('DELETE FROM events WHERE position = ?').run(position);
      }),
    );
    expect(cutStream).toMatchObject({ ok: false, code: 1 });
    expect(cutStream.log.findings).toContainEqual(expect.objectContaining({ code: 'tail-cut', stream }));
    const cutLog = await verify(
      tampered((log) => {
        log.exec('DELETE FROM events WHERE position > (SELECT max(position) - 3 FROM events)');
      }),
    );
    expect(cutLog).toMatchObject({ ok: false, code: 1 });
    expect(cutLog.log.findings).toContainEqual(expect.objectContaining({ code: 'log-cut' }));
  });

  it('names a deleted stream', async () => {
    const report = await verify(
      tampered((log) => {
        for (const { position } of rowsOf(log, stream))
          log.prepare('DELETE FROM events WHERE position = ?').run(position);
      }),
    );
    expect(report).toMatchObject({ ok: false, code: 1 });
    expect(report.log.findings).toContainEqual(expect.objectContaining({ code: 'stream-deleted', stream }));
    expect(report.log.findings.filter((finding) => finding.stream === other)).toEqual([]);
  });

  it('names a stream that was rewritten with its hashes computed afresh', async () => {
    const report = await verify(
      tampered((log) => {
        let previousHash = NO_PREVIOUS_HASH;
        const put = log.prepare('UPDATE events SET data = ?, metadata = ? WHERE position = ?');
        for (const { position, revision, id, type, data, metadata } of rowsOf(log, stream)) {
          const kept: JsonObject = JSON.parse(data);
          const content = type === 'NoticeAccepted' ? { ...kept, version: '1999-01' } : kept;
          const { hash: _, ...before }: Metadata = JSON.parse(metadata);
          const chained = { ...before, previousHash };
          const hash = eventHash('sha256', { stream, revision, id, type, data: content, metadata: chained });
          put.run(JSON.stringify(content), JSON.stringify({ ...chained, hash }), position);
          previousHash = hash;
        }
      }),
    );
    expect(report).toMatchObject({ ok: false, code: 1 });
    expect(report.log.findings).toContainEqual(expect.objectContaining({ code: 'rewritten', stream }));
    expect(report.log.findings.map(({ code }) => code)).not.toContain('hash-mismatch');
    expect(report.log.findings.map(({ code }) => code)).not.toContain('chain-broken');
  });
});
