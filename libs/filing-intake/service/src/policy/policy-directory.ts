import { areaPath, type PolicyLevel, resolvePolicy, type WorkCalendar } from '@anjuan/contracts';
import {
  type CalendarCopyRow,
  calendarCopyProjection,
  type PolicyInForce,
  type PolicyLevelRow,
  policyCopyProjection,
} from '@anjuan/filing-intake-domain';
import type { ContextTools } from '@anjuan/runtime';

type Tools = Pick<ContextTools, 'readModel' | 'areas' | 'digestOf'>;

/**
 * The policy of an insured region on a day, put together from this context's copy of the published levels.
 * @returns undefined when no level says everything
 */
export async function policyInForce(
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
