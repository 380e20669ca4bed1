import { type Actor, elsewhere } from '@anjuan/event-sourcing';
import { specification, stateOf } from '@anjuan/testing';
import { type AccountSurroundings, account } from './account';
import type { AccountCommand } from './account.commands';
import { administration } from './administration';

const ID = '00000000-0000-4000-8000-00000000000a';
const OTHER = '00000000-0000-4000-8000-00000000000b';
const administrator: Actor = {
  accountId: OTHER,
  kind: 'person',
  grants: [{ role: 'administrator', area: '000000' }],
};
const around: AccountSurroundings & { actor: Actor } = {
  actor: administrator,
  administration: stateOf(administration, {
    type: 'NationalAdministratorAdded',
    data: { accountId: OTHER },
  }),
  username: {},
  usernameDigest: 'd1',
  knowsArea: (code) => code !== '999999',
};
const accounts = specification(account, around);

const person = {
  accountId: ID,
  username: 'wang.fang',
  displayName: '王芳',
  kind: 'person' as const,
  grants: [{ role: 'clerk', area: '350200' }],
  passwordHash: 'hash-1',
};
const created = {
  type: 'AccountCreated' as const,
  data: { ...person, usernameDigest: 'd1', mustChangePassword: true },
};
const { passwordHash: _none, ...machineData } = person;
const machine = {
  type: 'AccountCreated' as const,
  data: { ...machineData, kind: 'machine' as const, usernameDigest: 'd1', mustChangePassword: false },
};
const national = [{ role: 'administrator' as const, area: '000000' }];
const createdNational = { type: 'AccountCreated' as const, data: { ...created.data, grants: national } };
const disabled = { type: 'AccountDisabled' as const, data: { accountId: ID } };
const claimed = elsewhere('username', 'd1', { type: 'UsernameClaimed', data: { accountId: ID } });
const added = elsewhere('administration', 'national', {
  type: 'NationalAdministratorAdded',
  data: { accountId: ID },
});
const removed = elsewhere('administration', 'national', {
  type: 'NationalAdministratorRemoved',
  data: { accountId: ID },
});
const create: AccountCommand = {
  type: 'CreateAccount',
  data: { ...person, grants: [{ role: 'clerk', area: '350200' }] },
};

describe('creating an account', () => {
  it('claims the username in the same append', () =>
    accounts.given().when(create).thenEvents(created, claimed));

  it('makes a password temporary that an administrator chose, but not one the system set up', () =>
    accounts
      .with({ actor: { accountId: 'system:x', kind: 'system', grants: [] } })
      .given()
      .when(create)
      .thenEvents({ ...created, data: { ...created.data, mustChangePassword: false } }, claimed));

  it('is refused when somebody has the username', () =>
    accounts
      .with({ username: { accountId: OTHER } })
      .given()
      .when(create)
      .thenRejected('account.username-taken'));

  it('is refused for an id that is in use', () =>
    accounts.given(created).when(create).thenRejected('account.already-exists'));

  it('is refused for an area that is not in the tree', () =>
    accounts
      .given()
      .when({ ...create, data: { ...create.data, grants: [{ role: 'clerk', area: '999999' }] } })
      .thenRejected('account.unknown-area'));

  it('notes an administrator of the nation', () =>
    accounts
      .given()
      .when({ ...create, data: { ...create.data, grants: national } })
      .thenEvents(createdNational, claimed, added));

  it('does not count a machine among the administrators of the nation', () =>
    accounts
      .given()
      .when({ type: 'CreateAccount', data: { ...machineData, kind: 'machine', grants: national } })
      .thenEvents({ ...machine, data: { ...machine.data, grants: national } }, claimed));
});

describe('the last administrator of the nation', () => {
  const last = accounts.with({ administration: { accountIds: [ID] } });
  const one = accounts.with({ administration: { accountIds: [ID, OTHER] } });

  it('cannot be disabled', () =>
    last
      .given(createdNational)
      .when({ type: 'DisableAccount', data: { accountId: ID } })
      .thenRejected('account.last-administrator'));

  it('cannot lose the role', () =>
    last
      .given(createdNational)
      .when({ type: 'ChangeGrants', data: { accountId: ID, grants: [] } })
      .thenRejected('account.last-administrator'));

  it('may be followed by another, who then goes', () =>
    one
      .given(createdNational)
      .when({ type: 'DisableAccount', data: { accountId: ID } })
      .thenEvents(disabled, removed));

  it('counts again when enabled', () =>
    one
      .given(createdNational, disabled)
      .when({ type: 'EnableAccount', data: { accountId: ID } })
      .thenEvents({ type: 'AccountEnabled', data: { accountId: ID } }, added));
});

