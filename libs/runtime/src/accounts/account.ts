import {
  type Actor,
  decider,
  type EventElsewhere,
  elsewhere,
  type Grant,
  type Surroundings,
} from '@anjuan/event-sourcing';
import { accessRejections } from '../access/access-rejections';
import type { AccountCommand } from './account.commands';
import { accountEvents, accountKey } from './account.events';
import { accountRejections } from './account-rejections';
import { type AccountState, isNationalAdministrator, noAccount } from './account-state';
import { type AdministrationState, administration, NATIONAL } from './administration';
import { type UsernameState, username } from './username';

/** What a decision about an account looks up. */
export interface AccountSurroundings {
  readonly administration: AdministrationState;
  readonly username: UsernameState;
  readonly usernameDigest: string;
  readonly knowsArea: (code: string) => boolean;
  /** The stream of the holder's sign-ins while it is locked out. */
  readonly lockedSignIn?: string;
}

const { reject } = accountRejections;

function requirePresent(state: AccountState): void {
  if (state.status === 'absent') reject('account.no-such-account');
}

function requireSomeoneElse(actor: Actor, accountId: string): void {
  if (actor.accountId === accountId) reject('account.own-account');
}

function checkedGrants(grants: readonly Grant[], knowsArea: (code: string) => boolean): readonly Grant[] {
  const unknown = grants.filter(({ area }) => !knowsArea(area)).map(({ area }) => area);
  if (unknown.length > 0) reject('account.unknown-area', { areas: unknown });
  return [...new Map(grants.map(({ role, area }) => [`${role}@${area}`, { role, area }])).values()];
}

/** Keeps the list of national administrators, which is never left empty. */
function administrationChange(
  before: AccountState,
  after: AccountState,
  { administration: { accountIds } }: AccountSurroundings,
): readonly EventElsewhere[] {
  const [was, is] = [isNationalAdministrator(before), isNationalAdministrator(after)];
  if (was === is) return [];
  if (was && accountIds.length <= 1) reject('account.last-administrator');
  const type = is ? 'NationalAdministratorAdded' : 'NationalAdministratorRemoved';
  return [elsewhere(administration.category, NATIONAL, { type, data: { accountId: after.accountId } })];
}

function createAccount(
  data: Extract<AccountCommand, { type: 'CreateAccount' }>['data'],
  state: AccountState,
  around: Surroundings<AccountSurroundings>,
) {
  if (state.status !== 'absent') reject('account.already-exists');
  if (around.username.accountId !== undefined) reject('account.username-taken');
  const { accountId, kind } = data;
  const grants = [...checkedGrants(data.grants, around.knowsArea)];
  const created = {
    ...data,
    grants,
    usernameDigest: around.usernameDigest,
    // A password that somebody else chose is known to two people until its holder changes it.
    mustChangePassword: kind === 'person' && around.actor.kind !== 'system',
  };
  return [
    { type: 'AccountCreated' as const, data: created },
    elsewhere(username.category, around.usernameDigest, { type: 'UsernameClaimed', data: { accountId } }),
    ...administrationChange(state, { ...noAccount, status: 'active', accountId, kind, grants }, around),
  ];
}

/** Rules of accounts. Over which areas an administrator must have authority is declared in `account-binding.ts`. */
export const account = decider<AccountState, AccountCommand, typeof accountEvents, AccountSurroundings>({
  category: 'account',
  events: accountEvents,
  initialState: noAccount,
  idOf: ({ data }) => data.accountId,
  keyOf: (accountId) => accountKey(accountId),
  decide: {
    CreateAccount: createAccount,
    ChangeGrants: ({ accountId, grants: wanted }, state, around) => {
      requirePresent(state);
      requireSomeoneElse(around.actor, accountId);
      const grants = [...checkedGrants(wanted, around.knowsArea)];
      return [
        { type: 'GrantsChanged', data: { accountId, grants } },
        ...administrationChange(state, { ...state, grants }, around),
      ];
    },
    ResetPassword: ({ accountId, passwordHash }, state, { actor, lockedSignIn }) => {
      requirePresent(state);
      requireSomeoneElse(actor, accountId);
      if (state.kind === 'machine') reject('account.machine-has-no-password');
      const unlocked = { type: 'SignInUnlocked', data: { accountId } };
      return [
        { type: 'PasswordReset', data: { accountId, passwordHash } },
        ...(lockedSignIn === undefined ? [] : [elsewhere('signIn', lockedSignIn, unlocked)]),
      ];
    },
    ChangePassword: ({ accountId, passwordHash, replaces }, state, { actor }) => {
      requirePresent(state);
      if (actor.accountId !== accountId) accessRejections.reject('access.forbidden');
      if (state.passwordHash !== replaces) reject('account.wrong-password');
      return [{ type: 'PasswordChanged', data: { accountId, passwordHash } }];
    },
    DisableAccount: ({ accountId }, state, around) => {
      requirePresent(state);
      requireSomeoneElse(around.actor, accountId);
      if (state.status === 'disabled') reject('account.already-disabled');
      return [
        { type: 'AccountDisabled', data: { accountId } },
        ...administrationChange(state, { ...state, status: 'disabled' }, around),
      ];
    },
    EnableAccount: ({ accountId }, state, around) => {
      requirePresent(state);
      if (state.status === 'active') reject('account.not-disabled');
      return [
        { type: 'AccountEnabled', data: { accountId } },
        ...administrationChange(state, { ...state, status: 'active' }, around),
      ];
    },
    IssueToken: (data, state, { today }) => {
      requirePresent(state);
      if (state.kind !== 'machine') reject('account.token-for-machines-only');
      if (state.status === 'disabled') reject('account.already-disabled');
      if (data.expiresOn !== undefined && data.expiresOn < today) reject('account.token-expiry-past');
      return [{ type: 'TokenIssued', data }];
    },
    RevokeToken: ({ accountId, tokenId }, state) => {
      requirePresent(state);
      if (!state.tokens[tokenId]) reject('account.no-such-token');
      return [{ type: 'TokenRevoked', data: { accountId, tokenId } }];
    },
  },
  evolve: {
    AccountCreated: (_, data, { revision }) => ({
      ...data,
      status: 'active',
      sessionsFrom: revision,
      tokens: {},
    }),
    GrantsChanged: (state, { grants }) => ({ ...state, grants }),
    PasswordReset: (state, { passwordHash }, { revision }) => ({
      ...state,
      passwordHash,
      mustChangePassword: true,
      sessionsFrom: revision,
    }),
    PasswordChanged: (state, { passwordHash }, { revision }) => ({
      ...state,
      passwordHash,
      mustChangePassword: false,
      sessionsFrom: revision,
    }),
    AccountDisabled: (state, _, { revision }) => ({ ...state, status: 'disabled', sessionsFrom: revision }),
    AccountEnabled: (state) => ({ ...state, status: 'active' }),
    TokenIssued: (state, { tokenId, tokenHash, expiresOn }) => ({
      ...state,
      tokens: { ...state.tokens, [tokenId]: { tokenHash, expiresOn } },
    }),
    TokenRevoked: (state, { tokenId }) => {
      const { [tokenId]: _revoked, ...tokens } = state.tokens;
      return { ...state, tokens };
    },
  },
});
