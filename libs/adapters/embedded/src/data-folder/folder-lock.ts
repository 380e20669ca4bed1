import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, openDatabase } from '../sqlite';

/** Another process holds the folder. */
export class DataFolderInUse extends Error {
  readonly type = 'data-folder-in-use';
  constructor(
    readonly path: string,
    /** Undefined in the moment before the holder has written it down. */
    readonly pid: number | undefined,
  ) {
    super(
      `${path} is held by process ${pid ?? '(not known yet)'}; one process at a time can use a data folder`,
    );
  }
}

export interface FolderLock {
  release(): void;
}

/** The driver closes a database that nobody refers to, and its lock would go with it. */
const held = new Set<Database>();

const SQLITE_BUSY = /database is locked|SQLITE_BUSY/i;

/**
 * Takes the folder for this process: a transaction on `lock.db` that is never finished. The system itself ends it with
 * the process, however that dies, so no lock is ever left behind. The file `holder` only says who it is.
 * @throws DataFolderInUse
 */
export function lockFolder(folder: string): FolderLock {
  const holder = join(folder, 'holder');
  const database = openDatabase(join(folder, 'lock.db'), { busyTimeout: 0 });
  begin(database, folder, holder);
  held.add(database);
  writeFileSync(holder, `${process.pid}\n`, { mode: 0o600 });
  return {
    release() {
      rmSync(holder, { force: true });
      held.delete(database);
      database.close();
    },
  };
}

function begin(database: Database, folder: string, holder: string): void {
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (SQLITE_BUSY.test(String(error))) {
      throw new DataFolderInUse(folder, readPid(holder));
    }
    throw error;
  }
}

function readPid(holder: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(holder, 'utf8'), 10) || undefined;
  } catch {
    return undefined;
  }
}
