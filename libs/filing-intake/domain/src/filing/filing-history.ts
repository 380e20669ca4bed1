import type { FilingSummary } from '@anjuan/contracts';
import type { Decider } from '@anjuan/event-sourcing';
import type { filingEvents } from './filing.events';
import type { FilingChange, FilingData } from './filing-data';
import { applyPatch } from './filing-patch';
import type {
  Filing,
  FilingCommand,
  FilingStatus,
  PendingSubmission,
  SubmissionSubject,
} from './filing-state';
import type { FilingLookups } from './filing-surroundings';
import type { Submission } from './submission';

type History = Decider<Filing, FilingCommand, typeof filingEvents, FilingLookups>['evolve'];

/** What each event says about a filing. */
export const filingHistory: History = {
  FilingDrafted: (state, { filingId, insuredRegion, channel, data }, { revision, actorId }) => ({
    ...state,
    status: 'draft',
    filingId,
    insuredRegion,
    channel,
    draftedBy: actorId,
    data: applyPatch({}, data),
    contentRevision: revision,
  }),
  DraftRevised: (state, { insuredRegion = state.insuredRegion, changes }, { revision }) => ({
    ...state,
    insuredRegion,
    data: applyPatch(state.data, changes),
    contentRevision: revision,
  }),
  ApplicantIdentified: (state, { personId }) => ({ ...state, personId }),
  DraftDiscarded: (state) => ({ ...state, status: 'discarded' }),
  NoticeAccepted: (state, { version }) => ({ ...state, noticeVersion: version }),
  EvidenceAttached: (state, { evidence }, { revision }) => ({
    ...state,
    evidence: [...state.evidence, evidence],
    contentRevision: contentChange(state, revision),
  }),
  EvidenceRemoved: (state, { evidenceId }, { revision }) => ({
    ...state,
    evidence: state.evidence.filter((item) => item.evidenceId !== evidenceId),
    contentRevision: contentChange(state, revision),
  }),
  OriginalSeen: (state, { item }, { revision }) => ({
    ...state,
    originalsSeen: [...state.originalsSeen, item],
    contentRevision: contentChange(state, revision),
  }),
  LetterSigned: (state, { version, signature, evidenceId, signedOn }, { revision }) => ({
    ...state,
    letter: { version, signature, evidenceId, signedOn },
    contentRevision: revision,
  }),

  FilingSubmitted: (state, data, { revision }) => ({
    ...submitted(state, data, 'new', revision),
    status: 'submitted',
  }),
  FilingResubmitted: (state, data, { revision }) => ({
    ...submitted(state, data, 'new', revision),
    status: 'submitted',
  }),
  SupplementAsked: (state, { items }) => ({
    ...state,
    status: state.status === 'submitted' ? 'returned' : state.status,
    pending: state.pending && { ...state.pending, returned: items },
  }),
  FilingWithdrawn: (state) => ({ ...state, status: 'withdrawn', pending: undefined }),
  ReviewDecisionRefused: (state, { reviewId }) => decidedBy(state, reviewId),
  FilingApproved: (state, { filing, reviewId, promised, proofDue }) => ({
    ...registered(decidedBy(state, reviewId)),
    ...settled(filing),
    status: 'approved',
    promised: promised.length > 0 ? open(promised, proofDue?.due) : undefined,
  }),
  FilingRejected: (state, { reviewId }) => ({
    ...decidedBy(state, reviewId),
    status: 'rejected',
    pending: undefined,
  }),
  FilingCorrected: (state, { filing, outcome }) => ({
    ...registered(state),
    ...settled(filing),
    status: outcome === 'approve' ? 'approved' : 'rejected',
    supersession: undefined,
  }),

  FilingActivated: (state, { filing }) => ({ ...state, status: 'active', summary: filing }),
  FilingExpired: (state) => ended(state, 'expired'),
  ChangeRequested: (state, data, { revision }) => submitted(state, data, 'change', revision, data.changes),
  ExtensionRequested: (state, data, { revision }) => submitted(state, data, 'extension', revision),
  RequestResubmitted: (state, data, { revision }) =>
    submitted(state, data, data.subject, revision, data.changes),
  RequestWithdrawn: (state) => ({ ...state, pending: undefined }),
  RequestRejected: (state, { reviewId }) => ({ ...decidedBy(state, reviewId), pending: undefined }),
  FilingChanged: (state, { filing, reviewId, changes }) => ({
    ...registered(decidedBy(state, reviewId)),
    ...settled(filing),
    data: withChange(state.data, changes),
  }),
  FilingExtended: (state, { filing, reviewId }) => ({
    ...registered(decidedBy(state, reviewId)),
    ...settled(filing),
  }),
  FilingCancelled: (state) => registered(ended(state, 'cancelled')),
  FilingRevoked: (state) => registered(ended(state, 'revoked')),
  SupersessionScheduled: (state, { by, endsOn }) => ({ ...state, supersession: { by, endsOn } }),
  SupersessionLifted: (state) => ({ ...state, supersession: undefined }),
  FilingSuperseded: (state, { filing }) => ({
    ...registered(ended(state, 'superseded')),
    summary: filing,
    supersession: undefined,
  }),
  FilingSuspended: (state) => ({ ...state, suspended: true }),
  FilingResumed: (state) => ({ ...state, suspended: false }),
  ProofSupplied: (state, { filing }) => ({
    ...state,
    summary: filing,
    promised: state.promised && { ...state.promised, state: 'kept' },
  }),
  ProofOverdue: (state) => ({ ...state, promised: state.promised && { ...state.promised, overdue: true } }),
  CommitmentBreached: (state) => ({
    ...state,
    promised: state.promised && { ...state.promised, state: 'breached' },
  }),

  FilingDeemed: (state, { filing, applicant, eventSerialNumber }) => ({
    ...state,
    ...settled(filing),
    status: 'active',
    filingId: filing.filingId,
    insuredRegion: filing.insuredRegion,
    channel: 'hospital',
    personId: filing.personId,
    data: { applicant, kind: filing.kind, treatmentRegion: filing.treatmentRegion },
    deemedEvents: [eventSerialNumber],
  }),
  DeemedFilingUpdated: (state, { filing, eventSerialNumber }) => ({
    ...state,
    ...settled(filing),
    deemedEvents: [...state.deemedEvents, eventSerialNumber],
  }),
  DeemedFilingOverturned: (state, { eventSerialNumber }) => ({
    ...ended(state, 'revoked'),
    deemedEvents: [...state.deemedEvents, eventSerialNumber],
  }),
};

