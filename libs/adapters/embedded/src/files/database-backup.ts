import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { workerFile } from './worker-file';

/**
 * Copies a SQLite file as it is at one moment, while others read and write it; the copy is on disk when the promise
 * resolves. Runs in a thread of its own.
 * @param destination a file that does not exist, in a folder that does
 */
export async function backupDatabase(source: string, destination: string): Promise<void> {
  if (existsSync(destination)) throw new Error(`${destination} exists; a backup does not overwrite`);
  const worker = new Worker(workerFile('files/backup.worker.js'), { workerData: { source, destination } });
  await new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', () => resolve());
  });
}
