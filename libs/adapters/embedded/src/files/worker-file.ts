import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The compiled file of a worker thread. A worker needs JavaScript, also when this file runs from its source as in
 * tests, so it is always started from `dist`.
 * @param name path within `dist`
 * @throws when it is not compiled
 */
export function workerFile(name: string): string {
  const path = join(__dirname, '..', '..', 'dist', name);
  if (!existsSync(path)) throw new Error(`${path} is missing: run \`npx tsc -b\` first`);
  return path;
}
