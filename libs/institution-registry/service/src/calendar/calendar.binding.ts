import { NATION } from '@anjuan/contracts';
import { bind, commandSet } from '@anjuan/event-sourcing';
import { workCalendar } from '@anjuan/institution-registry-domain';

/** The State Council's notice holds for the whole nation. */
export const calendarCommands = commandSet(
  bind({
    decider: workCalendar,
    permissions: { PublishWorkCalendar: 'calendar:publish' },
    areasOf: () => [NATION],
    gather: async () => ({}),
  }),
);
