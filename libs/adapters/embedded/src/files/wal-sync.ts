import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncPath } from './durable-folder';

/**
 * Puts the commits of a database in WAL mode on disk without holding up the event loop, for a connection with
 * `synchronous = NORMAL`, whose own commits do not wait for the disk. SQLite keeps the log's file while it is open.
 */
export class WalSync {
  private log: Promise<FileHandle> | undefined;

  /** @param database path of the database's main file */
  constructor(private readonly database: string) {}

  /** Resolves when every commit before the call is on disk. */
  async sync(): Promise<void> {
    this.log ??= this.openLog();
    await (await this.log).datasync();
  }

  /** Call it before the database is closed. */
  async close(): Promise<void> {
    if (this.log) await (await this.log).close();
  }

  /** The folder too, since the log's name may be new there. */
  private async openLog(): Promise<FileHandle> {
    const log = await open(`${this.database}-wal`, 'r+');
    syncPath(dirname(this.database));
    return log;
  }
}
