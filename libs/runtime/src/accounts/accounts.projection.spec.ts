import { projectionSpecification, recorded } from '@anjuan/testing';
import { account } from './account';
import { accountsProjection } from './accounts.projection';
import { activityProjection } from './activity.projection';

const at = (minute: number) => `2026-03-02T01:${String(minute).padStart(2, '0')}:00.000Z`;
const created = recorded(
  'account',
  'a',
  {
    type: 'AccountCreated',
    data: {
      accountId: 'a',
      username: 'his',
      usernameDigest: 'd',
      displayName: '第一医院',
      kind: 'machine',
      grants: [{ role: 'partner', area: '350200' }],
      mustChangePassword: false,
    },
  },
  { at: at(0), by: 'chief' },
);
const signIn = (type: string, data: object, minute: number) =>
  recorded('signIn', 'd.2026-03', { type, data }, { at: at(minute) });

describe('the list of accounts', () => {
  const accounts = projectionSpecification(accountsProjection);

  it('shows who made an account and finds it by both names', () => {
    const seen = accounts.given(created);
    seen.thenRow('a', { status: 'active', createdBy: 'chief', createdAt: at(0), revision: 0, tokens: [] });
    seen.thenSearchText('a', ['his', '第一医院']);
  });

  it('shows sign-ins without moving the revision of the account', () =>
    accounts
      .given(
        created,
        signIn('SignInFailed', { accountId: 'a', address: 'x' }, 1),
        signIn('SignInLocked', { accountId: 'a', until: at(17) }, 2),
        signIn('SignInUnlocked', { accountId: 'a' }, 3),
        signIn('SignedIn', { accountId: 'a', address: 'x' }, 4),
      )
      .thenRow('a', { lastSignInAt: at(4), lastFailedSignInAt: at(1), lockedUntil: null, revision: 0 }));

  it('shows until when a name is locked', () =>
    accounts
      .given(created, signIn('SignInLocked', { accountId: 'a', until: at(17) }, 2))
      .thenRow('a', { lockedUntil: at(17) }));

  it('makes no row of attempts under a name that no account has', () =>
    accounts.given(signIn('SignInFailed', { address: 'x' }, 1)).thenRows([]));

  it('keeps a revoked token in sight', () =>
    accounts
      .given(
        created,
        recorded(
          'account',
          'a',
          { type: 'TokenIssued', data: { accountId: 'a', tokenId: 't', label: 'HIS', tokenHash: 'h' } },
          { at: at(1) },
        ),
        recorded(
          'account',
          'a',
          { type: 'TokenRevoked', data: { accountId: 'a', tokenId: 't' } },
          { at: at(2) },
        ),
      )
      .thenRow('a', {
        revision: 2,
        tokens: [{ tokenId: 't', label: 'HIS', issuedAt: at(1), expiresOn: null, revokedAt: at(2) }],
      }));

  it('follows grants, passwords and status', () =>
    accounts
      .given(
        created,
        recorded('account', 'a', { type: 'GrantsChanged', data: { accountId: 'a', grants: [] } }),
        recorded('account', 'a', { type: 'PasswordReset', data: { accountId: 'a', passwordHash: 'h' } }),
        recorded('account', 'a', { type: 'AccountDisabled', data: { accountId: 'a' } }),
      )
      .thenRow('a', { grants: [], mustChangePassword: true, status: 'disabled', revision: 3 }));
});

describe('the index of who did what', () => {
  const activity = projectionSpecification(activityProjection([account]));
  const disabled = { type: 'AccountDisabled', data: { accountId: 'a' } };

  it('has a line for each event of a person', () =>
    activity.given(recorded('account', 'a', disabled, { by: 'chief', at: at(1) })).thenRow('account-a@0', {
      accountId: 'chief',
      stream: 'account-a',
      type: 'AccountDisabled',
      at: at(1),
    }));

  it('counts what the system did for somebody as his, and leaves out what it did by itself', () =>
    activity
      .given(
        recorded('account', 'a', disabled, {
          by: 'system:x',
          metadata: { actorKind: 'system', onBehalfOf: 'chief' },
        }),
        recorded('account', 'b', disabled, { by: 'system:x', metadata: { actorKind: 'system' } }),
      )
      .thenRows([{ accountId: 'chief', stream: 'account-a' }]));
});
