import { z } from 'zod';
import { permissionsOf } from '../access/roles';
import type { AccountState } from '../accounts/account-state';

const grant = z.object({ role: z.string(), area: z.string() });

/** What a page needs to know of who is signed in. */
export const sessionAccountSchema = z.object({
  accountId: z.string(),
  username: z.string(),
  displayName: z.string(),
  kind: z.enum(['person', 'machine']),
  grants: z.array(grant),
  /** Everything its roles allow over some area. */
  permissions: z.array(z.string()),
  mustChangePassword: z.boolean(),
});

export const sessionSchema = z.object({
  account: sessionAccountSchema,
  /** Missing for a token, which needs none. */
  csrfToken: z.string().optional(),
  /** The data folder holds a demo bureau: all data is synthetic. */
  demo: z.boolean(),
});
export type SessionView = z.output<typeof sessionSchema>;

export const sessionView = (holder: AccountState, demo: boolean, csrfToken?: string): SessionView => ({
  account: {
    accountId: holder.accountId,
    username: holder.username,
    displayName: holder.displayName,
    kind: holder.kind,
    grants: holder.grants.map(({ role, area }) => ({ role, area })),
    permissions: [...new Set(holder.grants.flatMap(({ role }) => permissionsOf(role)))],
    mustChangePassword: holder.mustChangePassword,
  },
  csrfToken,
  demo,
});
