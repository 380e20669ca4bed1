import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The project's folder; the same from `src` and from `dist`, which lie at the same depth. */
export const PROJECT = join(__dirname, '..', '..', '..', '..');

const built = (...path: string[]): string => {
  const file = join(PROJECT, ...path);
  if (!existsSync(file)) throw new Error(`${file} is missing: build the project first (npm run build)`);
  return file;
};

/** What `npm start` starts. */
export const serverFile = (): string => built('apps', 'back-office', 'dist', 'main.js');

/** The command line `anjuan`. */
export const commandLineFile = (): string => built('apps', 'back-office', 'dist', 'cli', 'main.js');

/** Makes the data folder that tests begin with. */
export const prepareFile = (): string => built('apps', 'e2e', 'dist', 'harness', 'prepare-office.js');
