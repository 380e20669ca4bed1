import { onCategory, projection, type Row, row } from '@anjuan/event-sourcing';
import { signIn } from '../sign-in/sign-in';
import type { signInEvents } from '../sign-in/sign-in.events';
import { account } from './account';
import type { accountEvents } from './account.events';

type GrantInRow = { readonly role: string; readonly area: string };
type TokenInRow = {
  readonly tokenId: string;
  readonly label: string;
  readonly issuedAt: string;
  readonly expiresOn: string | null;
  readonly revokedAt: string | null;
};

/** An account as administrators see it. */
export interface AccountRow extends Row {
  readonly accountId: string;
  readonly username: string;
  readonly displayName: string;
  readonly kind: 'person' | 'machine';
  readonly grants: readonly GrantInRow[];
  readonly status: 'active' | 'disabled';
  readonly mustChangePassword: boolean;
  readonly tokens: readonly TokenInRow[];
  readonly createdAt: string;
  readonly createdBy: string;
  readonly lastSignInAt: string | null;
  readonly lastFailedSignInAt: string | null;
  readonly lockedUntil: string | null;
  /** Of the account's stream; the ETag. */
  readonly revision: number;
}

/** Changes an account that is there and notes the revision. */
const changed = <D extends { accountId: string }>(
  change: (data: D, before: AccountRow, at: string) => Partial<AccountRow>,
) =>
  row<AccountRow, { data: D }>(
    ({ accountId }) => accountId,
    (before, data, { revision, recordedAt }) =>
      before && { ...before, ...change(data, before, recordedAt), revision },
  );

/** A sign-in has a stream of its own, so the account's revision stays. Attempts under unknown names touch no row. */
const attempted = <D extends { accountId?: string }>(change: (data: D, at: string) => Partial<AccountRow>) =>
  row<AccountRow, { data: D }>(
    ({ accountId }) => accountId ?? [],
    (before, data, { recordedAt }) => before && { ...before, ...change(data, recordedAt) },
  );

export const accountsProjection = projection<AccountRow>({
  name: 'accounts',
  version: 1,
  indexes: [
    ['username'],
    ['accountId', 'username'],
    ['status', 'username'],
    ['kind', 'username'],
    ['lastSignInAt'],
  ],
  search: ({ username, displayName }) => [username, displayName],
  categories: [
    onCategory<AccountRow, typeof accountEvents>(account.category)({
      AccountCreated: row(
        ({ accountId }) => accountId,
        (_, { accountId, username, displayName, kind, grants, mustChangePassword }, meta) => ({
          accountId,
          username,
          displayName,
          kind,
          grants,
          status: 'active',
          mustChangePassword,
          tokens: [],
          createdAt: meta.recordedAt,
          createdBy: meta.actorId,
          lastSignInAt: null,
          lastFailedSignInAt: null,
          lockedUntil: null,
          revision: meta.revision,
        }),
      ),
      GrantsChanged: changed(({ grants }) => ({ grants })),
      PasswordReset: changed(() => ({ mustChangePassword: true })),
      PasswordChanged: changed(() => ({ mustChangePassword: false })),
      AccountDisabled: changed(() => ({ status: 'disabled' })),
      AccountEnabled: changed(() => ({ status: 'active' })),
      TokenIssued: changed(({ tokenId, label, expiresOn }, { tokens }, issuedAt) => ({
        tokens: [...tokens, { tokenId, label, issuedAt, expiresOn: expiresOn ?? null, revokedAt: null }],
      })),
      TokenRevoked: changed(({ tokenId }, { tokens }, revokedAt) => ({
        tokens: tokens.map((token) => (token.tokenId === tokenId ? { ...token, revokedAt } : token)),
      })),
    }),
    onCategory<AccountRow, typeof signInEvents>(signIn.category)({
      SignedIn: attempted((_, lastSignInAt) => ({ lastSignInAt, lockedUntil: null })),
      SignInFailed: attempted((_, lastFailedSignInAt) => ({ lastFailedSignInAt })),
      SignInLocked: attempted(({ until }) => ({ lockedUntil: until })),
      SignInUnlocked: attempted(() => ({ lockedUntil: null })),
    }),
  ],
});
