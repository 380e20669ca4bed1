import { NATION } from '@anjuan/contracts';
import { foldStream, streamName, systemEnvelope } from '@anjuan/event-sourcing';
import { v7 } from 'uuid';
import type { Role } from '../access/roles';
import type { Office } from '../office/office';
import { hashPassword, requireStrong } from '../sign-in/passwords';
import { administration, NATIONAL } from './administration';

export interface PersonToProvision {
  /** Made when left out. */
  readonly accountId?: string;
  readonly username: string;
  readonly displayName: string;
  readonly grants: readonly { readonly role: Role; readonly area: string }[];
  /** Not temporary: the system provisions for whoever set the office up. */
  readonly password: string;
}

/**
 * Creates the account of a person as the system, by the real command: the first administrator, the demo bureau, tests.
 * @returns the account's id
 * @throws Rejected `account.username-taken`, `account.password-weak` …
 */
export async function provisionAccount(office: Office, person: PersonToProvision): Promise<string> {
  const { accountId = v7(), username, displayName, grants, password } = person;
  requireStrong(password, username);
  const passwordHash = await hashPassword(password);
  const data = {
    accountId,
    username: username.toLowerCase(),
    displayName,
    grants,
    kind: 'person',
    passwordHash,
  };
  const envelope = systemEnvelope('provisioning', `provisioning/${accountId}`, { correlationId: v7() });
  await office.send({ type: 'CreateAccount', data }, envelope);
  return accountId;
}

/**
 * The first administrator of an office that has none; without one nobody could create the others.
 * @returns the account's id, or undefined when there is an administrator of the nation already
 */
export async function createFirstAdministrator(
  office: Office,
  { username, password }: { readonly username: string; readonly password: string },
): Promise<string | undefined> {
  const loaded = await office.log.load(streamName(administration.category, NATIONAL));
  if (foldStream(administration, loaded).accountIds.length > 0) return undefined;
  const grants = [{ role: 'administrator', area: NATION }] as const;
  return provisionAccount(office, { username, password, displayName: '系统管理员', grants });
}
