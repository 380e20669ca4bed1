import { canonicalText, type InsuranceArea, NATION } from '@anjuan/contracts';
import { decider } from '@anjuan/event-sourcing';
import type { InsuranceAreaCommand } from './insurance-area.commands';
import { type InsuranceAreaEvents, insuranceAreaEvents } from './insurance-area.events';
import { insuranceAreaRejections } from './insurance-area.rejections';

const { reject } = insuranceAreaRejections;

/** The areas of one province by code. */
export type InsuranceAreaState = Readonly<Record<string, InsuranceArea>>;

/**
 * The insurance areas (医保区划) of one province as imported. An import adds and changes, it never removes: an area
 * that is no longer used gets an end of validity, since filings still name it.
 */
export const insuranceArea = decider<InsuranceAreaState, InsuranceAreaCommand, InsuranceAreaEvents>({
  category: 'insuranceArea',
  events: insuranceAreaEvents,
  initialState: {},
  idOf: ({ data }) => data.province,
  decide: {
    ImportInsuranceAreas: ({ province, areas, source }, known) => {
      checkCodes(province, areas);
      checkTree(province, withAreas(known, areas));
      const changed = areas.filter((area) => canonicalText(area) !== canonicalText(known[area.code] ?? null));
      return changed.length === 0
        ? []
        : [{ type: 'InsuranceAreasImported', data: { province, areas: changed, source } }];
    },
  },
  evolve: {
    InsuranceAreasImported: (known, { areas }) => withAreas(known, areas),
  },
});

const withAreas = (known: InsuranceAreaState, areas: readonly InsuranceArea[]): InsuranceAreaState => ({
  ...known,
  ...Object.fromEntries(areas.map((area) => [area.code, area])),
});

/** A province's import may not move areas of another: access follows the tree. */
function checkCodes(province: string, areas: readonly InsuranceArea[]): void {
  const belongs = (code: string) =>
    province === NATION ? code === NATION : code.slice(0, 2) === province.slice(0, 2);
  const codes = areas.map(({ code }) => code);
  const foreign = codes.filter((code) => !belongs(code));
  if (foreign.length > 0) reject('insurance-area.code-of-another-province', { codes: foreign });
  const twice = codes.filter((code, at) => codes.indexOf(code) !== at);
  if (twice.length > 0) reject('insurance-area.listed-twice', { codes: twice });
  const reversed = areas.filter(
    ({ validFrom, validTo }) => validFrom !== undefined && validTo !== undefined && validTo < validFrom,
  );
  if (reversed.length > 0)
    reject('insurance-area.validity-reversed', { codes: reversed.map(({ code }) => code) });
}

/** A pool stands beside the areas below its parent. */
const RANK = { nation: 0, province: 1, prefecture: 2, pool: 3, county: 4 } as const;

/** Every parent exists and is of a higher level, so the tree has no circles. */
function checkTree(province: string, areas: InsuranceAreaState): void {
  for (const { code, parent, level } of Object.values(areas)) {
    const above =
      parentLevel(province, areas, code, parent) ??
      reject('insurance-area.parent-unknown', { code, parent: parent ?? null });
    if (above !== 'none' && RANK[above] >= RANK[level])
      reject('insurance-area.parent-of-wrong-level', { code, parent });
  }
}

function parentLevel(
  province: string,
  areas: InsuranceAreaState,
  code: string,
  parent: string | undefined,
): InsuranceArea['level'] | 'none' | undefined {
  if (code === NATION) return parent === undefined ? 'none' : undefined;
  if (code === province) return parent === NATION ? 'nation' : undefined;
  return parent === undefined ? undefined : areas[parent]?.level;
}
