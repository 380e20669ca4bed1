import { bind, commandSet } from '@anjuan/event-sourcing';
import { insuranceArea } from '@anjuan/institution-registry-domain';

/** A province's areas are imported by whoever keeps the registry there, or of the nation. */
export const areaCommands = commandSet(
  bind({
    decider: insuranceArea,
    permissions: { ImportInsuranceAreas: 'area:import' },
    areasOf: ({ data }) => [data.province],
    gather: async () => ({}),
  }),
);
