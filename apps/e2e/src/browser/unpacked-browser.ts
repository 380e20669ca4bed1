import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';

/** A Chromium of the machine, for those the package has none for: it comes for Linux on x64 only. */
const OWN_BROWSER = 'ANJUAN_E2E_BROWSER';

const unpackedFolder = (): string => join(tmpdir(), 'anjuan-chromium-143.0.4');

/** The browser's program file; `unpackBrowser` has put it there. */
export const browserFile = (): string => process.env[OWN_BROWSER] ?? join(unpackedFolder(), 'chromium');

/**
 * Unpacks the browser that comes as an npm package, once per machine. Beside its place first: a run that is interrupted must
 * not leave half a browser that the next one takes for a whole one.
 */
export async function unpackBrowser(): Promise<void> {
  if (existsSync(browserFile())) return;
  const staging = mkdtempSync(join(tmpdir(), 'anjuan-chromium-'));
  await unpackInto(staging);
  try {
    renameSync(staging, unpackedFolder());
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    if (!existsSync(browserFile())) throw error;
  }
}

/** The package unpacks into the folder for temporary files and nowhere else. */
async function unpackInto(folder: string): Promise<void> {
  const { TMPDIR } = process.env;
  process.env.TMPDIR = folder;
  try {
    chromium.setGraphicsMode = false;
    await chromium.executablePath();
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
}
