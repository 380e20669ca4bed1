import { areaCodeSchema, calendarDateSchema } from '@anjuan/contracts';
import { type CommandOf, defineCommands } from '@anjuan/event-sourcing';
import { z } from 'zod';
import { ROLES } from '../access/roles';

/** Names are compared without case, so they are kept in lower case. */
export const usernameSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{2,31}$/);

export const displayNameSchema = z.string().trim().min(1).max(60);

export const grantsSchema = z.array(z.strictObject({ role: z.enum(ROLES), area: areaCodeSchema })).max(50);

export const tokenLabelSchema = z.string().trim().min(1).max(60);

const accountId = z.uuid();
const created = {
  accountId,
  username: usernameSchema,
  displayName: displayNameSchema,
  grants: grantsSchema.min(1),
};

/** Passwords reach a command as Argon2id hashes only. */
export const accountCommands = defineCommands({
  CreateAccount: z.discriminatedUnion('kind', [
    z.strictObject({ ...created, kind: z.literal('person'), passwordHash: z.string() }),
    z.strictObject({ ...created, kind: z.literal('machine') }),
  ]),
  ChangeGrants: z.strictObject({ accountId, grants: grantsSchema }),
  /** By an administrator: the holder must choose another at the next sign-in. Ends a lock-out. */
  ResetPassword: z.strictObject({ accountId, passwordHash: z.string() }),
  /** By the holder; `replaces` is the hash that the old password was checked against. */
  ChangePassword: z.strictObject({ accountId, passwordHash: z.string(), replaces: z.string() }),
  DisableAccount: z.strictObject({ accountId }),
  EnableAccount: z.strictObject({ accountId }),
  IssueToken: z.strictObject({
    accountId,
    tokenId: z.string(),
    label: tokenLabelSchema,
    tokenHash: z.string(),
    expiresOn: calendarDateSchema.optional(),
  }),
  RevokeToken: z.strictObject({ accountId, tokenId: z.string() }),
});

export type AccountCommand = CommandOf<typeof accountCommands>;
