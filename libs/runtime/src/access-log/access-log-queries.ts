import { isWithin, NATION } from '@anjuan/contracts';
import { addDays, type Condition, type Filter, startOfChinaDay } from '@anjuan/event-sourcing';
import type { Caller } from '../access/caller';
import type { ContextTools } from '../office/context';
import type { LiveReadModel } from '../office/live-read-model';
import { type AccessLogRow, accessLogProjection } from './access-log.projection';
import type { FindAccessLog } from './access-log-schemas';
import { shownAccess } from './shown-access';

const READ = 'access-log:read';

const equal = (field: string, value: string | undefined): Filter =>
  value === undefined ? {} : { [field]: { eq: value } };

function timeFilter({ from, to }: FindAccessLog): Filter {
  if (from === undefined && to === undefined) return {};
  const at: Condition = {
    ...(from === undefined ? {} : { gte: startOfChinaDay(from) }),
    ...(to === undefined ? {} : { lt: startOfChinaDay(addDays(to, 1)) }),
  };
  return { at };
}

/** Questions about who looked at what; limited to the areas the caller supervises. */
export const accessLogQueries = (tools: ContextTools) => {
  const log = tools.readModel(accessLogProjection) as LiveReadModel<AccessLogRow>;

  const areaFilter = (area: string | undefined, caller: Caller): Filter => {
    if (area === undefined || area === NATION) return caller.scopeFilter(READ, 'area');
    caller.requireAnyArea(READ, [area]);
    const tree = tools.areas();
    return {
      area: { in: [area, ...[...tree.keys()].filter((code) => code !== area && isWithin(tree, code, area))] },
    };
  };

  return {
    FindAccessLog: async (query: FindAccessLog, caller: Caller) => {
      const { accountId, subject, action, area, limit, cursor } = query;
      const filter: Filter = {
        ...equal('accountId', accountId),
        ...equal('subject', subject),
        ...equal('action', action),
        ...areaFilter(area, caller),
        ...timeFilter(query),
      };
      const page = await log.find({ filter, sort: { field: 'at', direction: 'desc' }, limit, cursor });
      return shownAccess(tools, page);
    },
  };
};
