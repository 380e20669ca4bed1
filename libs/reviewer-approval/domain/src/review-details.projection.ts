import { dossierTopic } from '@anjuan/contracts';
import {
  ERASED,
  type EventMeta,
  type JsonObject,
  onCategory,
  projection,
  row,
  type TopicProjection,
} from '@anjuan/event-sourcing';
import {
  type Deadline,
  type Outcome,
  type ReviewEvent,
  type ReviewEventData,
  type ReviewEvents,
  reviewRefSchema,
} from './review.events';
import type { ReviewStatus } from './review-state';

/** One thing that happened, in the order it happened. */
export type TimelineEntry = {
  readonly type: ReviewEvent['type'];
  readonly at: string;
  /** Account that did it. */
  readonly by: string;
  readonly revision: number;
  /** What the event said besides which review it is about: opinion, reason, items, what the decision saw. */
  readonly said: JsonObject;
};

/** All that is known of one review: what was submitted, the checks, every decision with its opinion, the deadline. */
export type ReviewDetailsRow = {
  readonly reviewId: string;
  readonly filingId: string;
  readonly personId: string;
  readonly insuredRegion: string;
  readonly file: ReviewEventData<'ReviewOpened'>;
  readonly status: ReviewStatus;
  readonly revision: number;
  readonly assigneeId: string | null;
  readonly deadline: Deadline;
  readonly escalated: boolean;
  readonly conflicts: readonly string[];
  readonly nextReviewId: string | null;
  readonly timeline: readonly TimelineEntry[];
};

type Change = Partial<Omit<ReviewDetailsRow, 'timeline' | 'revision'>>;

const REF = new Set(Object.keys(reviewRefSchema.shape));

/** What an event says besides which review it is about. */
const withoutRef = (data: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(data).filter(([field]) => !REF.has(field)));

const entry = (type: ReviewEvent['type'], said: JsonObject, meta: EventMeta): TimelineEntry => ({
  type,
  at: meta.recordedAt,
  by: meta.actorId,
  revision: meta.revision,
  said,
});

/** Adds the event to the timeline and changes what it changes. */
const step = <T extends Exclude<ReviewEvent['type'], 'ReviewOpened'>>(
  type: T,
  change: (data: ReviewEventData<T>, before: ReviewDetailsRow) => Change = () => ({}),
) =>
  row<ReviewDetailsRow, { data: ReviewEventData<T> }>(
    ({ reviewId }) => reviewId,
    (before, data, meta) => {
      if (!before) return undefined;
      const timeline = [...before.timeline, entry(type, withoutRef(data), meta)];
      return { ...before, ...change(data, before), revision: meta.revision, timeline };
    },
  );

const statusOf = (outcome: Outcome): ReviewStatus => (outcome === 'approve' ? 'approved' : 'rejected');

const newStep = (status: ReviewStatus, { deadline }: { deadline: Deadline }): Change => ({
  status,
  deadline,
  assigneeId: null,
  escalated: false,
});

const onReviews = onCategory<ReviewDetailsRow, ReviewEvents>('review')({
  ReviewOpened: row(
    ({ reviewId }) => reviewId,
    (_, file, meta) => ({
      reviewId: file.reviewId,
      filingId: file.filingId,
      personId: file.personId,
      insuredRegion: file.insuredRegion,
      file,
      status: 'open',
      revision: meta.revision,
      assigneeId: null,
      deadline: file.deadline,
      escalated: false,
      conflicts: file.conflicts,
      nextReviewId: null,
      timeline: [entry('ReviewOpened', { completion: file.completion, route: file.route }, meta)],
    }),
  ),
  ReviewClaimed: step('ReviewClaimed', ({ reviewerId }) => ({ assigneeId: reviewerId })),
  ReviewReleased: step('ReviewReleased', () => ({ assigneeId: null })),
  ReviewAssigned: step('ReviewAssigned', ({ reviewerId }) => ({ assigneeId: reviewerId })),
  ConflictDeclared: step('ConflictDeclared', ({ accountId, released }, before) => ({
    conflicts: [...before.conflicts, accountId],
    assigneeId: released ? null : before.assigneeId,
  })),
  FirstReviewPassed: step('FirstReviewPassed', (data) => newStep('first-passed', data)),
  RecheckReturned: step('RecheckReturned', (data) => newStep('open', data)),
  SupplementRequested: step('SupplementRequested', (data) => newStep('supplement-requested', data)),
  ResubmissionReceived: step('ResubmissionReceived', ({ nextReviewId }) => ({
    status: 'resubmitted',
    nextReviewId,
  })),
  ReviewApproved: step('ReviewApproved', () => ({ status: 'approved', assigneeId: null })),
  ReviewRejected: step('ReviewRejected', () => ({ status: 'rejected', assigneeId: null })),
  ReviewVoided: step('ReviewVoided', () => ({ status: 'voided', assigneeId: null })),
  ReviewReminded: step('ReviewReminded'),
  ReviewEscalated: step('ReviewEscalated', () => ({ escalated: true })),
  DeadlineRecalculated: step('DeadlineRecalculated', ({ deadline }) => ({ deadline })),
  DecisionCorrected: step('DecisionCorrected', ({ outcome }) => ({ status: statusOf(outcome) })),
  CorrectionRefused: step('CorrectionRefused', ({ outcome }) => ({ status: statusOf(outcome) })),
  PickedForSampling: step('PickedForSampling'),
  SampleTaken: step('SampleTaken'),
  SampleResultRecorded: step('SampleResultRecorded'),
});

const withoutOpinion = (happened: TimelineEntry): TimelineEntry =>
  happened.said.opinion === undefined
    ? happened
    : { ...happened, said: { ...happened.said, opinion: ERASED } };

/** Opinions go with the person they are about, as they do in a rebuild once the key is gone. */
const onDossier: TopicProjection<ReviewDetailsRow> = {
  topic: dossierTopic.name,
  on: {
    ApplicantErased: row(
      ({ personId }) => ({ where: { personId: { eq: String(personId) } } }),
      (before) => before && { ...before, timeline: before.timeline.map(withoutOpinion) },
    ),
  },
};

/** The review's part of the case page. */
export const reviewDetails = projection<ReviewDetailsRow>({
  name: 'review-details',
  version: 1,
  indexes: [['personId'], ['filingId', 'insuredRegion']],
  categories: [onReviews],
  topics: [onDossier],
});
