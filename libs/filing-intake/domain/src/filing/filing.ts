import { decider } from '@anjuan/event-sourcing';
import { deeming } from '../filing-decisions/deeming';
import { drafting } from '../filing-decisions/drafting';
import { living } from '../filing-decisions/living';
import { partnerFiling } from '../filing-decisions/partner-filing';
import { promising } from '../filing-decisions/promising';
import { requesting } from '../filing-decisions/requesting';
import { reviewed } from '../filing-decisions/reviewed';
import { submitting } from '../filing-decisions/submitting';
import { filingEvents } from './filing.events';
import { filingHistory } from './filing-history';
import { absentFiling, type Filing, type FilingCommand } from './filing-state';
import type { FilingLookups } from './filing-surroundings';

/**
 * A filing (备案): from the draft at the counter to its end. What each command decides stands in `filing-decisions/`,
 * by phase; what each event means in `filing-history.ts`. Personal fields are encrypted with a key that bears the
 * filing's id.
 */
export const filing = decider<Filing, FilingCommand, typeof filingEvents, FilingLookups>({
  category: 'filing',
  events: filingEvents,
  initialState: absentFiling,
  idOf: ({ data }) => data.filingId,
  keyOf: (filingId) => filingId,
  decide: {
    ...drafting,
    ...submitting,
    ...partnerFiling,
    ...reviewed,
    ...requesting,
    ...living,
    ...promising,
    ...deeming,
  },
  evolve: filingHistory,
});
