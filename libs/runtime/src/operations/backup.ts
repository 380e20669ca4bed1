import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { backupDatabase, DATA_FOLDER_SCHEMA, openDataFolder } from '@anjuan/embedded';
import type { Office } from '../office/office';

const MANIFEST = 'manifest.json';

/** What a backup holds: each file with its digest, so that a restore knows that nothing is missing or changed. */
interface Manifest {
  readonly schema: number;
  readonly takenAt: string;
  readonly files: Readonly<Record<string, string>>;
}

export interface BackupReport {
  readonly destination: string;
  /** Where the keys went; without them personal data and evidence cannot be read again. */
  readonly keys: string | undefined;
  readonly files: number;
}

/** The destination of a backup or restore has something in it already. */
export class FolderNotEmpty extends Error {}

/** The backup is not whole: files are missing or changed. */
export class BackupDamaged extends Error {}

/**
 * Copies the office while it runs: checkpoints, then the log (which may then hold more, never less), then evidence (which is
 * written before the events that name it). Keys go to a folder of their own, best to another place. Read models are not
 * copied: they follow from the log.
 */
export async function backupOffice(
  office: Office,
  { destination, keys }: { destination: string; keys?: string },
): Promise<BackupReport> {
  const { folder } = office.engines;
  await requireEmpty(destination);
  if (keys !== undefined) await requireEmpty(keys);
  await cp(folder.checkpoints, join(destination, 'checkpoints'), { recursive: true });
  await mkdir(join(destination, 'log'));
  await office.engines.store.backup(join(destination, 'log', 'events.db'));
  await cp(folder.evidence, join(destination, 'evidence'), { recursive: true });
  const takenAt = office.clock.now();
  const files = await writeManifest(destination, takenAt);
  if (keys !== undefined) {
    await backupDatabase(join(folder.keys, 'keys.db'), join(keys, 'keys.db'));
    await writeManifest(keys, takenAt);
  }
  return { destination, keys, files };
}

/** Makes a data folder from a backup. @throws FolderNotEmpty; @throws BackupDamaged */
export async function restoreOffice(options: { source: string; keys: string; data: string }): Promise<void> {
  const { source, keys, data } = options;
  await requireEmpty(data);
  await requireWhole(source);
  await requireWhole(keys);
  const folder = openDataFolder(data);
  try {
    await cp(join(source, 'log'), folder.log, { recursive: true });
    await cp(join(source, 'evidence'), folder.evidence, { recursive: true });
    await cp(join(source, 'checkpoints'), folder.checkpoints, { recursive: true });
    await cp(join(keys, 'keys.db'), join(folder.keys, 'keys.db'));
  } finally {
    folder.close();
  }
}

async function requireEmpty(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) throw new FolderNotEmpty(`${folder} is not empty`);
}

async function writeManifest(folder: string, takenAt: string): Promise<number> {
  const files: Record<string, string> = {};
  for (const file of await filesBelow(folder)) files[relative(folder, file)] = await digestOf(file);
  const manifest: Manifest = { schema: DATA_FOLDER_SCHEMA, takenAt, files };
  await writeFile(join(folder, MANIFEST), JSON.stringify(manifest, null, 2), { flush: true });
  return Object.keys(files).length;
}

async function requireWhole(folder: string): Promise<void> {
  const manifest: Manifest = JSON.parse(await readFile(join(folder, MANIFEST), 'utf8'));
  for (const [file, digest] of Object.entries(manifest.files)) {
    const found = await digestOf(join(folder, file)).catch(() => undefined);
    if (found !== digest)
      throw new BackupDamaged(`${file} is ${found === undefined ? 'missing' : 'changed'}`);
  }
}

const filesBelow = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const digestOf = async (file: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
