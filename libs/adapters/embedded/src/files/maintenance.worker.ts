import { workerData } from 'node:worker_threads';
import { openDatabase } from '../sqlite';
import type { Maintenance } from './maintenance';
import { purgeDatabase } from './purge-database';

const { path, statements, purge }: Maintenance = workerData;
const database = openDatabase(path);
database.exec('PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON');
for (const statement of statements) database.exec(statement);
if (purge) purgeDatabase(database);
database.close();
