import { Worker } from 'node:worker_threads';
import { workerFile } from './worker-file';

/** Work on a whole SQLite file, too long for the thread that answers requests. */
export interface Maintenance {
  readonly path: string;
  readonly statements: readonly string[];
  /** Whether to rewrite the file in the end, so that it holds nothing that was deleted. */
  readonly purge: boolean;
}

/** Does the work in a thread of its own. Others may read meanwhile but must not write. */
export async function maintain(maintenance: Maintenance): Promise<void> {
  const worker = new Worker(workerFile('files/maintenance.worker.js'), { workerData: maintenance });
  await new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', () => resolve());
  });
}
