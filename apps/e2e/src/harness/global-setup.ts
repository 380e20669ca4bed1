import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unpackBrowser } from '../browser/unpacked-browser';
import { PREPARED, prepare } from './offices';

/** Before the end-to-end tests of a run: the folder that all begin with, and the browser. */
export default async function globalSetup(): Promise<void> {
  const folder = join(mkdtempSync(join(tmpdir(), 'anjuan-e2e-prepared-')), 'data');
  await prepare(folder);
  process.env[PREPARED] = folder;
  await unpackBrowser();
}
