import { areaCodeSchema, calendarDateSchema, digestSchema, policyItemsSchema } from '@anjuan/contracts';
import { policyContentSchema } from '@anjuan/institution-registry-domain';
import { z } from 'zod';

const versionHead = z.object({ version: z.number().int(), effectiveFrom: calendarDateSchema });
const status = z.enum(['published', 'withdrawn']);
const publication = { publishedBy: z.string(), publishedAt: z.string() };
const level = z.object({ area: areaCodeSchema, revision: z.number().int(), changedAt: z.string() });

export const policySummaryView = level.extend({
  draft: versionHead.extend({ authors: z.array(z.string()), changedAt: z.string() }).optional(),
  versions: z.array(versionHead.extend({ status, ...publication })),
});

export const policyView = level.extend({
  /** Codes from the nation down to the area. */
  path: z.array(areaCodeSchema),
  draft: policyContentSchema
    .extend({ version: z.number().int(), authors: z.array(z.string()), changedAt: z.string() })
    .optional(),
  versions: z.array(
    policyContentSchema.extend({
      version: z.number().int(),
      status,
      authors: z.array(z.string()),
      ...publication,
      digest: digestSchema,
      withdrawal: z.object({ by: z.string(), at: z.string(), reason: z.string() }).optional(),
    }),
  ),
});

export const resolvedPolicyView = z.object({
  area: areaCodeSchema,
  on: calendarDateSchema,
  items: policyItemsSchema,
  levels: z.array(z.object({ area: areaCodeSchema, version: z.number().int() })),
  digest: digestSchema,
  /** Which version of which level gives each item, and its source. */
  origins: z.record(
    z.string(),
    z.object({ area: areaCodeSchema, version: z.number().int(), source: z.string().optional() }),
  ),
});

export const comparisonView = z.object({
  area: areaCodeSchema,
  from: z.string(),
  to: z.string(),
  differences: z.array(
    z.object({
      item: z.string(),
      change: z.enum(['added', 'removed', 'changed']),
      before: z.unknown().optional(),
      after: z.unknown().optional(),
    }),
  ),
});
