import { type FilingSummary, reviewTopic } from '@anjuan/contracts';
import {
  type CategoryProjection,
  ERASED,
  type EventMeta,
  onCategory,
  projection,
  type Row,
  row,
  unchanged,
} from '@anjuan/event-sourcing';
import { z } from 'zod';
import type { filingEvents } from '../filing/filing.events';
import type { FilingPatch } from '../filing/filing-data';
import type { FilingStatus } from '../filing/filing-state';
import type { Submission } from '../filing/submission';
import type { insuredPersonEvents } from '../person/insured-person.events';
import type { uploadEvents } from '../upload/upload.events';

/** How the review of the latest submission stands, as the reviewers publish it. */
export interface ReviewRow extends Row {
  readonly status: 'open' | 'claimed' | 'first-passed' | 'supplement' | 'decided' | 'voided';
  readonly reviewId: string;
  readonly assigneeId?: string;
  readonly escalated: boolean;
}

/** A line of the filing list. */
export interface FilingRow extends Row {
  readonly filingId: string;
  readonly filingNumber?: string;
  readonly status: FilingStatus;
  readonly kind?: string;
  readonly nationalKind?: string;
  readonly name?: string;
  readonly idNumber?: string;
  readonly personId?: string;
  readonly insuredRegion: string;
  readonly treatmentRegion?: string;
  readonly insuranceType?: string;
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly channel: string;
  readonly registrarId: string;
  readonly draftedAt: string;
  readonly submittedAt?: string;
  readonly updatedAt: string;
  readonly suspended: boolean;
  readonly manualOnly: boolean;
  /** The promise of a commitment letter is open. */
  readonly proofOpen: boolean;
  /** Subject of what is under review. */
  readonly pending?: string;
  readonly uploadStatus: 'nothing' | 'due' | 'uploaded' | 'failed';
  readonly registration: number;
  readonly uploadAttempts: number;
  /** When the next upload is due, while one is. */
  readonly uploadAt?: string;
  readonly review?: ReviewRow;
  /** Deadline of the review or the supplement. */
  readonly dueOn?: string;
}

type Change = Partial<FilingRow>;

/** The row after an event that says these things; a filing that was never drafted has none. */
const change = <D>(of: (data: D, meta: EventMeta, before: FilingRow) => Change) =>
  row<FilingRow, { data: D }>(
    (_, { streamId }) => streamId,
    (before, data, meta) => before && { ...before, updatedAt: meta.recordedAt, ...of(data, meta, before) },
  );

const place = ({ treatmentRegion, startsOn, endsOn }: FilingSummary): Change => ({
  treatmentRegion,
  startsOn,
  endsOn,
});

/** What the national platform is told next. */
const registered = (meta: EventMeta, before: FilingRow): Change => ({
  uploadStatus: 'due',
  registration: before.registration + 1,
  uploadAttempts: 0,
  uploadAt: meta.recordedAt,
});

const submitted = ({ filing }: Submission, { recordedAt, actorId }: EventMeta): Change => ({
  ...place(filing),
  filingNumber: filing.filingNumber,
  nationalKind: filing.nationalKind,
  personId: filing.personId,
  manualOnly: filing.manualOnly,
  status: 'submitted',
  submittedAt: recordedAt,
  registrarId: actorId,
  pending: 'new',
});

const closed = (status: FilingStatus): Change => ({
  status,
  pending: undefined,
  suspended: false,
  proofOpen: false,
  dueOn: undefined,
});

/** The fields of the list that a draft names. */
function named({ applicant, kind, treatmentRegion, insuranceType, startsOn, endsOn }: FilingPatch): Change {
  const fields = {
    name: applicant === null ? null : applicant?.name,
    idNumber: applicant === null ? null : applicant?.idNumber,
    kind,
    treatmentRegion,
    insuranceType,
    startsOn,
    endsOn,
  };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value ?? undefined]],
    ),
  );
}

const deemedRow = (filing: FilingSummary, meta: EventMeta): FilingRow => ({
  ...place(filing),
  filingId: filing.filingId,
  status: 'active',
  kind: filing.kind,
  nationalKind: filing.nationalKind,
  personId: filing.personId,
  insuredRegion: filing.insuredRegion,
  insuranceType: filing.insuranceType,
  channel: 'hospital',
  registrarId: meta.actorId,
  draftedAt: meta.recordedAt,
  updatedAt: meta.recordedAt,
  suspended: false,
  manualOnly: false,
  proofOpen: false,
  uploadStatus: 'nothing',
  registration: 0,
  uploadAttempts: 0,
});

