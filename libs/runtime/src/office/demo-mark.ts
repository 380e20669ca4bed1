import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MARK = 'demo';

/** True for a data folder that a demo bureau was made in: its pages say so, whatever the settings are now. */
export const isDemoFolder = (folder: string): boolean => existsSync(join(folder, MARK));

/** Marks a data folder for good. */
export const markAsDemo = (folder: string): void =>
  writeFileSync(join(folder, MARK), 'synthetic data\n', { mode: 0o600, flush: true });
