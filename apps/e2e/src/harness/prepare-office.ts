import type { Actor } from '@anjuan/event-sourcing';
import { institutionRegistry, seedRegistry } from '@anjuan/institution-registry-service';
import { accounts, Office, OfficeLog, provisionAccount, readConfig } from '@anjuan/runtime';
import { PASSWORD, PEOPLE } from './people';

/** Makes the folder that tests begin with: accounts, areas, calendars and policies, through the real commands. */
async function prepareOffice(folder: string): Promise<void> {
  const config = readConfig({ ANJUAN_DATA: folder, ANJUAN_DEMO: 'false', ANJUAN_LOG_LEVEL: 'error' });
  const office = await Office.open(config, [accounts, institutionRegistry], new OfficeLog('error'));
  try {
    await office.start();
    const ids = await provisionPeople(office);
    const actor = (name: string): Actor => ({
      accountId: ids.get(name) ?? name,
      kind: 'person',
      grants: [{ role: 'registry-editor', area: '000000' }],
    });
    const today = office.clock.now().slice(0, 10);
    await seedRegistry(
      (command, as) => office.send(command, { actor: actor(as), channel: 'seed', correlationId: 'seed' }),
      today,
    );
    await office.settle();
  } finally {
    await office.stop();
  }
}

async function provisionPeople(office: Office): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const [username, { displayName, grants }] of Object.entries(PEOPLE)) {
    ids.set(username, await provisionAccount(office, { username, displayName, grants, password: PASSWORD }));
  }
  return ids;
}

prepareOffice(process.argv[2] ?? '').then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exit(1);
  },
);
