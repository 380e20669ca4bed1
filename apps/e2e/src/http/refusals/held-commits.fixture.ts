import { rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { HttpOffice } from '../http-office.fixture';

export interface HeldCommits {
  /** Resolves when what was sent meanwhile has had the time to reach the store. */
  waiting(): Promise<void>;
  release(): void;
}

const LONG_ENOUGH_MS = 300;

/** From now on nothing is committed, so nothing is acknowledged. */
export function holdCommits(office: HttpOffice): HeldCommits {
  const file = office.test.office.config.ANJUAN_HOLD_COMMIT_WHILE;
  if (file === undefined) throw new Error('this office was not opened so that commits can be held');
  writeFileSync(file, '');
  return {
    waiting: () => pause(LONG_ENOUGH_MS),
    release: () => rmSync(file, { force: true }),
  };
}
