import { areaCodeSchema, calendarDateSchema } from '@anjuan/contracts';
import { z } from 'zod';
import { ACCESS_ACTIONS } from './access-log-stream';

export const accessRowSchema = z.object({
  accountId: z.string(),
  action: z.enum(ACCESS_ACTIONS),
  subject: z.string(),
  area: z.string().nullable(),
  purpose: z.string().nullable(),
  text: z.string().nullable(),
  at: z.string(),
});

export const accessLogSchema = z.object({ rows: z.array(accessRowSchema), next: z.string().optional() });

export const accessLogQuery = z.strictObject({
  accountId: z.string().min(1).max(64).optional(),
  subject: z.string().min(1).max(200).optional(),
  action: z.enum(ACCESS_ACTIONS).optional(),
  /** With everything below it. */
  area: areaCodeSchema.optional(),
  /** First and last day, in China. */
  from: calendarDateSchema.optional(),
  to: calendarDateSchema.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2_000).optional(),
});
export type FindAccessLog = z.output<typeof accessLogQuery>;
