import { areaCodeSchema, calendarDateSchema, partialPolicyItemsSchema } from '@anjuan/contracts';
import { type CommandOf, defineCommands } from '@anjuan/event-sourcing';
import { z } from 'zod';

/** A level's own items with the source of each, and the day from which they are in force. */
export const policyContentSchema = z.strictObject({
  effectiveFrom: calendarDateSchema,
  items: partialPolicyItemsSchema,
  /**
   * Source of each item, by item (`review`, `kinds.REFERRED`) and, where one field has its own, by field
   * (`kinds.REFERRED.validity`): a document and article, or `unverified default`.
   */
  sources: z.record(z.string().max(100), z.string().trim().min(1).max(500)),
});
export type PolicyContent = z.output<typeof policyContentSchema>;

export const regionPolicyCommands = defineCommands({
  /**
   * Begins the next version, or revises its draft; a version holds all items that the level sets, not only the changed
   * ones.
   */
  DraftPolicy: policyContentSchema.extend({ area: areaCodeSchema }),
  DiscardPolicyDraft: z.strictObject({ area: areaCodeSchema }),
  /** Publishes the draft; by somebody who did not write it. */
  PublishPolicy: z.strictObject({ area: areaCodeSchema }),
  /** Takes back a version that is not in force yet. */
  WithdrawPolicyVersion: z.strictObject({
    area: areaCodeSchema,
    version: z.number().int().positive(),
    reason: z.string().trim().min(1).max(500),
  }),
});

export type RegionPolicyCommand = CommandOf<typeof regionPolicyCommands>;
