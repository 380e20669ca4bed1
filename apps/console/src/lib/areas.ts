import { type InsuranceArea, NATION } from '@anjuan/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from './api-client';

interface AreaPage {
  readonly rows: readonly InsuranceArea[];
  readonly next?: string;
}

const PAGE = 500;
/** The tree changes a few times a year; a change of it refreshes the pages that are open. */
const KEPT = { staleTime: Number.POSITIVE_INFINITY };

async function allOf(level: InsuranceArea['level'], signal: AbortSignal): Promise<readonly InsuranceArea[]> {
  const rows: InsuranceArea[] = [];
  let cursor: string | undefined;
  do {
    const page: AreaPage = await api.get('/areas', { level, limit: PAGE, cursor }, signal);
    rows.push(...page.rows);
    cursor = page.next;
  } while (cursor !== undefined);
  return rows;
}

async function directory(signal: AbortSignal): Promise<ReadonlyMap<string, InsuranceArea>> {
  const levels = await Promise.all(
    (['province', 'prefecture', 'pool'] as const).map((at) => allOf(at, signal)),
  );
  return new Map(levels.flat().map((area) => [area.code, area]));
}

/** Provinces, prefectures and pools by code; what pickers offer and lists show. Undefined while it is loading. */
export const useAreaDirectory = (): ReadonlyMap<string, InsuranceArea> | undefined =>
  useQuery({ queryKey: ['insuranceArea', 'directory'], queryFn: ({ signal }) => directory(signal), ...KEPT })
    .data;

/** Name of an area with its province; the code while the name is not known. */
export function areaName(areas: ReadonlyMap<string, InsuranceArea> | undefined, code: string): string {
  const area = areas?.get(code);
  if (!area) return code;
  const parent = area.parent === undefined ? undefined : areas?.get(area.parent);
  return !parent || area.name.startsWith(parent.name) ? area.name : `${parent.name}${area.name}`;
}

/** Gives names of areas by code, the nation too. */
export function useAreaName(): (code: string) => string {
  const { t } = useTranslation();
  const areas = useAreaDirectory();
  return (code) => (code === NATION ? t('area.nation') : areaName(areas, code));
}
