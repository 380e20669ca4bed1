import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Makes folders for the tests of a file or a `describe` and removes them afterwards. Call it where hooks may be
 * registered; the result makes one new folder per call.
 */
export function useTemporaryFolders(): () => string {
  const made: string[] = [];
  afterAll(() => {
    for (const folder of made) rmSync(folder, { recursive: true, force: true });
  });
  return () => {
    const folder = mkdtempSync(join(tmpdir(), 'anjuan-test-'));
    made.push(folder);
    return folder;
  };
}
