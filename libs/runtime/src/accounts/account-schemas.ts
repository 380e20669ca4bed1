import { areaCodeSchema, calendarDateSchema } from '@anjuan/contracts';
import { z } from 'zod';
import { accessRowSchema } from '../access-log/access-log-schemas';
import { passwordSchema } from '../sign-in/passwords';
import { displayNameSchema, grantsSchema, tokenLabelSchema, usernameSchema } from './account.commands';

export const accountParams = z.strictObject({ accountId: z.uuid() });
export const tokenParams = z.strictObject({
  accountId: z.uuid(),
  tokenId: z.string().regex(/^[0-9a-f]{16}$/),
});

const newAccount = {
  /** Made by the server when left out. */
  accountId: z.uuid().optional(),
  username: usernameSchema,
  displayName: displayNameSchema,
  grants: grantsSchema.min(1),
};

export const createBody = z.discriminatedUnion('kind', [
  z.strictObject({ ...newAccount, kind: z.literal('person'), password: passwordSchema }),
  z.strictObject({ ...newAccount, kind: z.literal('machine') }),
]);

export const grantsBody = z.strictObject({ grants: grantsSchema });
export const passwordBody = z.strictObject({ password: passwordSchema });
export const tokenBody = z.strictObject({
  label: tokenLabelSchema,
  expiresOn: calendarDateSchema.optional(),
});

const page = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2_000).optional(),
};

export const listQuery = z.strictObject({
  status: z.enum(['active', 'disabled']).optional(),
  kind: z.enum(['person', 'machine']).optional(),
  sort: z.enum(['username', 'lastSignInAt']).optional(),
  ...page,
});

/** A name is personal, so it is searched in a body and never in an address. */
export const searchBody = z.strictObject({ ...listQuery.shape, search: z.string().trim().min(1).max(100) });

export const activityQuery = z.strictObject({ ...page, accessCursor: z.string().max(2_000).optional() });

export const accountSchema = z.object({
  accountId: z.string(),
  username: z.string(),
  displayName: z.string(),
  kind: z.enum(['person', 'machine']),
  grants: z.array(z.object({ role: z.string(), area: areaCodeSchema })),
  status: z.enum(['active', 'disabled']),
  mustChangePassword: z.boolean(),
  tokens: z.array(
    z.object({
      tokenId: z.string(),
      label: z.string(),
      issuedAt: z.string(),
      expiresOn: z.string().nullable(),
      revokedAt: z.string().nullable(),
    }),
  ),
  createdAt: z.string(),
  createdBy: z.string(),
  lastSignInAt: z.string().nullable(),
  lastFailedSignInAt: z.string().nullable(),
  lockedUntil: z.string().nullable(),
  revision: z.number().int(),
});

const pageOf = <S extends z.ZodType>(row: S) => z.object({ rows: z.array(row), next: z.string().optional() });

export const accountsSchema = pageOf(accountSchema).extend({ total: z.number().int() });

export const activitySchema = z.object({
  areas: z.array(areaCodeSchema),
  events: pageOf(
    z.object({
      accountId: z.string(),
      category: z.string(),
      stream: z.string(),
      revision: z.number().int(),
      type: z.string(),
      at: z.string(),
    }),
  ),
  access: pageOf(accessRowSchema),
});

export const resultSchema = z.object({ id: z.string(), revision: z.number().int(), position: z.string() });
export const issuedTokenSchema = resultSchema.extend({ tokenId: z.string(), token: z.string() });
