import { type FilingSummary, filingTopic } from '@anjuan/contracts';
import { type EventMeta, internal, publisher } from '@anjuan/event-sourcing';
import type { filingEvents, Submission, SubmissionSubject } from '@anjuan/filing-intake-domain';

type MessageType = keyof typeof filingTopic.messages;

const message = (type: MessageType, filing: FilingSummary, more: object = {}) => ({
  key: filing.filingId,
  type,
  data: { ...filing, ...more },
});

/** What a decision about a filing says; `more` is what only some messages carry. */
const decided =
  (type: MessageType) => (data: { filing: FilingSummary; reviewId?: string; reasonCode?: string }) =>
    message(type, data.filing, { reviewId: data.reviewId, reasonCode: data.reasonCode });

/** A submission as the reviewers need it; which levels the policy came from and what is promised stays inside. */
const submitted = (
  { filing, policyLevels: _levels, promised: _promised, ...terms }: Submission,
  subject: SubmissionSubject,
  { revision }: EventMeta,
) => {
  const { submission, channel, completion, separation, registrarId, policyDigest, checks, evidence } = terms;
  const { review, rejectReasons, correctionReasons, supplementItems } = terms;
  return message('FilingSubmitted', filing, {
    subject,
    revision,
    submission,
    channel,
    completion,
    separation,
    registrarId,
    policyDigest,
    checks,
    evidence,
    review,
    rejectReasons,
    correctionReasons,
    supplementItems,
  });
};

/** What other contexts hear of filings; the key is the filing's id, and nothing personal but `personId` goes along. */
export const filingPublisher = publisher<typeof filingEvents>(
  'filing',
  filingTopic.name,
)({
  FilingDrafted: internal,
  DraftRevised: internal,
  ApplicantIdentified: internal,
  DraftDiscarded: internal,
  NoticeAccepted: internal,
  EvidenceAttached: internal,
  EvidenceRemoved: internal,
  OriginalSeen: internal,
  LetterSigned: internal,
  FilingSubmitted: (data, meta) => submitted(data, 'new', meta),
  SupplementAsked: internal,
  FilingResubmitted: (data, meta) => submitted(data, 'new', meta),
  FilingWithdrawn: ({ filing, submission }) =>
    message('FilingWithdrawn', filing, { submission, subject: 'new' }),
  ReviewDecisionRefused: (data) => ({ key: data.filingId, type: 'ReviewDecisionRefused', data }),
  FilingApproved: decided('FilingApproved'),
  FilingRejected: decided('FilingRejected'),
  FilingCorrected: decided('FilingCorrected'),
  FilingActivated: decided('FilingActivated'),
  FilingExpired: decided('FilingExpired'),
  ChangeRequested: (data, meta) => submitted(data, 'change', meta),
  ExtensionRequested: (data, meta) => submitted(data, 'extension', meta),
  RequestResubmitted: (data, meta) => submitted(data, data.subject, meta),
  RequestWithdrawn: ({ filing, submission, subject }) =>
    message('FilingWithdrawn', filing, { submission, subject }),
  RequestRejected: internal,
  FilingChanged: decided('FilingChanged'),
  FilingExtended: decided('FilingExtended'),
  FilingCancelled: decided('FilingCancelled'),
  FilingRevoked: decided('FilingRevoked'),
  SupersessionScheduled: internal,
  SupersessionLifted: internal,
  FilingSuperseded: decided('FilingSuperseded'),
  FilingSuspended: decided('FilingSuspended'),
  FilingResumed: decided('FilingResumed'),
  ProofSupplied: ({ filing }) => message('FilingProofSettled', filing, { outcome: 'proof-supplied' }),
  ProofOverdue: internal,
  CommitmentBreached: ({ filing, reasonCode }) =>
    message('FilingProofSettled', filing, { outcome: 'breached', reasonCode }),
  FilingDeemed: decided('FilingDeemed'),
  DeemedFilingUpdated: decided('FilingChanged'),
  DeemedFilingOverturned: ({ filing, treatAs }) => message('FilingDeemedOverturned', filing, { treatAs }),
});
