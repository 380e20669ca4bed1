import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names of the files of a folder that hold these bytes anywhere, free pages and logs included. */
export const filesContaining = (folder: string, bytes: string | Buffer): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .filter((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(bytes))
    .map(({ name }) => name);
