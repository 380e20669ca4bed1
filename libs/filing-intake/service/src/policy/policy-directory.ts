import {
  type AreaTree,
  areaPath,
  type PolicyLevel,
  resolvePolicy,
  type WorkCalendar,
} from '@anjuan/contracts';
import {
  type CalendarCopyRow,
  calendarCopyProjection,
  type PolicyInForce,
  type PolicyLevelRow,
  policyCopyProjection,
} from '@anjuan/filing-intake-domain';
import type { ContextTools } from '@anjuan/runtime';

type Tools = Pick<ContextTools, 'readModel' | 'areas' | 'digestOf'>;

/** Regions and days that are kept at a time. */
const KEPT_POLICIES = 500;

interface Kept {
  readonly changedAt: bigint;
  readonly areas: AreaTree;
  readonly policies: Map<string, PolicyInForce | undefined>;
}

/** Policies put together before, by office; forgotten when a policy or the area tree changes. */
const kept = new WeakMap<ContextTools['readModel'], Kept>();

/**
 * The policy of an insured region on a day, put together from this context's copy of the published levels. Every command
 * asks for it, so it is put together once and kept until something is published.
 * @returns undefined when no level says everything
 */
export async function policyInForce(
  tools: Tools,
  insuredRegion: string,
  onDay: string,
): Promise<PolicyInForce | undefined> {
  const { policies } = keptBy(tools);
  const key = `${insuredRegion} ${onDay}`;
  if (policies.has(key)) return policies.get(key);
  if (policies.size >= KEPT_POLICIES) policies.clear();
  const policy = await putTogether(tools, insuredRegion, onDay);
  policies.set(key, policy);
  return policy;
}

function keptBy({ readModel, areas }: Tools): Kept {
  const { changedAt } = readModel(policyCopyProjection);
  const before = kept.get(readModel);
  if (before?.changedAt === changedAt && before.areas === areas()) return before;
  const fresh: Kept = { changedAt, areas: areas(), policies: new Map() };
  kept.set(readModel, fresh);
  return fresh;
}

async function putTogether(
  tools: Tools,
  insuredRegion: string,
  onDay: string,
): Promise<PolicyInForce | undefined> {
  const path = areaPath(tools.areas(), insuredRegion);
  const resolved = resolvePolicy(path, await publishedLevels(tools, path), onDay);
  if (!resolved) return undefined;
  const { items, levels } = resolved;
  return {
    items,
    levels,
    digest: tools.digestOf(resolved),
    noticeDigest: tools.digestOf(items.notice),
    letterDigest: tools.digestOf({ version: items.letter.version, zh: items.letter.zh, en: items.letter.en }),
  };
}

async function publishedLevels(
  { readModel }: Tools,
  path: readonly string[],
): Promise<readonly PolicyLevel[]> {
  if (path.length === 0) return [];
  const found: PolicyLevel[] = [];
  let cursor: string | undefined;
  do {
    const filter = { area: { in: path } };
    const page = await readModel(policyCopyProjection).find({ filter, limit: 200, cursor });
    found.push(...page.rows.map(({ row }) => (row as PolicyLevelRow).level));
    cursor = page.next;
  } while (cursor !== undefined);
  return found;
}

/** The working calendars around a day, from this context's copy. */
export async function calendarAround(
  { readModel }: Pick<Tools, 'readModel'>,
  day: string,
): Promise<WorkCalendar> {
  const year = Number(day.slice(0, 4));
  const rows = await readModel(calendarCopyProjection).getMany([year, year + 1].map(String));
  return new Map([...rows.values()].map((row) => [Number(row.year), row as CalendarCopyRow]));
}
