import {
  channelSchema,
  type FilingKindPolicy,
  itemNames,
  mergePolicyItems,
  type PartialPolicyItems,
  type PolicyLevel,
} from '@anjuan/contracts';
import type { PolicyContent } from './region-policy.commands';
import { regionPolicyRejections } from './region-policy.rejections';

const { reject } = regionPolicyRejections;

/** What the rules for one level look at besides it. */
export interface RuleSurroundings {
  readonly path: readonly string[];
  readonly above: readonly PolicyLevel[];
  /** Published versions of this level. */
  readonly earlier: readonly PolicyLevel[];
}

/** The rules across the fields of one level's items; the schema has the rules of each field. */
export function checkPolicy({ items, sources }: PolicyContent, { above, earlier }: RuleSurroundings): void {
  if (itemNames(items).length === 0) reject('region-policy.sets-nothing');
  checkSources(items, sources);
  for (const [key, kind] of Object.entries(items.kinds ?? {})) checkKind(key, kind);
  checkOffered(items, above);
  checkReasons(items);
  checkTexts(items, earlier);
  const { review } = items;
  if (review && review.remindWorkingDaysBefore >= review.firstReviewWorkingDays)
    reject('region-policy.reminder-after-deadline');
}

function checkSources(items: PartialPolicyItems, sources: PolicyContent['sources']): void {
  const names = itemNames(items);
  const missing = names.filter((name) => sources[name] === undefined);
  if (missing.length > 0) reject('region-policy.item-without-source', { items: missing });
  const strange = Object.keys(sources).filter(
    (name) => !names.some((item) => name === item || name.startsWith(`${item}.`)),
  );
  if (strange.length > 0) reject('region-policy.source-without-item', { items: strange });
}

function checkOffered({ offeredKinds, kinds }: PartialPolicyItems, above: readonly PolicyLevel[]): void {
  if (!offeredKinds) return;
  const twice = repeated(offeredKinds);
  if (twice.length > 0) reject('region-policy.listed-twice', { item: 'offeredKinds', codes: twice });
  const defined = mergePolicyItems([...above.map(({ items }) => items), { kinds }]).kinds ?? {};
  const unknown = offeredKinds.filter((code) => defined[code] === undefined);
  if (unknown.length > 0) reject('region-policy.kind-not-defined', { kinds: unknown });
}

const REASON_LISTS = [
  'rejectReasons',
  'cancelReasons',
  'revokeReasons',
  'correctionReasons',
  'referralReasons',
] as const;

function checkReasons(items: PartialPolicyItems): void {
  for (const item of REASON_LISTS) {
    const codes = repeated((items[item] ?? []).map(({ code }) => code));
    if (codes.length > 0) reject('region-policy.listed-twice', { item, codes });
  }
}

/** A version names one wording for ever, since acceptances refer to it. */
function checkTexts(items: PartialPolicyItems, earlier: readonly PolicyLevel[]): void {
  for (const item of ['notice', 'letter'] as const) {
    const text = items[item];
    if (!text) continue;
    const reused = earlier.some(
      ({ items: { [item]: old } }) =>
        old?.version === text.version && (old.zh !== text.zh || old.en !== text.en),
    );
    if (reused) reject('region-policy.text-version-reused', { item, version: text.version });
  }
}

/** Behaviours that a national kind can have; maternity is settled locally. */
const BEHAVIOURS: Readonly<Record<FilingKindPolicy['nationalKind'], readonly string[]>> = {
  RETIRED_RESETTLED: ['long-term'],
  LONG_TERM_RESIDENT: ['long-term'],
  STATIONED_WORKER: ['long-term'],
  REFERRED: ['referral'],
  EMERGENCY: ['deemed-emergency'],
  OTHER_TEMPORARY: ['temporary'],
  MATERNITY: ['long-term', 'temporary'],
};

function checkKind(key: string, kind: FilingKindPolicy): void {
  const { behaviour, materials, validity, extension } = kind;
  if (kind.code !== key) reject('region-policy.kind-code-differs', { key, code: kind.code });
  if (!BEHAVIOURS[kind.nationalKind].includes(behaviour))
    reject('region-policy.behaviour-does-not-fit', { kind: key, nationalKind: kind.nationalKind });
  if (materials.length === 0 && behaviour !== 'deemed-emergency')
    reject('region-policy.kind-without-materials', { kind: key });
  const twice = repeated(materials.map(({ code }) => code));
  if (twice.length > 0)
    reject('region-policy.listed-twice', { item: `kinds.${key}.materials`, codes: twice });
  checkLetter(key, kind);
  checkCompletion(key, kind);
  if (validity.rule === 'range' && validity.minMonths > validity.maxMonths)
    reject('region-policy.range-reversed', { kind: key });
  if (extension.allowed && (extension.months === undefined || validity.rule === 'open-ended'))
    reject('region-policy.extension-does-not-fit', { kind: key });
}

/** A letter stands in for a material, and a material waits for a letter, only where the kind allows letters. */
function checkLetter(
  key: string,
  { letterAllowed, materials, completionWithLetter }: FilingKindPolicy,
): void {
  const replaceable = materials.some(({ letterMayReplace }) => letterMayReplace);
  const fits = letterAllowed ? replaceable : !replaceable && completionWithLetter === undefined;
  if (!fits) reject('region-policy.letter-does-not-fit', { kind: key });
}

/** Graded review needs people who differ (社会保险经办条例 art. 37). */
function checkCompletion(key: string, kind: FilingKindPolicy): void {
  const rules = [kind.completion, kind.completionWithLetter ?? kind.completion];
  const channels: readonly string[] = [...channelSchema.options, 'default'];
  const strange = rules.flatMap((rule) => Object.keys(rule)).filter((name) => !channels.includes(name));
  if (strange.length > 0) reject('region-policy.unknown-channel', { kind: key, channels: strange });
  const graded = rules.some((rule) => Object.values(rule).includes('two-levels'));
  if (graded && kind.separation !== 'registrar-reviewer-rechecker')
    reject('region-policy.two-levels-need-separation', { kind: key });
}

const repeated = (codes: readonly string[]): readonly string[] =>
  codes.filter((code, at) => codes.indexOf(code) !== at);
