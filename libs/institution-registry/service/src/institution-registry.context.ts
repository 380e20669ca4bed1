import {
  insuranceArea,
  insuranceAreaRejections,
  insuranceAreasProjection,
  regionPoliciesProjection,
  regionPolicy,
  regionPolicyRejections,
  workCalendar,
  workCalendarRejections,
  workCalendarsProjection,
} from '@anjuan/institution-registry-domain';
import type { ContextDefinition } from '@anjuan/runtime';
import { areaCommands } from './area/area.binding';
import { areaPublisher } from './area/area.publisher';
import { areaQueries } from './area/area.queries';
import { calendarCommands } from './calendar/calendar.binding';
import { calendarPublisher } from './calendar/calendar.publisher';
import { calendarQueries } from './calendar/calendar.queries';
import { policyCommands } from './policy/policy.binding';
import { policyPublisher } from './policy/policy.publisher';
import { policyQueries } from './policy/policy.queries';

/** Areas, policies and work calendars. It follows nobody: what it knows is drafted, published or imported here. */
export const institutionRegistry: ContextDefinition = {
  name: 'institution-registry',
  models: [insuranceArea, regionPolicy, workCalendar],
  commands: (tools) => [areaCommands, calendarCommands, policyCommands(tools)],
  queries: (tools) => ({ ...areaQueries(tools), ...calendarQueries(tools), ...policyQueries(tools) }),
  projections: [insuranceAreasProjection, regionPoliciesProjection, workCalendarsProjection],
  publishers: [areaPublisher, policyPublisher, calendarPublisher],
  consumers: () => [],
  processes: [],
  timers: [],
  rejections: [
    insuranceAreaRejections.catalogue,
    regionPolicyRejections.catalogue,
    workCalendarRejections.catalogue,
  ],
};
