import { NATION } from '@anjuan/contracts';
import type { Grant } from '@anjuan/event-sourcing';
import { roleHas } from '../access/roles';

export interface Token {
  readonly tokenHash: string;
  /** The last day it is good for. */
  readonly expiresOn?: string;
}

/** An account as its events tell it. */
export interface AccountState {
  readonly status: 'absent' | 'active' | 'disabled';
  readonly accountId: string;
  readonly username: string;
  readonly usernameDigest: string;
  readonly displayName: string;
  readonly kind: 'person' | 'machine';
  readonly grants: readonly Grant[];
  readonly passwordHash?: string;
  readonly mustChangePassword: boolean;
  /** Revision of the event that last ended all sessions: a session that began before it is over. */
  readonly sessionsFrom: number;
  /** Those that are not revoked, by id. */
  readonly tokens: Readonly<Record<string, Token>>;
}

export const noAccount: AccountState = {
  status: 'absent',
  accountId: '',
  username: '',
  usernameDigest: '',
  displayName: '',
  kind: 'person',
  grants: [],
  mustChangePassword: false,
  sessionsFrom: -1,
  tokens: {},
};

/** Areas an administrator must have to touch an account: all it has grants in; the nation's when it has none. */
export const areasOfAccount = ({
  status,
  grants,
}: Pick<AccountState, 'status' | 'grants'>): readonly string[] => {
  if (status === 'absent') return [];
  return grants.length > 0 ? grants.map(({ area }) => area) : [NATION];
};

/** True for a person who can sign in and administrate accounts of the whole nation. */
export const isNationalAdministrator = ({
  status,
  kind,
  grants,
}: Pick<AccountState, 'status' | 'kind' | 'grants'>): boolean =>
  status === 'active' &&
  kind === 'person' &&
  grants.some(({ role, area }) => area === NATION && roleHas(role, 'account:manage'));