/** What each event of a filing does to its line; every event has its place. */
export const filingRowRules: CategoryProjection<FilingRow, typeof filingEvents>['on'] = {
  FilingDrafted: row(
    ({ filingId }) => filingId,
    (_, { filingId, insuredRegion, channel, data }, { actorId, recordedAt }) => ({
      filingId,
      status: 'draft',
      insuredRegion,
      channel,
      registrarId: actorId,
      draftedAt: recordedAt,
      updatedAt: recordedAt,
      suspended: false,
      manualOnly: false,
      proofOpen: false,
      uploadStatus: 'nothing',
      registration: 0,
      uploadAttempts: 0,
      ...named(data),
    }),
  ),
  DraftRevised: change(({ insuredRegion, changes }) => ({
    ...(insuredRegion ? { insuredRegion } : {}),
    ...named(changes),
  })),
  ApplicantIdentified: change(({ personId }) => ({ personId })),
  DraftDiscarded: change(() => ({ status: 'discarded' })),
  NoticeAccepted: change(() => ({})),
  EvidenceAttached: change(() => ({})),
  EvidenceRemoved: change(() => ({})),
  OriginalSeen: change(() => ({})),
  LetterSigned: change(() => ({})),
  FilingSubmitted: change(submitted),
  SupplementAsked: change(({ dueOn }, _, { status }) => ({
    status: status === 'submitted' ? 'returned' : status,
    dueOn,
  })),
  FilingResubmitted: change(submitted),
  FilingWithdrawn: change(() => closed('withdrawn')),
  ReviewDecisionRefused: unchanged,
  FilingApproved: change(({ filing, promised }, meta, before) => ({
    ...closed('approved'),
    ...place(filing),
    ...registered(meta, before),
    proofOpen: promised.length > 0,
  })),
  FilingRejected: change(() => closed('rejected')),
  FilingCorrected: change(({ outcome }, meta, before) => ({
    ...closed(outcome === 'approve' ? 'approved' : 'rejected'),
    ...registered(meta, before),
  })),
  FilingActivated: change(() => ({ status: 'active' })),
  FilingExpired: change(() => closed('expired')),
  ChangeRequested: change(() => ({ pending: 'change' })),
  ExtensionRequested: change(() => ({ pending: 'extension' })),
  RequestResubmitted: change(({ subject }) => ({ pending: subject })),
  RequestWithdrawn: change(() => ({ pending: undefined, dueOn: undefined })),
  RequestRejected: change(() => ({ pending: undefined, dueOn: undefined })),
  FilingChanged: change(({ filing }, meta, before) => ({
    ...place(filing),
    ...registered(meta, before),
    pending: undefined,
    dueOn: undefined,
  })),
  FilingExtended: change(({ filing }, meta, before) => ({
    ...place(filing),
    ...registered(meta, before),
    pending: undefined,
    dueOn: undefined,
  })),
  FilingCancelled: change(({ filing }, meta, before) => ({
    ...closed('cancelled'),
    ...place(filing),
    ...registered(meta, before),
  })),
  FilingRevoked: change((_, meta, before) => ({ ...closed('revoked'), ...registered(meta, before) })),
  SupersessionScheduled: change(() => ({})),
  SupersessionLifted: change(() => ({})),
  FilingSuperseded: change(({ filing }, meta, before) => ({
    ...closed('superseded'),
    ...place(filing),
    ...registered(meta, before),
  })),
  FilingSuspended: change(() => ({ suspended: true })),
  FilingResumed: change(() => ({ suspended: false })),
  ProofSupplied: change(() => ({ proofOpen: false })),
  ProofOverdue: change(() => ({})),
  CommitmentBreached: change(() => ({ proofOpen: false })),
  FilingDeemed: row(
    ({ filing }) => filing.filingId,
    (_, { filing, applicant: { name, idNumber } }, meta) => ({ ...deemedRow(filing, meta), name, idNumber }),
  ),
  DeemedFilingUpdated: change(({ filing }) => place(filing)),
  DeemedFilingOverturned: change(() => closed('revoked')),
};

const ofFilings = onCategory<FilingRow, typeof filingEvents>('filing')(filingRowRules);

/** What the upload's own stream says; news about an older registration than the latest change nothing. */
const uploadChange = <D extends { readonly registration: number }>(
  of: (data: D, meta: EventMeta) => Change,
) =>
  row<FilingRow, { data: D }>(
    (_, { streamId }) => streamId,
    (before, data, meta) =>
      before && (data.registration === before.registration ? { ...before, ...of(data, meta) } : before),
  );

