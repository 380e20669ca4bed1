import { dossierTopic } from '@anjuan/contracts';
import { type EventDefinitions, internal, type Publication, publisher } from '@anjuan/event-sourcing';
import type { FilingEventData, filingEvents, insuredPersonEvents } from '@anjuan/filing-intake-domain';

const named = ({
  filing: { filingId, personId },
  applicant,
}: FilingEventData<'FilingSubmitted'>): Publication => ({
  key: filingId,
  type: 'ApplicantNamed',
  data: { filingId, personId, name: applicant.name, idNumber: applicant.idNumber },
});

const onDossier = <D extends EventDefinitions>(category: string) =>
  publisher<D>(category, dossierTopic.name, { guarded: true });

/** Names for lists inside the office, given with each submission. */
export const dossierPublisher = onDossier<typeof filingEvents>('filing')({
  FilingDrafted: internal,
  DraftRevised: internal,
  ApplicantIdentified: internal,
  DraftDiscarded: internal,
  NoticeAccepted: internal,
  EvidenceAttached: internal,
  EvidenceRemoved: internal,
  OriginalSeen: internal,
  LetterSigned: internal,
  FilingSubmitted: named,
  SupplementAsked: internal,
  FilingResubmitted: named,
  FilingWithdrawn: internal,
  ReviewDecisionRefused: internal,
  FilingApproved: internal,
  FilingRejected: internal,
  FilingCorrected: internal,
  FilingActivated: internal,
  FilingExpired: internal,
  ChangeRequested: internal,
  ExtensionRequested: internal,
  RequestResubmitted: internal,
  RequestWithdrawn: internal,
  RequestRejected: internal,
  FilingChanged: internal,
  FilingExtended: internal,
  FilingCancelled: internal,
  FilingRevoked: internal,
  SupersessionScheduled: internal,
  SupersessionLifted: internal,
  FilingSuperseded: internal,
  FilingSuspended: internal,
  FilingResumed: internal,
  ProofSupplied: internal,
  ProofOverdue: internal,
  CommitmentBreached: internal,
  FilingDeemed: internal,
  DeemedFilingUpdated: internal,
  DeemedFilingOverturned: internal,
});

/** Tells the same lists to forget a person. */
export const erasurePublisher = onDossier<typeof insuredPersonEvents>('insuredPerson')({
  PersonRegistered: internal,
  PersonDetailsChanged: internal,
  EnrolmentImported: internal,
  PersonErased: ({ personId }) => ({ key: personId, type: 'ApplicantErased', data: { personId } }),
});
