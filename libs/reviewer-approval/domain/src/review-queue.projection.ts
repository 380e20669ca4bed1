import { dossierTopic } from '@anjuan/contracts';
import {
  ERASED,
  type EventMeta,
  onCategory,
  projection,
  row,
  type TopicProjection,
} from '@anjuan/event-sourcing';
import { maskedId } from './masked-id';
import type { Outcome, ReviewEventData, ReviewEvents } from './review.events';

/** One filing in the reviewers' list: its newest review, and who it is about. */
export type ReviewQueueRow = {
  readonly filingId: string;
  readonly personId: string;
  readonly applicantName: string | null;
  /** Masked; never the whole number. */
  readonly idNumber: string | null;
  /** `none` until the filing is submitted: such rows hold a name that is waiting for its review. */
  readonly status:
    | 'none'
    | 'open'
    | 'first-passed'
    | 'supplement-requested'
    | 'approved'
    | 'rejected'
    | 'voided';
  readonly review: QueuedReview | null;
};

/** The review's part of the row. */
export type QueuedReview = {
  readonly reviewId: string;
  /** Revision of the review's stream: the `ETag` for a command from the list. */
  readonly revision: number;
  readonly submission: number;
  readonly filingNumber: string | null;
  readonly subject: string;
  readonly insuredRegion: string;
  readonly treatmentRegion: string;
  readonly insuranceType: string;
  readonly kind: string;
  readonly channel: string;
  readonly byLetter: boolean;
  readonly route: string;
  readonly level: 'single' | 'first' | 'recheck';
  readonly assigneeId: string | null;
  readonly openedAt: string;
  readonly dueOn: string;
  readonly escalated: boolean;
  readonly reminded: boolean;
  readonly checksFailed: number;
  readonly checksNotVerifiable: number;
  readonly decidedAt: string | null;
  readonly decidedBy: string | null;
  /** Reason of a rejection or correction, or the code that voided the review. */
  readonly reasonCode: string | null;
};

type Change = { readonly status?: ReviewQueueRow['status'] } & Partial<QueuedReview>;

/** Changes the row while it still shows the review the event is about; older reviews of the filing leave it alone. */
const step = <D extends { filingId: string; reviewId: string }>(
  change: (data: D, meta: EventMeta) => Change,
) =>
  row<ReviewQueueRow, { data: D }>(
    ({ filingId }) => filingId,
    (before, data, meta) => {
      if (!before?.review || before.review.reviewId !== data.reviewId) return before;
      const { status = before.status, ...review } = change(data, meta);
      return { ...before, status, review: { ...before.review, ...review, revision: meta.revision } };
    },
  );

const queued = (data: ReviewEventData<'ReviewOpened'>, meta: EventMeta): QueuedReview => ({
  reviewId: data.reviewId,
  revision: meta.revision,
  submission: data.submission,
  filingNumber: data.filingNumber ?? null,
  subject: data.subject,
  insuredRegion: data.insuredRegion,
  treatmentRegion: data.treatmentRegion,
  insuranceType: data.insuranceType,
  kind: data.kind,
  channel: data.channel,
  byLetter: data.byLetter,
  route: data.route,
  level: data.route === 'two-levels' ? 'first' : 'single',
  assigneeId: null,
  openedAt: meta.recordedAt,
  dueOn: data.deadline.dueOn,
  escalated: false,
  reminded: false,
  checksFailed: data.checks.filter(({ outcome }) => outcome === 'failed').length,
  checksNotVerifiable: data.checks.filter(({ outcome }) => outcome === 'not-verifiable').length,
  decidedAt: null,
  decidedBy: null,
  reasonCode: null,
});

const statusOf = (outcome: Outcome) => (outcome === 'approve' ? 'approved' : 'rejected');

const newStep = (
  status: 'open' | 'first-passed' | 'supplement-requested',
  { deadline }: { deadline: { dueOn: string } },
): Change => ({ status, dueOn: deadline.dueOn, assigneeId: null, escalated: false, reminded: false });

