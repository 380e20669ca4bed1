import { createFirstAdministrator, type Office } from '@anjuan/runtime';
import { createDemoBureau } from './demo/demo-bureau';

const USERNAME = 'admin';

/**
 * Fills an empty folder: with the demo bureau, or with the first administrator of the settings. A folder that holds something is
 * left as it is.
 */
export async function firstStart(office: Office): Promise<void> {
  const { demo, ANJUAN_ADMIN_PASSWORD: password, ANJUAN_DEMO_FILINGS: filings } = office.config;
  if ((await office.engines.store.lastPosition()) >= 0n) return;
  if (demo) return createDemoBureau(office, filings);
  if (password === undefined) {
    office.logger.info(
      'the folder is empty and nobody can sign in: set ANJUAN_ADMIN_PASSWORD for a first administrator',
    );
    return;
  }
  await createFirstAdministrator(office, { username: USERNAME, password });
  process.stdout.write(`\n首位管理员 / First administrator: ${USERNAME} (ANJUAN_ADMIN_PASSWORD)\n`);
}