describe('the own account', () => {
  const own = accounts.with({ actor: { ...administrator, accountId: ID } });
  const forbidden: readonly AccountCommand[] = [
    { type: 'DisableAccount', data: { accountId: ID } },
    { type: 'ChangeGrants', data: { accountId: ID, grants: national } },
    { type: 'ResetPassword', data: { accountId: ID, passwordHash: 'hash-2' } },
  ];
  it.each(forbidden)('is not touched by $type', (command) =>
    own.given(created).when(command).thenRejected('account.own-account'),
  );

  it('takes a new password from its holder who knew the old one', () =>
    own
      .given(created)
      .when({ type: 'ChangePassword', data: { accountId: ID, passwordHash: 'hash-2', replaces: 'hash-1' } })
      .thenEvents({ type: 'PasswordChanged', data: { accountId: ID, passwordHash: 'hash-2' } }));

  it('refuses a new password when the old one was replaced meanwhile', () =>
    own
      .given(created, { type: 'PasswordReset', data: { accountId: ID, passwordHash: 'hash-3' } })
      .when({ type: 'ChangePassword', data: { accountId: ID, passwordHash: 'hash-2', replaces: 'hash-1' } })
      .thenRejected('account.wrong-password'));

  it('takes no password from anybody else', () =>
    accounts
      .given(created)
      .when({ type: 'ChangePassword', data: { accountId: ID, passwordHash: 'hash-2', replaces: 'hash-1' } })
      .thenRejected('access.forbidden'));
});

describe('an account', () => {
  it('is unlocked by a new password from an administrator', () =>
    accounts
      .with({ lockedSignIn: 'd1.2026-03' })
      .given(created)
      .when({ type: 'ResetPassword', data: { accountId: ID, passwordHash: 'hash-2' } })
      .thenEvents(
        { type: 'PasswordReset', data: { accountId: ID, passwordHash: 'hash-2' } },
        elsewhere('signIn', 'd1.2026-03', { type: 'SignInUnlocked', data: { accountId: ID } }),
      ));

  it('keeps a grant once that was given twice', () =>
    accounts
      .given(created)
      .when({ type: 'ChangeGrants', data: { accountId: ID, grants: [...national, ...national] } })
      .thenEvents({ type: 'GrantsChanged', data: { accountId: ID, grants: national } }, added));

  it('ends its sessions with every new password and when it is disabled', () => {
    const reset = { type: 'PasswordReset' as const, data: { accountId: ID, passwordHash: 'hash-2' } };
    accounts.given(created, reset).thenState(({ sessionsFrom }) => expect(sessionsFrom).toBe(1));
    accounts.given(created, reset, disabled).thenState(({ sessionsFrom }) => expect(sessionsFrom).toBe(2));
  });

  it.each<[AccountCommand, string]>([
    [{ type: 'DisableAccount', data: { accountId: ID } }, 'account.already-disabled'],
    [
      { type: 'IssueToken', data: { accountId: ID, tokenId: 't', label: 'x', tokenHash: 'h' } },
      'account.already-disabled',
    ],
    [
      { type: 'ResetPassword', data: { accountId: ID, passwordHash: 'h' } },
      'account.machine-has-no-password',
    ],
  ])('that is a disabled machine refuses %j', (command, code) =>
    accounts.given(machine, disabled).when(command).thenRejected(code),
  );

  it('that is active cannot be enabled', () =>
    accounts
      .given(created)
      .when({ type: 'EnableAccount', data: { accountId: ID } })
      .thenRejected('account.not-disabled'));

  it.each<AccountCommand>([
    { type: 'ChangeGrants', data: { accountId: ID, grants: [] } },
    { type: 'ResetPassword', data: { accountId: ID, passwordHash: 'h' } },
    { type: 'ChangePassword', data: { accountId: ID, passwordHash: 'h', replaces: 'h' } },
    { type: 'DisableAccount', data: { accountId: ID } },
    { type: 'EnableAccount', data: { accountId: ID } },
    { type: 'IssueToken', data: { accountId: ID, tokenId: 't', label: 'x', tokenHash: 'h' } },
    { type: 'RevokeToken', data: { accountId: ID, tokenId: 't' } },
  ])('that does not exist takes no $type', (command) =>
    accounts.given().when(command).thenRejected('account.no-such-account'),
  );
});

describe('a token', () => {
  const issue = (expiresOn?: string): AccountCommand => ({
    type: 'IssueToken',
    data: { accountId: ID, tokenId: 't1', label: 'HIS', tokenHash: 'h1', expiresOn },
  });
  const issued = {
    type: 'TokenIssued' as const,
    data: { accountId: ID, tokenId: 't1', label: 'HIS', tokenHash: 'h1' },
  };
  const revoked = { type: 'TokenRevoked' as const, data: { accountId: ID, tokenId: 't1' } };
  const revoke: AccountCommand = { type: 'RevokeToken', data: { accountId: ID, tokenId: 't1' } };

  it('is issued to a machine, at the earliest to the end of today', () =>
    accounts
      .given(machine)
      .when(issue('2026-03-02'))
      .thenEvents({ ...issued, data: { ...issued.data, expiresOn: '2026-03-02' } }));

  it('is not issued to the past', () =>
    accounts.given(machine).when(issue('2026-03-01')).thenRejected('account.token-expiry-past'));

  it('is not issued to a person', () =>
    accounts.given(created).when(issue()).thenRejected('account.token-for-machines-only'));

  it('is revoked once', () => {
    accounts.given(machine, issued).when(revoke).thenEvents(revoked);
    accounts.given(machine, issued, revoked).when(revoke).thenRejected('account.no-such-token');
  });
});
