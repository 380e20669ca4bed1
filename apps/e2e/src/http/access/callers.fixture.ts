import { provisionAccount, ROLES, type Role } from '@anjuan/runtime';
import { must } from '../filing-case.fixture';
import type { HttpOffice } from '../http-office.fixture';
import { GUANGZHOU, PASSWORD, XIAMEN } from '../people.fixture';

type Headers = Readonly<Record<string, string>>;

/** Somebody who may not see Guangzhou's cases. */
export interface Outsider {
  readonly name: string;
  readonly headers: Headers;
  /** Roles over other areas; none for who is nobody to the office. */
  readonly roles: readonly Role[];
  readonly known: boolean;
}

const SHENZHEN = '440300';

/** Everybody who may not: each role of another region, all roles of a neighbouring one, no role, nobody, and who has left. */
export async function outsiders(office: HttpOffice): Promise<readonly Outsider[]> {
  const { office: inner } = office.test;
  const provision = (username: string, grants: readonly { role: Role; area: string }[]) =>
    provisionAccount(inner, { username, displayName: username, grants, password: PASSWORD });
  const known = async (name: string, roles: readonly Role[], area: string): Promise<Outsider> => {
    const grants = roles.map((role) => ({ role, area }));
    await provision(name, grants);
    await office.settle();
    return { name, roles, known: true, headers: await office.signIn(name, PASSWORD) };
  };
  const each: Outsider[] = [];
  for (const role of ROLES) each.push(await known(`a-${role}.xiamen`, [role], XIAMEN));
  each.push(await known('all-roles.shenzhen', ROLES, SHENZHEN));
  each.push(await known('without.role', [], XIAMEN));
  const token = { authorization: String((await office.credentials('hospital.xm')).authorization) };
  each.push({ name: 'a machine of Xiamen', roles: ['partner'], known: true, headers: token });
  each.push({ name: 'nobody', roles: [], known: false, headers: {} });
  each.push(await hasLeft(office));
  return each;
}

/** Had every role in Guangzhou, and a session and all; the account was disabled since. */
async function hasLeft(office: HttpOffice): Promise<Outsider> {
  const grants = ROLES.map((role) => ({ role, area: GUANGZHOU }));
  const person = { username: 'has.left', displayName: '已离职', grants, password: PASSWORD };
  const accountId = await provisionAccount(office.test.office, person);
  await office.settle();
  const headers = await office.signIn('has.left', PASSWORD);
  await must(office.call('admin', 'POST', `accounts/${accountId}/disable`));
  return { name: 'a disabled account of Guangzhou', roles: [], known: false, headers };
}
