import {
  areaCodeSchema,
  calendarDateSchema,
  digestSchema,
  partialPolicyItemsSchema,
} from '@anjuan/contracts';
import { defineEvents, event } from '@anjuan/event-sourcing';
import { z } from 'zod';

const version = z.object({ area: areaCodeSchema, version: z.number().int().positive() });

const content = version.extend({
  effectiveFrom: calendarDateSchema,
  items: partialPolicyItemsSchema,
  sources: z.record(z.string(), z.string()),
});

export const regionPolicyEvents = defineEvents({
  PolicyDrafted: event(content),
  PolicyDraftRevised: event(content),
  PolicyDraftDiscarded: event(version),
  PolicyPublished: event(
    content.extend({
      /** Accounts that wrote the draft. */
      authors: z.array(z.string()),
      /** Digest of the items. */
      digest: digestSchema,
    }),
  ),
  PolicyVersionWithdrawn: event(version.extend({ reason: z.string() })),
});

export type RegionPolicyEvents = typeof regionPolicyEvents;
