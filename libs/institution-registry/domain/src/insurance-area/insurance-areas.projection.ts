import type { InsuranceArea } from '@anjuan/contracts';
import { onCategory, projection, row } from '@anjuan/event-sourcing';
import { insuranceArea } from './insurance-area';
import type { InsuranceAreaEvents } from './insurance-area.events';

export type InsuranceAreaRow = InsuranceArea & { province: string; source: string };

/** The tree, one row for each area: children by parent, search by name or code. */
export const insuranceAreasProjection = projection<InsuranceAreaRow>({
  name: 'insurance-areas',
  version: 1,
  indexes: [['parent', 'code'], ['level', 'code'], ['pooling', 'code'], ['province', 'code'], ['code']],
  search: ({ name, code }) => [name, code],
  categories: [
    onCategory<InsuranceAreaRow, InsuranceAreaEvents>(insuranceArea.category)({
      InsuranceAreasImported: row(
        ({ areas }) => areas.map(({ code }) => code),
        (before, { province, areas, source }, _, id) => {
          const area = areas.find(({ code }) => code === id);
          return area ? { ...area, province, source } : before;
        },
      ),
    }),
  ],
});
