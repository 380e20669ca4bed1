import { randomBytes } from 'node:crypto';
import type { Actor } from '@anjuan/event-sourcing';
import { type Office, provisionAccount, type Role } from '@anjuan/runtime';

interface DemoAccount {
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  readonly area: string;
}

const NATION = '000000';

const bureau = (suffix: string, city: string, area: string): readonly DemoAccount[] => [
  { username: `clerk.${suffix}`, displayName: `${city}窗口经办 陈晓`, role: 'clerk', area },
  { username: `reviewer.${suffix}`, displayName: `${city}初审 林静`, role: 'reviewer', area },
  { username: `reviewer2.${suffix}`, displayName: `${city}复核 黄志强`, role: 'reviewer', area },
  { username: `supervisor.${suffix}`, displayName: `${city}主管 郑敏`, role: 'supervisor', area },
];

/** One account for each role, at three bureaus that show three settings of the policies. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { username: 'admin', displayName: '系统管理员', role: 'administrator', area: NATION },
  { username: 'policy.drafter', displayName: '政策起草 周文', role: 'registry-editor', area: NATION },
  { username: 'policy.publisher', displayName: '政策发布 吴敏', role: 'registry-editor', area: NATION },
  { username: 'settlement', displayName: '结算专员 何平', role: 'settlement-officer', area: NATION },
  ...bureau('xm', '厦门', '350200'),
  ...bureau('gz', '广州', '440100'),
  ...bureau('cd', '成都', '510100'),
];

/** The demo's people, ready to send commands. */
export interface DemoCast {
  readonly password: string;
  actor(username: string): Actor;
}

/** Creates the accounts, all with one password that is new for each folder. */
export async function createDemoAccounts(office: Office): Promise<DemoCast> {
  const password = `Demo-${randomBytes(6).toString('base64url')}-7`;
  const actors = new Map<string, Actor>();
  for (const { username, displayName, role, area } of DEMO_ACCOUNTS) {
    const grants = [{ role, area }];
    const accountId = await provisionAccount(office, { username, displayName, password, grants });
    actors.set(username, { accountId, kind: 'person', grants });
  }
  return {
    password,
    actor: (username) => {
      const actor = actors.get(username);
      if (!actor) throw new Error(`the demo has no account ${username}`);
      return actor;
    },
  };
}
