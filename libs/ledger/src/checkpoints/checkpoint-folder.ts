import { mkdir, open, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { HashAlgorithm } from '../crypto/hash-algorithm';
import { CompactRange } from '../merkle/compact-range';
import { type Checkpoint, isSignedBy, parseCheckpoint } from './checkpoint';
import { cutTo, lastLine, readLines, sizeOf } from './line-file';

/** The files of a checkpoint folder, which is kept outside of the log. */
export const checkpointFiles = (folder: string) => ({
  /** A line for each event in global order. */
  leaves: join(folder, 'leaves.jsonl'),
  /** A line for each checkpoint. */
  checkpoints: join(folder, 'checkpoints.jsonl'),
  /** Written after the first checkpoint; for those who verify elsewhere. */
  publicKey: join(folder, 'public-key.pem'),
  /** Saves reading all leaves at start; believed only when it gives the signed root. */
  range: join(folder, 'range.json'),
});

/** The folder does not hold what was signed; nothing is added to it before somebody has looked (`verify`). */
export class CheckpointsDamaged extends Error {
  readonly type = 'checkpoints-damaged';
}

/** What the folder covers: the tree and the checkpoint that signed it last. */
export interface Covered {
  readonly range: CompactRange;
  readonly last: Checkpoint | undefined;
}

/**
 * Opens the folder after a stop of any kind: torn lines and leaves that no checkpoint covers are cut off, to be done again.
 * @throws CheckpointsDamaged
 */
export async function openCheckpointFolder(
  folder: string,
  publicKey: string,
  algorithm: HashAlgorithm,
): Promise<Covered> {
  await mkdir(folder, { recursive: true });
  const files = checkpointFiles(folder);
  const known = await readIfThere(files.publicKey);
  if (known !== undefined && known !== publicKey) {
    throw new CheckpointsDamaged(`${files.publicKey} is not the key of this office`);
  }
  const { line, bytes } = await lastLine(files.checkpoints);
  const last = line === undefined ? undefined : parseCheckpoint(line);
  if (line !== undefined && !(last && isSignedBy(last, publicKey))) {
    throw new CheckpointsDamaged(
      `the last line of ${files.checkpoints} is not a checkpoint that this office signed`,
    );
  }
  if (!last && known !== undefined) throw new CheckpointsDamaged(`the checkpoints of ${folder} were removed`);
  if ((await sizeOf(files.leaves)) < (last?.leavesBytes ?? 0)) {
    throw new CheckpointsDamaged(`${files.leaves} is shorter than the last checkpoint says`);
  }
  await cutTo(files.checkpoints, bytes);
  await cutTo(files.leaves, last?.leavesBytes ?? 0);
  return { last, range: last ? await rangeOf(folder, last) : CompactRange.empty(algorithm) };
}

async function rangeOf(folder: string, last: Checkpoint): Promise<CompactRange> {
  const saved = await savedRange(folder, last);
  if (saved?.root() === last.root) return saved;
  const range = CompactRange.empty(last.hashAlgorithm);
  for await (const leaf of readLines(checkpointFiles(folder).leaves)) range.append(leaf);
  if (range.size !== last.treeSize || range.root() !== last.root) {
    throw new CheckpointsDamaged(`the leaves of ${folder} do not give the root that was signed`);
  }
  return range;
}

const rangeSchema = z.object({ treeSize: z.int(), peaks: z.array(z.string()) });

async function savedRange(folder: string, last: Checkpoint): Promise<CompactRange | undefined> {
  const text = await readIfThere(checkpointFiles(folder).range);
  const saved = rangeSchema.safeParse(parsed(text));
  if (!saved.success || saved.data.treeSize !== last.treeSize) return undefined;
  return CompactRange.restore(last.hashAlgorithm, saved.data.treeSize, saved.data.peaks);
}

/** Replaces the saved range in one step; a lost one is made again from the leaves. */
export async function saveRange(folder: string, range: CompactRange): Promise<void> {
  const { range: path } = checkpointFiles(folder);
  await writeFile(`${path}.new`, JSON.stringify({ treeSize: range.size, peaks: range.toPeaks() }));
  await rename(`${path}.new`, path);
}

/** Writes the public key beside the first checkpoint and makes the folder's entries durable. */
export async function publishKey(folder: string, publicKey: string): Promise<void> {
  const { publicKey: path } = checkpointFiles(folder);
  if ((await readIfThere(path)) === publicKey) return;
  await writeFile(path, publicKey, { flush: true });
  const directory = await open(folder, 'r');
  await directory.sync().finally(() => directory.close());
}

export async function readIfThere(path: string): Promise<string | undefined> {
  return (await sizeOf(path)) > 0 ? readFile(path, 'utf8') : undefined;
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
