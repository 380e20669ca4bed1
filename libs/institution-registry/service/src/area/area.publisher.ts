import { insuranceAreaTopic } from '@anjuan/contracts';
import { publisher } from '@anjuan/event-sourcing';
import { type InsuranceAreaEvents, insuranceArea } from '@anjuan/institution-registry-domain';

export const areaPublisher = publisher<InsuranceAreaEvents>(
  insuranceArea.category,
  insuranceAreaTopic.name,
)({
  InsuranceAreasImported: ({ province, areas, source }) => ({
    key: province,
    type: 'InsuranceAreasImported',
    data: { areas, source },
  }),
});
