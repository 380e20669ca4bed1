import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ensureFolder, syncPath } from '../files/durable-folder';
import { controlSocketOf } from './control-socket';
import { lockFolder } from './folder-lock';

/** The layout of a data folder that this program writes. */
export const DATA_FOLDER_SCHEMA = 1;

/** Paths of a folder that this process holds. */
export interface DataFolder {
  readonly path: string;
  readonly log: string;
  readonly readModels: string;
  readonly bus: string;
  readonly keys: string;
  readonly evidence: string;
  readonly checkpoints: string;
  readonly sessions: string;
  /** Where the holder listens for the command line. */
  readonly controlSocket: string;
  /** Lets another process have the folder. */
  close(): void;
}

/** The folder was written by a newer program, or its `schema.json` is not one of ours. */
export class DataFolderNotUnderstood extends Error {
  readonly type = 'data-folder-not-understood';
}

/**
 * Opens a data folder, made when absent, for this process alone.
 * @throws DataFolderInUse; @throws DataFolderNotUnderstood
 */
export function openDataFolder(path: string): DataFolder {
  const root = resolve(path);
  ensureFolder(dirname(root));
  mkdirSync(root, { recursive: true, mode: 0o700 });
  syncPath(dirname(root));
  const lock = lockFolder(root);
  try {
    agreeOnSchema(root);
    const parts = {
      log: join(root, 'log'),
      readModels: join(root, 'read-models'),
      bus: join(root, 'bus'),
      keys: join(root, 'keys'),
      evidence: join(root, 'evidence'),
      checkpoints: join(root, 'checkpoints'),
      sessions: join(root, 'sessions'),
    };
    for (const part of Object.values(parts)) ensureFolder(part);
    return { path: root, ...parts, controlSocket: controlSocketOf(root), close: () => lock.release() };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The schema of a folder; undefined for one that is not made yet. @throws DataFolderNotUnderstood */
function schemaOf(file: string): number | undefined {
  if (!existsSync(file)) return undefined;
  const schema = /^\{"schema":(\d+)\}\s*$/.exec(readFileSync(file, 'utf8'))?.[1];
  if (schema === undefined) throw new DataFolderNotUnderstood(`${file} names no schema`);
  return Number(schema);
}

function agreeOnSchema(root: string): void {
  const file = join(root, 'schema.json');
  const schema = schemaOf(file);
  if (schema === undefined) {
    writeFileSync(`${file}.new`, `{"schema":${DATA_FOLDER_SCHEMA}}\n`, { mode: 0o600 });
    syncPath(`${file}.new`);
    renameSync(`${file}.new`, file);
    syncPath(root);
  } else if (schema > DATA_FOLDER_SCHEMA) {
    throw new DataFolderNotUnderstood(
      `${root} has schema ${schema}, this program knows up to ${DATA_FOLDER_SCHEMA}; use a newer version of it`,
    );
  }
}
