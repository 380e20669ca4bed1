import { type Decider, defineEvents, event, onCategory, timers } from '@anjuan/event-sourcing';
import { z } from 'zod';
import { type FilingRow, filingRowRules } from '../views/filings.projection';
import { timelineFacts } from '../views/timeline';
import { filingEvents } from './filing.events';
import { filingHistory } from './filing-history';
import type { Filing, FilingCommand } from './filing-state';
import type { FilingLookups } from './filing-surroundings';
import { filingTimers } from './filing-timers';

/**
 * A new event that nobody handles does not compile. `tsc -b` checks this file: each error that is expected here must
 * be raised, or the build fails.
 */
const moreEvents = defineEvents({
  ...filingEvents,
  FilingMisplaced: event(z.object({ filingId: z.uuid() })),
});
type MoreEvents = typeof moreEvents;

// @ts-expect-error the fold does not say what FilingMisplaced means
export const history: Decider<Filing, FilingCommand, MoreEvents, FilingLookups>['evolve'] = filingHistory;

// @ts-expect-error the list of filings does not say what FilingMisplaced changes
export const rows = onCategory<FilingRow, MoreEvents>('filing')(filingRowRules);

// @ts-expect-error the timeline does not say what it tells about FilingMisplaced
export const facts: Readonly<Record<keyof MoreEvents, unknown>> = timelineFacts;

// @ts-expect-error the timers do not say that FilingMisplaced sets none
export const due = timers<MoreEvents>('filing-timers', 'filing')(filingTimers.on);
