import {
  type CategoryProjection,
  type EventMeta,
  evolveWith,
  onCategory,
  projection,
  type Row,
  row,
  unchanged,
} from '@anjuan/event-sourcing';
import { evidenceItemSchema } from '../filing/evidence';
import { filing } from '../filing/filing';
import { changeSchema, filingDataSchema } from '../filing/filing-data';
import { absentFiling, type Filing, type FilingEvent } from '../filing/filing-state';
import { namedApplicantSchema, type Submission } from '../filing/submission';
import type { insuredPersonEvents } from '../person/insured-person.events';
import { blanked, pathsUnder } from './blanking';
import { timelineFacts } from './timeline';

/** One line of a case's history. */
export interface TimelineEntry extends Row {
  readonly eventId: string;
  readonly type: FilingEvent['type'];
  readonly revision: number;
  readonly recordedAt: string;
  /** The business date; before `recordedAt` where something was back-dated. */
  readonly effectiveOn: string;
  readonly actorId: string;
  readonly actorKind: string;
  readonly channel: string;
  readonly facts: Row;
}

/** Everything that the case page shows. */
export interface FilingDetailsRow extends Row {
  readonly revision: number;
  readonly insuredRegion: string;
  readonly treatmentRegion?: string;
  readonly personId?: string;
  /** The filing as its events add up: the same fold that decisions rest on. */
  readonly filing: Filing & Row;
  /** The latest submission with its checks, as the reviewers see it. */
  readonly submission?: Submission & Row;
  readonly submittedAt?: string;
  readonly evidenceBy: Readonly<Record<string, { readonly by: string; readonly at: string }>>;
  readonly timeline: readonly TimelineEntry[];
}

const SUBMISSIONS: readonly string[] = [
  'FilingSubmitted',
  'FilingResubmitted',
  'ChangeRequested',
  'ExtensionRequested',
  'RequestResubmitted',
];

/** The row after an event: the fold goes one step on, the timeline gets a line. */
function advanced(
  before: FilingDetailsRow | undefined,
  type: FilingEvent['type'],
  data: Row,
  meta: EventMeta,
): FilingDetailsRow {
  const state = evolveWith(filing, before?.filing ?? absentFiling, { type, data }, meta);
  const { personId, insuredRegion, summary } = state;
  return {
    ...before,
    revision: meta.revision,
    insuredRegion,
    treatmentRegion: summary?.treatmentRegion ?? state.data.treatmentRegion,
    personId,
    filing: state as Filing & Row,
    ...(SUBMISSIONS.includes(type)
      ? { submission: data as Submission & Row, submittedAt: meta.recordedAt }
      : {}),
    evidenceBy: { ...before?.evidenceBy, ...attachment(type, data, meta) },
    timeline: [...(before?.timeline ?? []), entryOf(type, data, meta)],
  };
}

const attachment = (type: FilingEvent['type'], data: Row, { actorId, recordedAt }: EventMeta) => {
  if (type !== 'EvidenceAttached') return {};
  const { evidenceId } = evidenceItemSchema.parse(data.evidence);
  return { [evidenceId]: { by: actorId, at: recordedAt } };
};

function entryOf(type: FilingEvent['type'], data: Row, meta: EventMeta): TimelineEntry {
  const facts: (data: never) => Row = timelineFacts[type];
  return {
    eventId: meta.id,
    type,
    revision: meta.revision,
    recordedAt: meta.recordedAt,
    effectiveOn: meta.effectiveOn,
    actorId: meta.actorId,
    actorKind: meta.metadata.actorKind ?? '',
    channel: meta.metadata.channel ?? '',
    facts: facts(data as never),
  };
}

/** Every event counts: the facts of the timeline name each one. */
const ofFilings: CategoryProjection<FilingDetailsRow> = {
  category: 'filing',
  on: Object.fromEntries(
    (Object.keys(timelineFacts) as FilingEvent['type'][]).map((type) => [
      type,
      row<FilingDetailsRow, { data: unknown }>(
        (_, { streamId }) => streamId,
        (before, data, meta) => advanced(before, type, data as Row, meta),
      ),
    ]),
  ),
};

const PERSONAL = [
  ...pathsUnder(['filing', 'data'], filingDataSchema),
  ...pathsUnder(['filing', 'evidence', '*'], evidenceItemSchema),
  ...pathsUnder(['filing', 'pending', 'changes'], changeSchema),
  ...pathsUnder(['submission', 'changes'], changeSchema),
  ...pathsUnder(['submission', 'applicant'], namedApplicantSchema),
  ['timeline', '*', 'facts', 'note'],
];

const ofPersons = onCategory<FilingDetailsRow, typeof insuredPersonEvents>('insuredPerson')({
  PersonRegistered: unchanged,
  PersonDetailsChanged: unchanged,
  EnrolmentImported: unchanged,
  PersonErased: row(
    ({ keyIds }) => keyIds,
    (before) => before && blanked(before, PERSONAL),
  ),
});

/** One filing with everything: its data, evidence, checks, submissions and timeline. */
export const filingDetailsProjection = projection<FilingDetailsRow>({
  name: 'filing-details',
  version: 1,
  indexes: [['insuredRegion'], ['personId']],
  categories: [ofFilings, ofPersons],
});
