import { type FilingKindPolicy, itemNames, type PartialPolicyItems } from '@anjuan/contracts';
import { type PolicyContent, policyContentSchema } from '@anjuan/institution-registry-domain';
import dayjs from 'dayjs';
import { todayInChina } from '../../../../lib/dates';
import type { LevelPolicy } from '../../api/policy';
import { currentVersion } from '../version-standing';
import type { PlainItem } from '../view/item-names';

/** `review`, or `kinds.REFERRED`. */
export type DraftItem = PlainItem | `kinds.${string}`;

export const kindCodeOf = (item: DraftItem): string | undefined =>
  item.startsWith('kinds.') ? item.slice('kinds.'.length) : undefined;

const isKind = (item: DraftItem): item is `kinds.${string}` => item.startsWith('kinds.');

/** What the draft of the next version starts from: the version in force, or nothing. */
export function beginDraft({ versions }: LevelPolicy): PolicyContent {
  const today = todayInChina();
  const current = currentVersion(versions, today);
  if (!current) return { effectiveFrom: today, items: {}, sources: {} };
  const effectiveFrom = dayjs(today).add(1, 'month').startOf('month').format('YYYY-MM-DD');
  return { effectiveFrom, items: current.items, sources: current.sources };
}

/** True when the level sets the item itself. */
export const isSet = ({ items }: PolicyContent, item: DraftItem): boolean =>
  isKind(item) ? items.kinds?.[kindCodeOf(item) ?? ''] !== undefined : items[item] !== undefined;

/** Lets the item be inherited again; its sources go with it. */
export function inherit(content: PolicyContent, item: DraftItem): PolicyContent {
  const sources = Object.fromEntries(
    Object.entries(content.sources).filter(([name]) => name !== item && !name.startsWith(`${item}.`)),
  );
  return { ...content, items: without(content.items, item), sources };
}

function without({ kinds, ...items }: PartialPolicyItems, item: DraftItem): PartialPolicyItems {
  const left = Object.entries(kinds ?? {}).filter(([code]) => code !== kindCodeOf(item));
  const rest = isKind(item) ? items : { ...items, [item]: undefined };
  return left.length === 0 ? rest : { ...rest, kinds: Object.fromEntries(left) };
}

/** Sets the item here as it is inherited now. */
export function setAsInherited(
  content: PolicyContent,
  item: DraftItem,
  inherited: PartialPolicyItems,
): PolicyContent {
  const kind = inherited.kinds?.[kindCodeOf(item) ?? ''];
  if (isKind(item)) return kind ? withKind(content, kind) : content;
  return { ...content, items: { ...content.items, [item]: inherited[item] } };
}

export const withKind = (content: PolicyContent, kind: FilingKindPolicy): PolicyContent => ({
  ...content,
  items: { ...content.items, kinds: { ...content.items.kinds, [kind.code]: kind } },
});

/** Sets or, with an empty text, removes the source of an item or of one of its fields. */
export function withSource(content: PolicyContent, name: string, source: string): PolicyContent {
  const { [name]: _, ...others } = content.sources;
  return { ...content, sources: source === '' ? others : { ...others, [name]: source } };
}

/** Items set here that name no source yet. */
export const withoutSource = ({ items, sources }: PolicyContent): readonly string[] =>
  itemNames(items).filter((name) => (sources[name] ?? '').trim() === '');

/** Dotted paths of what the schema does not accept, without the sources: those have a sentence of their own. */
export function invalidIn({ items }: PolicyContent): readonly string[] {
  const parsed = policyContentSchema.shape.items.safeParse(items);
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.map(String).join('.'));
}
