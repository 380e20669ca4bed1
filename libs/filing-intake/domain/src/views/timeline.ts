import type { FilingSummary } from '@anjuan/contracts';
import type { Row } from '@anjuan/event-sourcing';
import type { FilingEvent, FilingEventData } from '../filing/filing-state';
import type { Submission } from '../filing/submission';

/** What the timeline of a case tells about each event besides who, when and since when; nothing personal but `note`. */
export const timelineFacts: { readonly [T in FilingEvent['type']]: (data: FilingEventData<T>) => Row } = {
  FilingDrafted: ({ channel, insuredRegion }) => ({ channel, insuredRegion }),
  DraftRevised: ({ changes }) => ({ fields: fieldsOf(changes) }),
  ApplicantIdentified: () => ({}),
  DraftDiscarded: () => ({}),
  NoticeAccepted: ({ version, digest }) => ({ version, digest }),
  EvidenceAttached: ({ evidence: { evidenceId, item, digest } }) => ({ evidenceId, item, digest }),
  EvidenceRemoved: ({ evidenceId, item, digest }) => ({ evidenceId, item, digest }),
  OriginalSeen: ({ item }) => ({ item }),
  LetterSigned: ({ version, digest, signature, signedOn }) => ({ version, digest, signature, signedOn }),
  FilingSubmitted: (data) => ({ subject: 'new', ...submissionFacts(data) }),
  SupplementAsked: ({ reviewId, submission, items, dueOn }) => ({ reviewId, submission, items, dueOn }),
  FilingResubmitted: (data) => ({ subject: 'new', ...submissionFacts(data) }),
  FilingWithdrawn: ({ submission }) => ({ submission }),
  ReviewDecisionRefused: ({ reviewId, submission, code }) => ({ reviewId, submission, code }),
  FilingApproved: ({ filing, reviewId, decidedBy, supersedes, promised, proofDue }) => ({
    ...period(filing),
    reviewId,
    decidedBy,
    supersedes,
    promised,
    proofDue,
  }),
  FilingRejected: ({ reviewId, decidedBy, reasonCode }) => ({ reviewId, decidedBy, reasonCode }),
  FilingCorrected: ({ outcome, reasonCode, reviewId }) => ({ outcome, reasonCode, reviewId }),
  FilingActivated: ({ filing }) => period(filing),
  FilingExpired: ({ filing }) => period(filing),
  ChangeRequested: ({ changes, ...data }) => ({
    subject: 'change',
    fields: Object.keys(changes),
    ...submissionFacts(data),
  }),
  ExtensionRequested: (data) => ({ subject: 'extension', ...submissionFacts(data) }),
  RequestResubmitted: ({ subject, ...data }) => ({ subject, ...submissionFacts(data) }),
  RequestWithdrawn: ({ submission, subject }) => ({ submission, subject }),
  RequestRejected: ({ subject, reviewId, decidedBy, reasonCode }) => ({
    subject,
    reviewId,
    decidedBy,
    reasonCode,
  }),
  FilingChanged: ({ filing, reviewId, decidedBy, changes }) => ({
    ...period(filing),
    treatmentRegion: filing.treatmentRegion,
    fields: Object.keys(changes),
    reviewId,
    decidedBy,
  }),
  FilingExtended: ({ filing, reviewId, decidedBy }) => ({ ...period(filing), reviewId, decidedBy }),
  FilingCancelled: ({ filing, reasonCode }) => ({ ...period(filing), reasonCode }),
  FilingRevoked: ({ reasonCode, note }) => ({ reasonCode, note }),
  SupersessionScheduled: ({ by, endsOn }) => ({ by, endsOn }),
  SupersessionLifted: ({ by }) => ({ by }),
  FilingSuperseded: ({ filing, by }) => ({ ...period(filing), by }),
  FilingSuspended: ({ cause }) => ({ cause }),
  FilingResumed: () => ({}),
  ProofSupplied: () => ({}),
  ProofOverdue: ({ dueOn }) => ({ dueOn }),
  CommitmentBreached: ({ reasonCode }) => ({ reasonCode }),
  FilingDeemed: ({ filing, serialNumber, eventSerialNumber, institutionCode }) => ({
    ...period(filing),
    serialNumber,
    eventSerialNumber,
    institutionCode,
  }),
  DeemedFilingUpdated: ({ filing, eventSerialNumber }) => ({ ...period(filing), eventSerialNumber }),
  DeemedFilingOverturned: ({ eventSerialNumber, treatAs }) => ({ eventSerialNumber, treatAs }),
};

const period = ({ startsOn, endsOn }: FilingSummary): Row => ({ startsOn, endsOn });

const submissionFacts = ({ filing, submission, completion, checks, policyDigest }: Submission): Row => ({
  ...period(filing),
  submission,
  completion,
  policyDigest,
  failed: checks.filter(({ outcome }) => outcome !== 'passed').map(({ code }) => code),
});

/** Names of the fields that a change of a draft touches: `applicant.phone`, `kind`. */
const fieldsOf = (changes: object, prefix = ''): string[] =>
  Object.entries(changes).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null ? fieldsOf(value, `${prefix}${name}.`) : [prefix + name],
  );
