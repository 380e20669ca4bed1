import { z } from 'zod';
import { filingKindPolicySchema } from './filing-kind-policy';
import { topic } from './topic';
import { areaCodeSchema, bilingualSchema, calendarDateSchema, digestSchema } from './values';

/** A reason that a decision must cite. */
export const reasonSchema = z.strictObject({
  code: z.string().regex(/^[A-Z][A-Z0-9_]*$/),
  name: bilingualSchema,
});

/** A text that applicants accept, by version; the version is kept with each acceptance. */
export const versionedTextSchema = z.strictObject({
  version: z.string().min(1),
  zh: z.string().min(1),
  en: z.string().min(1),
});

/**
 * Everything left to local policy. A level states only the items it sets; the rest is inherited, nation, province,
 * pooling region, item by item. Each item may name its source.
 */
export const policyItemsSchema = z.strictObject({
  /** Codes of the kinds on offer, in the order shown. */
  offeredKinds: z.array(z.string()).min(1),
  /** Inherited kind by kind. */
  kinds: z.record(z.string(), filingKindPolicySchema),
  notice: versionedTextSchema,
  letter: versionedTextSchema.extend({
    signatures: z.array(z.enum(['ticked', 'drawn', 'paper'])).min(1),
    /** Working days within which proof must follow; null: until asked. */
    proofWorkingDays: z.number().int().positive().nullable(),
  }),
  /** Region levels accepted as the place of treatment, and the codes that may be filed at province level. */
  treatmentRegion: z.strictObject({
    levels: z.array(z.enum(['province', 'prefecture'])).min(1),
    provinceLevelCodes: z.array(areaCodeSchema),
  }),
  /** What a new filing does to others of the person and insurance type. */
  overlap: z.strictObject({
    newLongTermEndsOld: z.boolean(),
    temporaryBesideLongTerm: z.boolean(),
  }),
  review: z.strictObject({
    firstReviewWorkingDays: z.number().int().positive(),
    recheckWorkingDays: z.number().int().positive(),
    supplementWorkingDays: z.number().int().positive(),
    /** Working days before the deadline at which a reminder is due. */
    remindWorkingDaysBefore: z.number().int().nonnegative(),
    /** One in so many one-visit and automatic completions is looked at later; 0 for none. */
    sampleOneIn: z.number().int().nonnegative(),
  }),
  rejectReasons: z.array(reasonSchema).min(1),
  cancelReasons: z.array(reasonSchema).min(1),
  revokeReasons: z.array(reasonSchema).min(1),
  correctionReasons: z.array(reasonSchema).min(1),
  referralReasons: z.array(reasonSchema).min(1),
  /** Institutions that may refer out, by code or name; empty: any institution of the insured region. */
  referringInstitutions: z.array(z.string()),
  /** Shown and printed with the receipt. */
  advice: z.array(bilingualSchema),
});
export type PolicyItems = z.output<typeof policyItemsSchema>;

/** What one level sets. */
export const partialPolicyItemsSchema = policyItemsSchema.partial();
export type PartialPolicyItems = z.output<typeof partialPolicyItemsSchema>;

/** One published version of one level's policy. */
export interface PolicyLevel {
  readonly area: string;
  readonly version: number;
  /** In force from this day. */
  readonly effectiveFrom: string;
  readonly items: PartialPolicyItems;
  /** Where each item comes from, by item: `review`, `kinds.REFERRED`, `kinds.REFERRED.validity`. */
  readonly sources?: Readonly<Record<string, string>>;
}

/** The policy of a region on a day, and which version of each level it was put together from. */
export interface ResolvedPolicy {
  readonly area: string;
  readonly items: PolicyItems;
  readonly levels: readonly { readonly area: string; readonly version: number }[];
}

/** Lays levels over each other, the nation first: item by item, kinds kind by kind. */
export function mergePolicyItems(levels: readonly PartialPolicyItems[]): PartialPolicyItems {
  const merged: PartialPolicyItems = {};
  const kinds: PolicyItems['kinds'] = {};
  for (const items of levels) {
    Object.assign(merged, items);
    Object.assign(kinds, items.kinds);
  }
  return { ...merged, kinds };
}

/**
 * Puts together the policy of a region on a day: for each level from the nation down the newest version in force,
 * item by item, kinds kind by kind. A kind that no level defines any more is not offered.
 * @param path area codes from the nation to the region
 * @returns undefined when no level sets all items
 */
export function resolvePolicy(
  path: readonly string[],
  published: readonly PolicyLevel[],
  onDay: string,
): ResolvedPolicy | undefined {
  const levels = path.map((area) => inForce(published, area, onDay)).filter((level) => level !== undefined);
  const complete = policyItemsSchema.safeParse(mergePolicyItems(levels.map(({ items }) => items)));
  if (!complete.success) return undefined;
  const { kinds, offeredKinds } = complete.data;
  return {
    area: path[path.length - 1] ?? '',
    items: { ...complete.data, offeredKinds: offeredKinds.filter((code) => kinds[code] !== undefined) },
    levels: levels.map(({ area, version }) => ({ area, version })),
  };
}

/** The version of one level that is in force on a day; undefined when none is. */
export const inForce = (
  published: readonly PolicyLevel[],
  area: string,
  onDay: string,
): PolicyLevel | undefined =>
  published
    .filter((level) => level.area === area && level.effectiveFrom <= onDay)
    .sort((a, b) =>
      a.effectiveFrom === b.effectiveFrom
        ? b.version - a.version
        : a.effectiveFrom < b.effectiveFrom
          ? 1
          : -1,
    )[0];

/** Policies as institution-registry publishes them. */
export const regionPolicyTopic = topic('institution-registry.region-policy.v1', {
  RegionPolicyPublished: z.object({
    area: areaCodeSchema,
    version: z.number().int().positive(),
    effectiveFrom: calendarDateSchema,
    items: partialPolicyItemsSchema,
    sources: z.record(z.string(), z.string()).default({}),
    /** Digest of the items of this level. */
    digest: digestSchema,
  }),
  /** A version that was not in force yet never will be: forget it. */
  RegionPolicyWithdrawn: z.object({ area: areaCodeSchema, version: z.number().int().positive() }),
});
