import { z } from 'zod';
import { bilingualSchema, type Channel, channelSchema } from './values';

/** The kinds of 医保发〔2022〕22号 that every local kind maps to, and maternity, which some regions file apart. */
export const nationalKindSchema = z.enum([
  'RETIRED_RESETTLED',
  'LONG_TERM_RESIDENT',
  'STATIONED_WORKER',
  'REFERRED',
  'EMERGENCY',
  'OTHER_TEMPORARY',
  'MATERNITY',
]);
export type NationalKind = z.output<typeof nationalKindSchema>;

/** The closed set of behaviours in code; everything else about a kind is data. */
export const kindBehaviourSchema = z.enum(['long-term', 'temporary', 'referral', 'deemed-emergency']);

/** Who completes a filing: nobody but the checks, the clerk at the window, one reviewer, or two. */
export const completionSchema = z.enum(['automatic', 'one-visit', 'one-reviewer', 'two-levels']);
export type Completion = z.output<typeof completionSchema>;

/** Who completes a filing, by channel; `default` where a channel is not named. */
export const completionByChannelSchema = z.object({ default: completionSchema }).catchall(completionSchema);

/** Who must differ from whom. */
export const separationSchema = z.enum(['none', 'registrar-not-reviewer', 'registrar-reviewer-rechecker']);

/** One item of the configured list of materials; a reviewer can ask only for items of this list. */
export const materialSchema = z.strictObject({
  code: z.string().regex(/^[A-Z][A-Z0-9_]*$/),
  name: bilingualSchema,
  /** Accepted papers, any one of them. */
  alternatives: z.array(bilingualSchema).min(1),
  required: z.boolean(),
  /** A signed commitment letter may stand in until proof follows. */
  letterMayReplace: z.boolean(),
  /** Asked for only when an agent files. */
  onlyForAgent: z.boolean().default(false),
});
export type Material = z.output<typeof materialSchema>;

export const validityRuleSchema = z.discriminatedUnion('rule', [
  /** No end date until changed or cancelled. */
  z.strictObject({ rule: z.literal('open-ended') }),
  /** Ends so many months after the start; the day of the month is kept or clamped to the month's last. */
  z.strictObject({ rule: z.literal('months'), months: z.number().int().positive() }),
  /** The applicant chooses both days. */
  z.strictObject({
    rule: z.literal('range'),
    minMonths: z.number().int().nonnegative(),
    maxMonths: z.number().int().positive(),
  }),
]);

export const filingKindPolicySchema = z.strictObject({
  code: z.string().regex(/^[A-Z][A-Z0-9_]*$/),
  name: bilingualSchema,
  nationalKind: nationalKindSchema,
  behaviour: kindBehaviourSchema,
  materials: z.array(materialSchema),
  letterAllowed: z.boolean(),
  completion: completionByChannelSchema,
  /** Who completes a filing whose proof is replaced by a letter; as `completion` when left out. */
  completionWithLetter: completionByChannelSchema.optional(),
  separation: separationSchema,
  validity: validityRuleSchema,
  /** Days that the start may lie before the day of filing; null: back to any admission date. */
  backdatingDays: z.number().int().nonnegative().nullable(),
  /** May be filed after care began (补办), and until when. */
  retroactive: z.enum(['no', 'before-discharge', 'after-discharge-manual-only']),
  /** Both-way use: benefits also in the insured region. */
  bothWay: z.enum(['no', 'yes', 'after-proof']),
  extension: z.strictObject({ allowed: z.boolean(), months: z.number().int().positive().optional() }),
  /** Months before the filing may be changed or cancelled; at most 6. */
  minimumHoldingMonths: z.number().int().min(0).max(6),
  mayFile: z.array(z.enum(['self', 'agent', 'hospital', 'employer'])).min(1),
  channels: z.array(channelSchema).min(1),
  asks: z.strictObject({ admission: z.boolean(), referral: z.boolean(), employer: z.boolean() }),
  /** Title of the printed registration form. */
  formTitle: z.string().min(1),
});
export type FilingKindPolicy = z.output<typeof filingKindPolicySchema>;

/** Who completes a filing of this kind that comes through a channel, with the proof or with a letter in its stead. */
export function completionOf(kind: FilingKindPolicy, channel: Channel, byLetter: boolean): Completion {
  const rules = (byLetter ? kind.completionWithLetter : undefined) ?? kind.completion;
  return rules[channel] ?? rules.default;
}
