import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { checkpointFiles } from '../checkpoints/checkpoint-folder';
import { checkpointSigningKey } from '../checkpoints/signing-key';
import { codesOf, type FilledClub, listed, openFilledClub } from '../fixtures/filled-club.fixture';
import type { TextRecord } from '../fixtures/tampering.fixture';
import { openClub } from '../fixtures/tennis-club.fixture';
import type { FindingCode } from './finding';
import type { VerifyOptions } from './verify-log';

let filled: FilledClub;
let log: readonly TextRecord[];
const verify: FilledClub['verify'] = (records, options) => filled.verify(records, options);

beforeAll(async () => {
  filled = await openFilledClub();
  log = filled.log;
});
afterAll(() => filled.club.close());

jest.setTimeout(60_000);

describe('verify, of a checkpoint folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'anjuan-checkpoints-'));
    await cp(filled.club.checkpointFolder, folder, { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const check = (options: Partial<VerifyOptions> = {}) =>
    verify(log, { checkpointFolder: folder, ...options });
  const change = async (name: 'leaves' | 'checkpoints', edit: (lines: string[]) => string[]) => {
    const path = checkpointFiles(folder)[name];
    const lines = (await readFile(path, 'utf8')).split('\n').slice(0, -1);
    await writeFile(
      path,
      edit(lines)
        .map((line) => `${line}\n`)
        .join(''),
    );
  };

  it('names a leaves file in which any bit was flipped, and accuses no event', async () => {
    const path = checkpointFiles(folder).leaves;
    const original = await readFile(path);
    await fc.assert(
      fc.asyncProperty(fc.nat(original.length - 1), fc.nat(7), async (place, bit) => {
        const changed = Buffer.from(original);
        changed[place] = (changed[place] ?? 0) ^ (1 << bit);
        await writeFile(path, changed);
        const report = await check();
        const damage: FindingCode[] = ['leaves-root', 'leaves-short'];
        const expected: FindingCode[] = [...damage, 'leaf-malformed', 'leaf-differs'];
        expect(damage.some((code) => codesOf(report).includes(code))).toBe(true);
        expect(codesOf(report).filter((code) => !expected.includes(code))).toEqual([]);
      }),
      { numRuns: 80, examples: [[11, 3]] },
    );
  });

  it('names a checkpoint in which any bit was flipped', async () => {
    const path = checkpointFiles(folder).checkpoints;
    const original = await readFile(path);
    await fc.assert(
      fc.asyncProperty(fc.nat(original.length - 2), fc.nat(7), async (place, bit) => {
        const changed = Buffer.from(original);
        changed[place] = (changed[place] ?? 0) ^ (1 << bit);
        await writeFile(path, changed);
        const report = await check();
        expect(codesOf(report)[0]).toMatch(/^checkpoint-(malformed|signature)$/);
      }),
      { numRuns: 80 },
    );
  });

  it('names leaves and checkpoints that were exchanged, cut or removed', async () => {
    await change('leaves', (lines) => lines.toSpliced(3, 2, lines[4] ?? '', lines[3] ?? ''));
    expect(codesOf(await check())).toContain('leaves-root');
    await change('leaves', (lines) => lines.slice(0, 20));
    expect(codesOf(await check())).toContain('leaves-short');
    await change('checkpoints', (lines) => lines.toSpliced(1, 1));
    expect(codesOf(await check())).toContain('checkpoint-chain');
    await change('checkpoints', () => []);
    expect(new Set(codesOf(await check()))).toEqual(new Set(['checkpoints-missing']));
    expect(codesOf(await check({ log: listed(log.slice(0, 5)) }))).toEqual(['checkpoints-missing']);
    await rm(folder, { recursive: true });
    expect(codesOf(await check())).toEqual(['checkpoints-missing']);
  });

  it('expects no checkpoint of a log that began a moment ago', async () => {
    await rm(folder, { recursive: true });
    const report = await check({ log: listed(log.slice(0, 5)) });
    expect(report).toMatchObject({ findings: [], tailNotCovered: 5, lastCheckpoint: undefined });
  });

  it('names checkpoints that another key signed', async () => {
    const other = await openClub();
    const { publicKey: stranger } = await checkpointSigningKey(other.keys);
    await other.close();
    const report = await check({ publicKey: stranger });
    expect(codesOf(report)).toEqual([
      ...Array(3).fill('checkpoint-signature'),
      'public-key-differs',
      'checkpoints-missing',
    ]);
  });

  it('shows by a copy kept elsewhere that the end of log and folder were cut together', async () => {
    const known = filled.checkpoints.last ? [filled.checkpoints.last] : [];
    const shorter = log.slice(0, 30);
    expect((await check({ known })).findings).toEqual([]);
    await change('checkpoints', (lines) => lines.slice(0, 2));
    await change('leaves', (lines) => lines.slice(0, 30));
    expect((await check({ log: listed(shorter) })).findings).toEqual([]);
    expect(codesOf(await check({ log: listed(shorter), known }))).toEqual(['checkpoint-removed']);
  });

  it('reads past a torn last line', async () => {
    const files = checkpointFiles(folder);
    await writeFile(files.checkpoints, '{"treeSize":4', { flag: 'a' });
    await writeFile(files.leaves, '["court-1",', { flag: 'a' });
    expect((await check()).findings).toEqual([]);
  });
});
