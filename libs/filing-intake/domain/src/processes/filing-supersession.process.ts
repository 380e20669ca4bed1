import { filingSummarySchema } from '@anjuan/contracts';
import { addDays, defineEvents, event, processManager } from '@anjuan/event-sourcing';
import { z } from 'zod';

const filingSupersessionEvents = defineEvents({
  SupersessionOrdered: event(z.object({ by: z.uuid(), filingIds: z.array(z.uuid()), endsOn: z.iso.date() })),
  SupersessionGivenUp: event(z.object({ by: z.uuid() })),
});

interface FilingSupersession {
  readonly superseded: readonly string[];
}

const approvedSchema = z.object({ filing: filingSummarySchema, supersedes: z.array(z.uuid()) });
const endedSchema = z.object({ filing: filingSummarySchema });

/** Events after which a filing that was to end others never comes to it. */
const GIVEN_UP = ['FilingRevoked', 'FilingCancelled'];

/**
 * A newly approved long-term filing ends the old one the day before it starts, as the policy says. Superseding is a
 * command to the other filing; one stream per new filing remembers which.
 */
export const filingSupersession = processManager<FilingSupersession, typeof filingSupersessionEvents>({
  category: 'filingSupersession',
  events: filingSupersessionEvents,
  initialState: { superseded: [] },
  evolve: {
    SupersessionOrdered: (_, { filingIds }) => ({ superseded: filingIds }),
    SupersessionGivenUp: () => ({ superseded: [] }),
  },
  follows: { categories: ['filing'], topics: [] },
  correlate: ({ type, data }) => {
    if (type === 'FilingApproved' || type === 'FilingCorrected')
      return approvedSchema.parse(data).filing.filingId;
    return GIVEN_UP.includes(type) ? endedSchema.parse(data).filing.filingId : undefined;
  },
  react: ({ type, data }, { superseded }) => {
    const { filing } = endedSchema.parse(data);
    const by = filing.filingId;
    const filingIds = GIVEN_UP.includes(type) ? [] : approvedSchema.parse(data).supersedes;
    if (filingIds.length > 0) {
      const endsOn = addDays(filing.startsOn, -1);
      return {
        record: [{ type: 'SupersessionOrdered', data: { by, filingIds, endsOn } }],
        send: filingIds.map((filingId) => ({ type: 'SupersedeFiling', data: { filingId, by, endsOn } })),
      };
    }
    if (superseded.length === 0) return {};
    return {
      record: [{ type: 'SupersessionGivenUp', data: { by } }],
      send: superseded.map((filingId) => ({ type: 'LiftSupersession', data: { filingId, by } })),
    };
  },
});
