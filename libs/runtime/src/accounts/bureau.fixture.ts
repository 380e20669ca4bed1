import type { Role } from '../access/roles';
import { clientOf, signInTo, type TestClient, testClient } from '../testing/test-client';
import { openTestOffice, type TestOffice } from '../testing/test-office';
import { provisionAccount } from './provision-account';

export const PASSWORD = 'Standing-2026';
export const TEMPORARY = 'Temporary-2026';

/** An office with an administrator of the nation, one of Xiamen and a clerk there. */
export interface Bureau {
  readonly test: TestOffice;
  readonly nobody: TestClient;
  readonly national: TestClient;
  readonly xiamen: TestClient;
  readonly ids: Readonly<Record<'national' | 'xiamen' | 'clerk', string>>;
  as(username: string, password?: string): Promise<TestClient>;
  /** Creates an account as the administrator of the nation. @returns its id */
  create(account: object): Promise<string>;
  /** Signs in with the temporary password, changes it, and goes on with the new session. */
  firstSignIn(username: string): Promise<TestClient>;
}

export async function openBureau(): Promise<Bureau> {
  const test = await openTestOffice();
  const add = (username: string, role: Role, area: string) =>
    provisionAccount(test.office, {
      username,
      displayName: `某${username}`,
      grants: [{ role, area }],
      password: PASSWORD,
    });
  const ids = {
    national: await add('nation', 'administrator', '000000'),
    xiamen: await add('xiamen', 'administrator', '350200'),
    clerk: await add('clerk', 'clerk', '350200'),
  };
  const as = (username: string, password = PASSWORD) => signInTo(test, username, password);
  const national = await as('nation');
  return {
    test,
    nobody: testClient(test),
    national,
    xiamen: await as('xiamen'),
    ids,
    as,
    create: async (account) => {
      const { status, json } = await national.send('POST', '/api/accounts', account);
      if (status !== 201) throw new Error(`not created: ${JSON.stringify(json)}`);
      return String(json.id);
    },
    firstSignIn: async (username) => {
      const first = await as(username, TEMPORARY);
      const body = { oldPassword: TEMPORARY, newPassword: PASSWORD };
      return clientOf(test, await first.send('POST', '/api/session/password', body));
    },
  };
}
