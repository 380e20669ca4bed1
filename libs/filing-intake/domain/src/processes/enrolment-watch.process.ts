import { filingSummarySchema } from '@anjuan/contracts';
import {
  type AnyCommand,
  chinaDateOf,
  defineEvents,
  event,
  type ProcessInput,
  processManager,
} from '@anjuan/event-sourcing';
import { z } from 'zod';
import {
  type Enrolment,
  enrolmentSchema,
  isNormalOn,
  sameEnrolment,
  withImported,
} from '../person/enrolment';
import { insuredPersonEvents } from '../person/insured-person.events';

const watched = z.object({ filingId: z.uuid(), insuredRegion: z.string(), insuranceType: z.string() });

const enrolmentWatchEvents = defineEvents({
  FilingWatched: event(watched),
  FilingLetGo: event(z.object({ filingId: z.uuid() })),
  EnrolmentSeen: event(z.object({ enrolments: z.array(enrolmentSchema) })),
  SuspensionOrdered: event(z.object({ filingId: z.uuid() })),
  ResumptionOrdered: event(z.object({ filingId: z.uuid() })),
});

interface WatchedFiling extends z.output<typeof watched> {
  readonly suspended: boolean;
}

export interface EnrolmentWatch {
  readonly filings: readonly WatchedFiling[];
  readonly enrolments: readonly Enrolment[];
}

const STARTS = ['FilingActivated', 'FilingChanged', 'FilingExtended'];
const ENDS = [
  'FilingExpired',
  'FilingCancelled',
  'FilingRevoked',
  'FilingSuperseded',
  'DeemedFilingOverturned',
];

const aboutFiling = z.object({ filing: filingSummarySchema });

/**
 * Suspends a person's active filings when the enrolment they rest on is paused or ends, and resumes them when it is
 * normal again (长期备案在参保状态不变时有效). Its stream, one per person, holds which filings are active.
 */
export const enrolmentWatch = processManager<EnrolmentWatch, typeof enrolmentWatchEvents>({
  category: 'enrolmentWatch',
  events: enrolmentWatchEvents,
  initialState: { filings: [], enrolments: [] },
  evolve: {
    FilingWatched: (state, filing) => watching(state, filing),
    FilingLetGo: (state, { filingId }) => lettingGo(state, filingId),
    EnrolmentSeen: (state, { enrolments }) => seeing(state, enrolments),
    SuspensionOrdered: (state, { filingId }) => marked(state, filingId, true),
    ResumptionOrdered: (state, { filingId }) => marked(state, filingId, false),
  },
  follows: { categories: ['filing', 'insuredPerson'], topics: [] },
  correlate: ({ type, data }) => {
    if (type === 'EnrolmentImported')
      return insuredPersonEvents.EnrolmentImported.schema.parse(data).personId;
    const relevant = STARTS.includes(type) || ENDS.includes(type) || type === 'FilingCorrected';
    return relevant ? aboutFiling.parse(data).filing.personId : undefined;
  },
  react: (input, state) => {
    const { record, after } = factsOf(input, state);
    const today = chinaDateOf(input.meta.recordedAt);
    const orders = after.filings.flatMap((filing) => orderFor(filing, after, today));
    return {
      record: [...record, ...orders.map((order) => order.record)],
      send: orders.map((order) => order.send),
    };
  },
});

const watching = (state: EnrolmentWatch, filing: z.output<typeof watched>): EnrolmentWatch => ({
  ...state,
  filings: [...without(state, filing.filingId), { ...filing, suspended: false }],
});

const lettingGo = (state: EnrolmentWatch, filingId: string): EnrolmentWatch => ({
  ...state,
  filings: without(state, filingId),
});

const seeing = (state: EnrolmentWatch, enrolments: readonly Enrolment[]): EnrolmentWatch => ({
  ...state,
  enrolments: withImported(state.enrolments, enrolments),
});

const without = ({ filings }: EnrolmentWatch, filingId: string): readonly WatchedFiling[] =>
  filings.filter((filing) => filing.filingId !== filingId);

const marked = (state: EnrolmentWatch, filingId: string, suspended: boolean): EnrolmentWatch => ({
  ...state,
  filings: state.filings.map((filing) => (filing.filingId === filingId ? { ...filing, suspended } : filing)),
});

/** What an input says (a filing became active or ended, the enrolment is another), and what is known with it. */
function factsOf({ type, data }: ProcessInput, state: EnrolmentWatch) {
  if (type === 'EnrolmentImported') {
    const { enrolments } = insuredPersonEvents.EnrolmentImported.schema.parse(data);
    return { record: [{ type: 'EnrolmentSeen', data: { enrolments } }], after: seeing(state, enrolments) };
  }
  const { filingId, insuredRegion, insuranceType } = aboutFiling.parse(data).filing;
  const isWatched = state.filings.some((filing) => filing.filingId === filingId);
  if (STARTS.includes(type) === isWatched) return { record: [], after: state };
  const watch = { filingId, insuredRegion, insuranceType };
  return isWatched
    ? { record: [{ type: 'FilingLetGo', data: { filingId } }], after: lettingGo(state, filingId) }
    : { record: [{ type: 'FilingWatched', data: watch }], after: watching(state, watch) };
}

/** An enrolment that nobody imported says nothing; one that is not normal suspends. */
function orderFor(filing: WatchedFiling, { enrolments }: EnrolmentWatch, today: string) {
  const { filingId, suspended } = filing;
  const enrolment = enrolments.find((candidate) => sameEnrolment(candidate, filing));
  if (!enrolment || isNormalOn(enrolment, today) === !suspended) return [];
  const cause = enrolment.status === '2' ? 'enrolment-paused' : 'enrolment-ended';
  const send: AnyCommand = suspended
    ? { type: 'ResumeFiling', data: { filingId } }
    : { type: 'SuspendFiling', data: { filingId, cause } };
  const record = suspended
    ? { type: 'ResumptionOrdered' as const, data: { filingId } }
    : { type: 'SuspensionOrdered' as const, data: { filingId } };
  return [{ record, send }];
}
