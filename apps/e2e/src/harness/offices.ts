import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BackOffice } from './back-office';
import { prepareFile } from './installation';
import { endPrograms, Program, type Settings } from './program';

const PREPARE_MS = 60_000;

/** Says where a folder was prepared for all tests of a run. */
export const PREPARED = 'ANJUAN_E2E_PREPARED';

/** Prepares a data folder with people, areas, calendars and policies. */
export async function prepare(folder: string): Promise<void> {
  const { code, stderr } = await new Program(prepareFile(), [folder], {}, tmpdir()).end(PREPARE_MS);
  if (code !== 0) throw new Error(`could not prepare ${folder}:\n${stderr}`);
}

/** Back offices on folders of their own. After `close` no program of the tests runs and no folder is left. */
export class Offices {
  readonly root = mkdtempSync(join(tmpdir(), 'anjuan-e2e-'));
  private folders = 0;

  /** The path of a new folder, which is not there yet. */
  newFolder(): string {
    this.folders += 1;
    return join(this.root, `office-${this.folders}`);
  }

  /** A new data folder with people, areas, calendars and policies, and no case yet. */
  async preparedFolder(): Promise<string> {
    const folder = this.newFolder();
    const prepared = process.env[PREPARED];
    if (prepared === undefined) await prepare(folder);
    else cpSync(prepared, folder, { recursive: true });
    return folder;
  }

  /** Starts a back office on a folder, by default a prepared one. */
  async start(settings: Settings = {}, folder?: string): Promise<BackOffice> {
    return BackOffice.start(folder ?? (await this.preparedFolder()), settings);
  }

  async close(): Promise<void> {
    await endPrograms();
    rmSync(this.root, { recursive: true, force: true });
  }
}