const ofUploads = onCategory<FilingRow, typeof uploadEvents>('upload')({
  FilingUploaded: uploadChange(() => ({ uploadStatus: 'uploaded', uploadAt: undefined })),
  FilingUploadFailed: uploadChange(({ retryAt, attempt }) => ({
    uploadStatus: retryAt === undefined ? 'failed' : 'due',
    uploadAt: retryAt,
    uploadAttempts: attempt,
  })),
  UploadRetryRequested: uploadChange((_, { recordedAt }) => ({
    uploadStatus: 'due',
    uploadAt: recordedAt,
    uploadAttempts: 0,
  })),
});

const erase = (before: FilingRow | undefined): FilingRow | undefined =>
  before && {
    ...before,
    ...(before.name === undefined ? {} : { name: ERASED }),
    ...(before.idNumber === undefined ? {} : { idNumber: ERASED }),
  };

const ofPersons = onCategory<FilingRow, typeof insuredPersonEvents>('insuredPerson')({
  PersonRegistered: unchanged,
  PersonDetailsChanged: unchanged,
  EnrolmentImported: unchanged,
  // The keys of filings bear the filings' ids.
  PersonErased: row(({ keyIds }) => keyIds, erase),
});

const reviewMessage = z.object({
  filingId: z.uuid(),
  reviewId: z.uuid(),
  reviewerId: z.string().optional(),
  dueOn: z.iso.date().optional(),
});

/** What a message about the review changes; a message about an older review than the latest changes nothing. */
const review = (
  of: (
    message: z.output<typeof reviewMessage>,
  ) => { status?: ReviewRow['status']; dueOn?: string } & Partial<
    Pick<ReviewRow, 'assigneeId' | 'escalated'>
  >,
) =>
  row<FilingRow, { data: Row }>(
    (data) => reviewMessage.parse(data).filingId,
    (before, data) => {
      if (!before) return undefined;
      const message = reviewMessage.parse(data);
      const { dueOn = before.dueOn, status, ...rest } = of(message);
      const opened = status === 'open' && before.review?.reviewId !== message.reviewId;
      if (!opened && before.review?.reviewId !== message.reviewId) return before;
      const earlier: ReviewRow =
        opened || !before.review
          ? { status: 'open', reviewId: message.reviewId, escalated: false }
          : before.review;
      return { ...before, dueOn, review: { ...earlier, ...(status ? { status } : {}), ...rest } };
    },
  );

/** The list of filings: filtered, sorted and searched by name, filing number and identity number. */
export const filingsProjection = projection<FilingRow>({
  name: 'filings',
  version: 1,
  indexes: [
    ['insuredRegion', 'updatedAt'],
    ['insuredRegion', 'submittedAt'],
    ['insuredRegion', 'status', 'updatedAt'],
    ['insuredRegion', 'kind', 'updatedAt'],
    ['insuredRegion', 'startsOn'],
    ['insuredRegion', 'dueOn'],
    ['treatmentRegion', 'status', 'updatedAt'],
    ['personId', 'updatedAt'],
    ['status', 'updatedAt'],
    ['kind', 'updatedAt'],
    ['channel', 'updatedAt'],
    ['registrarId', 'updatedAt'],
    ['filingNumber'],
    ['uploadStatus', 'uploadAt'],
    ['pending', 'updatedAt'],
    ['proofOpen', 'updatedAt'],
    ['suspended', 'updatedAt'],
    ['insuranceType', 'updatedAt'],
    ['endsOn'],
    ['submittedAt'],
    ['startsOn'],
    ['dueOn'],
    ['updatedAt'],
  ],
  search: ({ name, filingNumber, idNumber }) => [name ?? '', filingNumber ?? '', idNumber ?? ''],
  categories: [ofFilings, ofUploads, ofPersons],
  topics: [
    {
      topic: reviewTopic.name,
      on: {
        ReviewOpened: review(({ dueOn }) => ({ status: 'open', dueOn })),
        ReviewClaimed: review(({ reviewerId }) => ({ status: 'claimed', assigneeId: reviewerId })),
        ReviewReleased: review(() => ({ status: 'open', assigneeId: undefined })),
        FirstReviewPassed: review(({ dueOn }) => ({ status: 'first-passed', assigneeId: undefined, dueOn })),
        RecheckReturned: review(({ dueOn }) => ({ status: 'open', assigneeId: undefined, dueOn })),
        ReviewEscalated: review(() => ({ escalated: true })),
        SupplementRequested: review(({ dueOn }) => ({ status: 'supplement', dueOn })),
        ReviewDeadlineChanged: review(({ dueOn }) => ({ dueOn })),
        ReviewApproved: review(() => ({ status: 'decided' })),
        ReviewRejected: review(() => ({ status: 'decided' })),
        ReviewVoided: review(() => ({ status: 'voided' })),
      },
    },
  ],
});
