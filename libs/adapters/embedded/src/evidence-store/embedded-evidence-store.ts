import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { EvidenceDamaged, type EvidenceStore } from '@anjuan/event-sourcing';

const DIGEST = /^[0-9a-f]{64}$/;
const UNFINISHED = 'unfinished';

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Opens the evidence files of a folder, made when absent: each one at `ab/cdef…`, named by its digest. What a crash
 * left unfinished is removed.
 */
export async function openEmbeddedEvidenceStore({ folder }: { folder: string }): Promise<EvidenceStore> {
  await rm(join(folder, UNFINISHED), { recursive: true, force: true });
  await mkdir(join(folder, UNFINISHED), { recursive: true, mode: 0o700 });
  return new EmbeddedEvidenceStore(folder);
}

class EmbeddedEvidenceStore implements EvidenceStore {
  constructor(private readonly folder: string) {}

  async put(ciphertext: Uint8Array): Promise<string> {
    const digest = digestOf(ciphertext);
    const stored = await readIfThere(this.pathOf(digest));
    if (!stored || digestOf(stored) !== digest) await this.write(digest, ciphertext);
    // Also for a file that was there: the call that wrote it may still be waiting for the disk.
    await syncFolder(this.subfolderOf(digest));
    return digest;
  }

  async get(digest: string): Promise<Uint8Array | undefined> {
    if (!DIGEST.test(digest)) throw new Error('a digest is 64 hex digits');
    const stored = await readIfThere(this.pathOf(digest));
    if (stored && digestOf(stored) !== digest) throw new EvidenceDamaged(digest);
    return stored;
  }

  async close(): Promise<void> {
    await syncFolder(this.folder);
  }

  /** Under its name a file is always whole: it is on disk before it gets the name. */
  private async write(digest: string, bytes: Uint8Array): Promise<void> {
    await mkdir(this.subfolderOf(digest), { recursive: true, mode: 0o700 });
    await syncFolder(this.folder);
    const unfinished = join(this.folder, UNFINISHED, randomUUID());
    try {
      await writeSynced(unfinished, bytes);
      await rename(unfinished, this.pathOf(digest));
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
  }

  private subfolderOf(digest: string): string {
    return join(this.folder, digest.slice(0, 2));
  }

  private pathOf(digest: string): string {
    return join(this.subfolderOf(digest), digest.slice(2));
  }
}

const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';

async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A new name in a folder is on disk only when the folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
