import { appendFile, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { booked, type Club, openClub } from '../fixtures/tennis-club.fixture';
import { verifyConsistency, verifyInclusion } from '../merkle/merkle-proof';
import { MerkleTree } from '../merkle/merkle-tree';
import { verifyLog, wholeLog } from '../verify/verify-log';
import { checkpointDigest, isSignedBy, NO_PREVIOUS_CHECKPOINT } from './checkpoint';
import { CheckpointsDamaged, checkpointFiles } from './checkpoint-folder';
import { CheckpointLog } from './checkpoint-log';
import { CheckpointWriter } from './checkpoint-writer';
import { leafLine, leafOf } from './leaf';
import { checkpointSigningKey } from './signing-key';

describe('checkpoints', () => {
  let club: Club;
  beforeEach(async () => {
    club = await openClub();
  });
  afterEach(() => club.close());

  const open = () => CheckpointLog.open({ ...club, folder: club.checkpointFolder, hashAlgorithm: 'sha256' });
  const files = () => checkpointFiles(club.checkpointFolder);
  const findings = async () => {
    const { publicKey } = await checkpointSigningKey(club.keys);
    const { checkpointFolder, store } = club;
    return (await verifyLog({ log: wholeLog(store), checkpointFolder, publicKey })).findings;
  };
  const record = async (events: number) => {
    for (let n = 0; n < events; n++) await club.record(`court-${n % 3}`, booked(`${n}`));
  };

  it('sign the root over all events, each chained to the one before', async () => {
    const log = await open();
    expect(await log.takeCheckpoint()).toBeUndefined();
    await record(4);
    const first = await log.takeCheckpoint();
    expect(await log.takeCheckpoint()).toBeUndefined();
    await record(3);
    const second = await log.takeCheckpoint();
    if (!first || !second) throw new Error('two checkpoints expected');
    expect(first).toMatchObject({
      treeSize: 4,
      previous: NO_PREVIOUS_CHECKPOINT,
      signedAt: club.clock.now(),
    });
    expect(second).toMatchObject({ treeSize: 7, previous: checkpointDigest(first) });
    const pem = await readFile(files().publicKey, 'utf8');
    expect(isSignedBy(second, pem)).toBe(true);
    expect(isSignedBy({ ...second, treeSize: 8 }, pem)).toBe(false);
    expect(second.position).toBe(String(await club.store.lastPosition()));
    expect(await findings()).toEqual([]);
  });

  it('prove an event and the growth of the log offline', async () => {
    const log = await open();
    await record(5);
    const first = await log.takeCheckpoint();
    await record(6);
    const second = await log.takeCheckpoint();
    if (!first || !second) throw new Error('two checkpoints expected');
    const tree = new MerkleTree('sha256');
    const events = await club.store.readAll();
    for (const event of events) tree.append(leafLine(leafOf(event)));
    const [leaf] = events.slice(2, 3).map((event) => leafLine(leafOf(event)));
    const inclusion = {
      leaf: leaf ?? '',
      index: 2,
      size: 11,
      proof: tree.inclusionProof(2),
      root: second.root,
    };
    expect(verifyInclusion('sha256', inclusion)).toBe(true);
    const growth = { first: 5, second: 11, firstRoot: first.root, secondRoot: second.root };
    expect(verifyConsistency('sha256', { ...growth, proof: tree.consistencyProof(5) })).toBe(true);
  });

  it('go on after a stop in the middle of writing: torn lines and uncovered leaves are done again', async () => {
    await record(4);
    const first = await (await open()).takeCheckpoint();
    await appendFile(files().leaves, '["court-1",1,"00"]\n["cou');
    await appendFile(files().checkpoints, '{"hashAlgorithm":"sha2');
    await record(2);
    const log = await open();
    expect(log.last).toEqual(first);
    expect(await log.takeCheckpoint()).toMatchObject({ treeSize: 6 });
    expect(await findings()).toEqual([]);
  });

  it('begin again after a stop before the first one was signed', async () => {
    await record(2);
    await open();
    await appendFile(files().leaves, '["court-1",1,"00"]\n');
    await appendFile(files().checkpoints, '\0\0\0');
    expect(await (await open()).takeCheckpoint()).toMatchObject({ treeSize: 2 });
    expect(await findings()).toEqual([]);
  });

  it('do not need the saved range, nor believe a wrong one', async () => {
    await record(3);
    await (await open()).takeCheckpoint();
    for (const text of ['', 'no JSON', JSON.stringify({ treeSize: 3, peaks: ['00', '11'] })]) {
      await writeFile(files().range, text);
      await record(1);
      expect(await (await open()).takeCheckpoint()).toBeDefined();
    }
    expect(await findings()).toEqual([]);
  });

  it('add nothing to a folder that is not what was signed', async () => {
    await record(5);
    const take = async () => (await open()).takeCheckpoint();
    await take();
    const leaves = await readFile(files().leaves);
    const checkpoints = await readFile(files().checkpoints, 'utf8');

    await truncate(files().leaves, leaves.length - 1);
    await expect(take()).rejects.toThrow('is shorter than the last checkpoint says');
    await writeFile(files().leaves, leaves.toString().replace('court-1', 'court-2'));
    await rm(files().range);
    await expect(take()).rejects.toThrow('do not give the root that was signed');
    await writeFile(files().leaves, leaves);
    await writeFile(files().checkpoints, checkpoints.replace('"treeSize":5', '"treeSize":4'));
    await expect(take()).rejects.toThrow('is not a checkpoint that this office signed');
    await writeFile(files().checkpoints, '');
    await expect(take()).rejects.toThrow('were removed');
    await writeFile(files().checkpoints, checkpoints);
    await writeFile(files().publicKey, 'another');
    await expect(take()).rejects.toBeInstanceOf(CheckpointsDamaged);
  });

  it('refuse a log that has lost what was signed', async () => {
    await record(3);
    await (await open()).takeCheckpoint();
    const restored = await openClub();
    await restored.record('court-1', booked('A'));
    const { store } = restored;
    const folder = club.checkpointFolder;
    const log = await CheckpointLog.open({ ...club, store, folder, hashAlgorithm: 'sha256' });
    await expect(log.takeCheckpoint()).rejects.toThrow(/the log ends at \d, but events up to \d were signed/);
    await restored.close();
  });

  it('are taken at most every minute while there is something new, and once more at the end', async () => {
    const errors: unknown[] = [];
    const log = await open();
    const writer = new CheckpointWriter({ log, clock: club.clock, onError: (error) => errors.push(error) });
    expect(await writer.takeIfDue()).toBeUndefined();
    await record(1);
    expect(await writer.takeIfDue()).toMatchObject({ treeSize: 1 });
    await record(1);
    club.clock.forward(59_999);
    expect(await writer.takeIfDue()).toBeUndefined();
    club.clock.forward(1);
    expect(await writer.takeIfDue()).toMatchObject({ treeSize: 2 });
    writer.start();
    await record(1);
    await writer.stop();
    expect(log.last).toMatchObject({ treeSize: 3 });
    expect(errors).toEqual([]);
  });

  it('tell of an attempt that failed, and recover at the next', async () => {
    const errors: unknown[] = [];
    const log = await open();
    await record(2);
    const writer = new CheckpointWriter({ log, clock: club.clock, onError: (error) => errors.push(error) });
    await rm(club.checkpointFolder, { recursive: true });
    await writer.stop();
    expect(errors).toHaveLength(1);
    await writer.stop();
    expect(log.last).toMatchObject({ treeSize: 2 });
    expect(await findings()).toEqual([]);
    await rm(club.checkpointFolder, { recursive: true });
    await record(1);
    await writer.stop();
    await writer.stop();
    expect(String(errors.at(-1))).toContain('no longer holds the checkpoint that was signed last');
  });
});
