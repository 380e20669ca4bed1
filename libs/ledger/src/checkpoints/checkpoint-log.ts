import { type FileHandle, open } from 'node:fs/promises';
import type { Clock, EventStore, KeyStore } from '@anjuan/event-sourcing';
import { canonicalJson } from '../crypto/canonical-json';
import type { HashAlgorithm } from '../crypto/hash-algorithm';
import type { CompactRange } from '../merkle/compact-range';
import { type Checkpoint, checkpointDigest, NO_PREVIOUS_CHECKPOINT, signCheckpoint } from './checkpoint';
import {
  CheckpointsDamaged,
  type Covered,
  checkpointFiles,
  openCheckpointFolder,
  publishKey,
  saveRange,
} from './checkpoint-folder';
import { leafLine, leafOf } from './leaf';
import { checkpointSigningKey, type SigningKey } from './signing-key';

const PAGE = 1000;

export interface CheckpointLogOptions {
  /** Outside of the log, best on another disk. */
  readonly folder: string;
  readonly store: EventStore;
  readonly keys: KeyStore;
  readonly clock: Clock;
  /** For a new folder; a tree keeps the algorithm it was begun with. */
  readonly hashAlgorithm: HashAlgorithm;
}

/** Signs from time to time that the log is what it is. One process writes a folder. */
export class CheckpointLog {
  private queue: Promise<unknown> = Promise.resolve();
  private covered: Covered | undefined;
  private signed: Checkpoint | undefined;

  private constructor(
    private readonly options: CheckpointLogOptions,
    private readonly key: SigningKey,
  ) {}

  /**
   * Repairs what a stop in the middle of writing left. A damaged folder does not keep the office from opening: every
   * checkpoint is refused until somebody has looked, and `verifyLog` says what is wrong.
   */
  static async open(options: CheckpointLogOptions): Promise<CheckpointLog> {
    const key = await checkpointSigningKey(options.keys);
    const log = new CheckpointLog(options, key);
    try {
      log.covered = await log.reopen();
      log.signed = log.covered.last;
    } catch (error) {
      if (!(error instanceof CheckpointsDamaged)) throw error;
    }
    return log;
  }

  /** The newest checkpoint; a copy kept elsewhere proves that later ones grew out of it. */
  get last(): Checkpoint | undefined {
    return this.signed;
  }

  /**
   * Covers what is new in the log with a signed checkpoint, on disk before it resolves. Calls run one after another; after
   * one that failed the folder is repaired first.
   * @returns undefined when nothing is new
   * @throws CheckpointsDamaged, also when the log has lost events that were covered
   */
  takeCheckpoint(): Promise<Checkpoint | undefined> {
    const taken = this.queue.then(() => this.take());
    this.queue = taken.catch(() => undefined);
    return taken;
  }

  private async take(): Promise<Checkpoint | undefined> {
    const covered = this.covered ?? (await this.reopen());
    this.covered = undefined;
    const last = await this.extend(covered);
    this.covered = { range: covered.range, last };
    this.signed = last;
    return last === covered.last ? undefined : last;
  }

  /** After a failure the folder must go on from what this process signed; a folder that was emptied meanwhile does not. */
  private async reopen(): Promise<Covered> {
    const { folder, hashAlgorithm } = this.options;
    const covered = await openCheckpointFolder(folder, this.key.publicKey, hashAlgorithm);
    const known = this.signed && checkpointDigest(this.signed);
    const { last } = covered;
    if (known === undefined || (last && (checkpointDigest(last) === known || last.previous === known)))
      return covered;
    throw new CheckpointsDamaged(`${folder} no longer holds the checkpoint that was signed last`);
  }

  private async extend({ range, last }: Covered): Promise<Checkpoint | undefined> {
    const { folder, store } = this.options;
    const end = await store.lastPosition();
    const from = last ? BigInt(last.position) : -1n;
    if (end < from)
      throw new CheckpointsDamaged(`the log ends at ${end}, but events up to ${from} were signed`);
    const leaves = end > from ? await this.appendLeaves(range, last) : undefined;
    if (leaves?.position === undefined || leaves.bytes === 0) return last;
    const checkpoint = this.sign(range, last, leaves.position, leaves.bytes);
    await appendDurably(checkpointFiles(folder).checkpoints, (file) =>
      file.appendFile(`${canonicalJson(checkpoint)}\n`),
    );
    await publishKey(folder, this.key.publicKey);
    await saveRange(folder, range);
    return checkpoint;
  }

  private sign(
    range: CompactRange,
    last: Checkpoint | undefined,
    position: bigint,
    bytes: number,
  ): Checkpoint {
    const body = {
      treeSize: range.size,
      root: range.root(),
      leavesBytes: (last?.leavesBytes ?? 0) + bytes,
      hashAlgorithm: range.algorithm,
      position: String(position),
      signedAt: this.options.clock.now(),
      previous: last ? checkpointDigest(last) : NO_PREVIOUS_CHECKPOINT,
    };
    return signCheckpoint(body, this.key);
  }

  private async appendLeaves(range: CompactRange, last: Checkpoint | undefined) {
    let position = last && BigInt(last.position);
    let bytes = 0;
    await appendDurably(checkpointFiles(this.options.folder).leaves, async (file) => {
      for (;;) {
        const page = await this.options.store.readAll({ after: position, limit: PAGE });
        const lines = page.map((event) => leafLine(leafOf(event)));
        for (const line of lines) range.append(line);
        const text = Buffer.from(lines.map((line) => `${line}\n`).join(''));
        await file.appendFile(text);
        bytes += text.length;
        position = page.at(-1)?.position ?? position;
        if (page.length < PAGE) return;
      }
    });
    return { position, bytes };
  }
}

async function appendDurably(path: string, write: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await open(path, 'a');
  try {
    await write(file);
    await file.sync();
  } finally {
    await file.close();
  }
}
