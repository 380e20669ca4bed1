import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, chinaDateOf } from '@anjuan/event-sourcing';
import { seedRegistry } from '@anjuan/institution-registry-service';
import type { Office } from '@anjuan/runtime';
import { v7 } from 'uuid';
import { createDemoAccounts, DEMO_ACCOUNTS } from './demo-accounts';
import { playDays } from './demo-days';
import { DemoStage } from './demo-stage';

/** The demo's first day lies so many days back: long enough for filings of six months to have ended. */
const DAYS = 240;
const ACCOUNTS_FILE = 'demo-accounts.txt';

/**
 * Fills an empty folder with a demo bureau: accounts, registry, person register, and filings in every state. All of it goes
 * through the real commands, on a clock that is moved from the first day to now.
 */
export async function createDemoBureau(office: Office, filings: number): Promise<void> {
  const { clock } = office;
  office.markAsDemo();
  const now = clock.now();
  const today = chinaDateOf(now);
  const firstDay = addDays(today, -DAYS);
  clock.standAt(`${addDays(firstDay, -30)}T01:00:00.000Z`);
  const cast = await createDemoAccounts(office);
  const stage = new DemoStage(office, cast);
  const editors = { drafter: 'policy.drafter', publisher: 'policy.publisher' } as const;
  await seedRegistry((command, as) => stage.as(editors[as], command), today);
  await office.settle();
  await playDays(stage, { firstDay, today, filings, newId: () => v7() });
  clock.standAt(now);
  await office.fireTimers();
  await office.settle();
  clock.release();
  await office.checkpoints.takeIfDue();
  announce(office, cast.password);
}

/** Prints the accounts, and keeps them in the folder for whoever comes later. */
function announce(office: Office, password: string): void {
  const lines = [
    '演示机构（全部为合成数据） / Demo bureau (all data is synthetic)',
    `密码 password: ${password}`,
    ...DEMO_ACCOUNTS.map(
      ({ username, displayName, role, area }) =>
        `${username.padEnd(18)} ${role.padEnd(20)} ${area}  ${displayName}`,
    ),
  ];
  const file = join(office.engines.folder.path, ACCOUNTS_FILE);
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
  process.stdout.write(`\n${lines.join('\n')}\n(${file})\n`);
}
