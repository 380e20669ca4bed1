import { dirname } from 'node:path';
import { workerData } from 'node:worker_threads';
import { openDatabase } from '../sqlite';
import { syncPath } from './durable-folder';

const { source, destination }: { source: string; destination: string } = workerData;
const database = openDatabase(source, { readOnly: true });
database.prepare('VACUUM INTO ?').run(destination);
database.close();
syncPath(destination);
syncPath(dirname(destination));