/** Proof that is handed in while the filing is in force changes nothing that a reviewer decides about. */
const contentChange = ({ status, pending, contentRevision }: Filing, revision: number): number =>
  status === 'draft' || status === 'returned' || pending ? revision : contentRevision;

function submitted(
  state: Filing,
  { filing, submission, promised }: Submission,
  subject: SubmissionSubject,
  contentRevision: number,
  changes: FilingChange = {},
): Filing {
  const pending: PendingSubmission = { submission, subject, filing, changes, promised };
  const summary = subject === 'new' ? filing : state.summary;
  return { ...state, submissions: submission, pending, summary, contentRevision };
}

const settled = (summary: FilingSummary) => ({ summary, pending: undefined });

const ended = (state: Filing, status: FilingStatus): Filing => ({
  ...state,
  status,
  pending: undefined,
  suspended: false,
});

const decidedBy = (state: Filing, reviewId: string): Filing => ({
  ...state,
  decidedReviews: [...state.decidedReviews, reviewId],
});

const open = (items: readonly string[], dueOn: string | undefined) => ({
  state: 'open' as const,
  items,
  dueOn,
  overdue: false,
});

/** What the national platform is to be told next. */
const registered = (state: Filing): Filing => ({ ...state, registration: state.registration + 1 });

/** The data of a filing after a granted change. */
export const withChange = (data: FilingData, change: FilingChange): FilingData =>
  applyPatch(data, {
    ...(change.treatmentRegion ? { treatmentRegion: change.treatmentRegion } : {}),
    ...(change.employerName ? { employer: { name: change.employerName } } : {}),
    ...(change.phone || change.address
      ? { applicant: { phone: change.phone, address: change.address } }
      : {}),
    ...(change.contactName || change.contactPhone
      ? { contact: { name: change.contactName, phone: change.contactPhone } }
      : {}),
  });
