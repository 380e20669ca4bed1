import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { eventStoreFile, openDatabase, openEmbeddedEventStore } from '@anjuan/embedded';
import fc from 'fast-check';
import { CheckpointLog } from '../checkpoints/checkpoint-log';
import { checkpointSigningKey } from '../checkpoints/signing-key';
import { namedIn, openFilledClub } from '../fixtures/filled-club.fixture';
import { booked, openClub } from '../fixtures/tennis-club.fixture';
import { verifyLog, wholeLog, wholeStoredLog } from './verify-log';

jest.setTimeout(60_000);

describe('verify, on the embedded store', () => {
  it('finds nothing in any sequence of appends, with checkpoints anywhere between', async () => {
    const step = fc.oneof(
      fc.record({
        stream: fc.constantFrom('court-1', 'court-2'),
        hours: fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 3 }),
      }),
      fc.record({
        stream: fc.constantFrom('membership-1', 'membership-2'),
        names: fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 3 }),
      }),
      fc.constant('checkpoint' as const),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const club = await openClub();
        const { checkpointFolder, store, keys, clock } = club;
        const log = await CheckpointLog.open({
          folder: checkpointFolder,
          store,
          keys,
          clock,
          hashAlgorithm: 'sm3',
        });
        for (const one of steps) {
          if (one === 'checkpoint') await log.takeCheckpoint();
          else if ('hours' in one)
            await club.record(
              one.stream,
              ...one.hours.map((hours) => ({ ...booked('A'), data: { court: 'A', hours } })),
            );
          else
            await club.record(
              one.stream,
              ...one.names.map((name) => ({ type: 'MemberJoined', data: { name } })),
            );
        }
        await log.takeCheckpoint();
        const { publicKey } = await checkpointSigningKey(keys);
        for (const source of [wholeStoredLog(store), wholeLog(store)]) {
          const report = await verifyLog({ log: source, checkpointFolder, publicKey, gapless: true });
          expect(report).toMatchObject({ findings: [], tailNotCovered: 0 });
        }
        await club.close();
      }),
      { numRuns: 12 },
    );
  });

  it('names what was changed in the file itself', async () => {
    const { club, publicKey } = await openFilledClub();
    const tampered = async (sql: string) => {
      const folder = join(club.folder, 'tampered');
      await rm(folder, { recursive: true, force: true });
      await cp(join(club.folder, 'log'), folder, { recursive: true });
      const database = openDatabase(eventStoreFile(folder));
      database.exec(sql);
      database.close();
      const store = await openEmbeddedEventStore({ folder });
      const { checkpointFolder } = club;
      const report = await verifyLog({
        log: wholeStoredLog(store),
        checkpointFolder,
        publicKey,
        gapless: true,
      });
      await store.close();
      return report;
    };
    await club.record('court-1', booked('last'));
    const of = (stream: string) => `stream = (SELECT id FROM streams WHERE name = '${stream}')`;
    const flipped = await tampered(
      `UPDATE events SET data = replace(data, 'A3', 'A2') WHERE ${of('court-1')} AND revision = 3`,
    );
    expect(flipped.findings).toMatchObject([{ code: 'hash-mismatch', stream: 'court-1', revision: 3 }]);
    const broken = await tampered(
      `UPDATE events SET data = substr(data, 2) WHERE ${of('court-1')} AND revision = 3`,
    );
    expect(broken.findings).toMatchObject([{ code: 'malformed-record', stream: 'court-1', revision: 3 }]);
    const blob = await tampered(
      `UPDATE events SET metadata = x'00ff' WHERE ${of('court-1')} AND revision = 3`,
    );
    expect(blob.findings).toMatchObject([{ code: 'malformed-record', stream: 'court-1', revision: 3 }]);
    const hidden = await tampered("UPDATE events SET category = 'curt' WHERE position = 9");
    expect(hidden.findings).toMatchObject([{ code: 'malformed-record', position: 9n }]);
    const deleted = await tampered(`DELETE FROM events WHERE ${of('membership-2')}`);
    expect(namedIn(deleted, 'stream-deleted')).toEqual(['membership-2@undefined']);
    const swapped = await tampered(
      'UPDATE events SET position = -5 WHERE position = 5; UPDATE events SET position = 5 WHERE position = 12;' +
        'UPDATE events SET position = 12 WHERE position = -5',
    );
    expect(swapped.findings.map(({ code }) => code)).toContain('order');
    const cut = await tampered('DELETE FROM events WHERE position > 20');
    expect(cut.findings[0]).toMatchObject({ code: 'log-cut' });
    await club.close();
  });
});