const decided = (
  outcome: Outcome,
  { decidedBy, reasonCode }: { decidedBy: string; reasonCode?: string },
  { recordedAt }: EventMeta,
): Change => ({
  status: statusOf(outcome),
  decidedBy,
  decidedAt: recordedAt,
  assigneeId: null,
  reasonCode: reasonCode ?? null,
});

const onReviews = onCategory<ReviewQueueRow, ReviewEvents>('review')({
  ReviewOpened: row(
    ({ filingId }) => filingId,
    (before, data, meta) => ({
      filingId: data.filingId,
      personId: data.personId,
      applicantName: before?.applicantName ?? null,
      idNumber: before?.idNumber ?? null,
      status: 'open',
      review: queued(data, meta),
    }),
  ),
  ReviewClaimed: step(({ reviewerId }) => ({ assigneeId: reviewerId })),
  ReviewReleased: step(() => ({ assigneeId: null })),
  ReviewAssigned: step(({ reviewerId }) => ({ assigneeId: reviewerId })),
  ConflictDeclared: step(({ released }) => (released ? { assigneeId: null } : {})),
  FirstReviewPassed: step((data) => ({ ...newStep('first-passed', data), level: 'recheck' })),
  RecheckReturned: step((data) => ({ ...newStep('open', data), level: 'first' })),
  SupplementRequested: step((data) => newStep('supplement-requested', data)),
  ResubmissionReceived: step(() => ({})),
  ReviewApproved: step((data, meta) => decided('approve', data, meta)),
  ReviewRejected: step((data, meta) => decided('reject', data, meta)),
  ReviewVoided: step(({ code }) => ({ status: 'voided', assigneeId: null, reasonCode: code })),
  ReviewReminded: step(() => ({ reminded: true })),
  ReviewEscalated: step(() => ({ escalated: true })),
  DeadlineRecalculated: step(({ deadline }) => ({ dueOn: deadline.dueOn })),
  DecisionCorrected: step((data, meta) => decided(data.outcome, data, meta)),
  CorrectionRefused: step(({ outcome, code }) => ({ status: statusOf(outcome), reasonCode: code })),
  PickedForSampling: step(() => ({})),
  SampleTaken: step(() => ({})),
  SampleResultRecorded: step(() => ({})),
});

/** Names come from the guarded dossier: before, between or after the reviews of a filing. */
const onDossier: TopicProjection<ReviewQueueRow> = {
  topic: dossierTopic.name,
  on: {
    ApplicantNamed: row(
      ({ filingId }) => String(filingId),
      (before, data) => {
        const { filingId, personId, name, idNumber } = dossierTopic.messages.ApplicantNamed.parse(data);
        const known = { applicantName: name, idNumber: maskedId(idNumber), personId };
        return { filingId, status: 'none', review: null, ...before, ...known };
      },
    ),
    ApplicantErased: row(
      ({ personId }) => ({ where: { personId: { eq: String(personId) } } }),
      (before) => before && { ...before, applicantName: ERASED, idNumber: ERASED },
    ),
  },
};

/** The reviewers' list: one row for each filing, found by name or filing number while the person is not erased. */
export const reviewQueue = projection<ReviewQueueRow>({
  name: 'review-queue',
  version: 1,
  indexes: [
    ['personId'],
    ['filingId'],
    ['review.reviewId'],
    ['status', 'review.dueOn'],
    ['status', 'review.openedAt'],
    ['status', 'review.assigneeId', 'review.dueOn'],
    ['status', 'review.insuredRegion', 'review.dueOn'],
    ['review.insuredRegion', 'review.decidedAt'],
    ['review.decidedBy', 'review.decidedAt'],
    ['review.decidedAt'],
    ['review.subject'],
    ['review.kind'],
    ['review.channel'],
    ['review.level'],
    ['review.route'],
    ['review.escalated'],
    ['review.filingNumber'],
  ],
  search: ({ applicantName, review }) =>
    [applicantName, review?.filingNumber ?? null].filter(
      (text): text is string => text !== null && text !== ERASED,
    ),
  categories: [onReviews],
  topics: [onDossier],
});
