import type { Database } from '../sqlite';

/**
 * Rewrites a database so that deleted content is in none of its files: first the log goes into the main file, then that
 * one is written anew without free space, then the log, which now holds old pages again, is cut to nothing.
 * @throws when another connection still reads
 */
export function purgeDatabase(database: Database): void {
  truncateLog(database);
  database.exec('VACUUM');
  truncateLog(database);
}

function truncateLog(database: Database): void {
  const result = database.prepare<{ busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)').get();
  if (result?.busy !== 0) throw new Error('a reader keeps deleted content in the log of the database');
}
