import { areaCodeSchema, calendarDateSchema } from '@anjuan/contracts';
import { defineEvents, event, personal } from '@anjuan/event-sourcing';
import { z } from 'zod';

const accountId = z.string().min(1);
const grants = z.array(z.object({ role: z.string().min(1), area: areaCodeSchema }));

/** What can happen to an account. Who did it is in the metadata of every event. */
export const accountEvents = defineEvents({
  AccountCreated: event(
    z.object({
      accountId,
      username: personal(z.string()),
      /** Keyed digest of the name; also the id of the stream that claims it. */
      usernameDigest: z.string(),
      displayName: personal(z.string()),
      kind: z.enum(['person', 'machine']),
      grants,
      /** Argon2id in PHC form; machines have none. */
      passwordHash: personal(z.string()).optional(),
      /** True when somebody else chose the password. */
      mustChangePassword: z.boolean(),
    }),
  ),
  GrantsChanged: event(z.object({ accountId, grants })),
  /** An administrator set a temporary password. */
  PasswordReset: event(z.object({ accountId, passwordHash: personal(z.string()) })),
  /** The holder set a new password, knowing the old one. */
  PasswordChanged: event(z.object({ accountId, passwordHash: personal(z.string()) })),
  AccountDisabled: event(z.object({ accountId })),
  AccountEnabled: event(z.object({ accountId })),
  TokenIssued: event(
    z.object({
      accountId,
      tokenId: z.string(),
      label: personal(z.string()),
      /** SHA-256 of a random 256-bit secret, 64 hex digits. */
      tokenHash: z.string(),
      /** The last day the token is good for; forever when missing. */
      expiresOn: calendarDateSchema.optional(),
    }),
  ),
  TokenRevoked: event(z.object({ accountId, tokenId: z.string() })),
});

/** The key that protects an account's personal fields, its sign-ins and the log of what it looked at. */
export const accountKey = (accountId: string): string => `account-${accountId}`;
