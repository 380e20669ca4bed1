import { areaPath, type InsuranceArea } from '@anjuan/contracts';
import type { Filter } from '@anjuan/event-sourcing';
import {
  type InsuranceAreaRow,
  insuranceAreaRejections,
  insuranceAreasProjection,
} from '@anjuan/institution-registry-domain';
import type { Caller, ContextTools } from '@anjuan/runtime';

export interface FindAreas {
  readonly parent?: string;
  readonly level?: InsuranceArea['level'];
  readonly pooling?: boolean;
  readonly search?: string;
  readonly limit: number;
  readonly cursor?: string;
}

/** The area tree is public among those who work with it: no filter by the caller's areas. */
export const areaQueries = (tools: ContextTools) => {
  const areas = () => tools.readModel(insuranceAreasProjection);

  return {
    FindAreas: async ({ parent, level, pooling, search, limit, cursor }: FindAreas, _: Caller) => {
      const filter: Filter = {
        ...(parent !== undefined && { parent: { eq: parent } }),
        ...(level !== undefined && { level: { eq: level } }),
        ...(pooling !== undefined && { pooling: { eq: pooling } }),
      };
      const sort = { field: 'code', direction: 'asc' } as const;
      const { rows, next } = await areas().find({ filter, search, sort, limit, cursor });
      return { rows: rows.map(({ row }) => row), next };
    },
    GetArea: async ({ code }: { code: string }, _: Caller) => {
      const found = await areas().get(code);
      if (!found) return insuranceAreaRejections.reject('insurance-area.not-found', { code });
      const area = found as InsuranceAreaRow;
      const tree = tools.areas();
      const path = areaPath(tree, code).map((each) => ({ code: each, name: tree.get(each)?.name ?? each }));
      return { ...area, path };
    },
  };
};
