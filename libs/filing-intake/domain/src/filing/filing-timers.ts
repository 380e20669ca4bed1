import type { FilingSummary } from '@anjuan/contracts';
import {
  addDays,
  cancelTimer,
  noTimer,
  setTimer,
  startOfChinaDay,
  type TimerChange,
  timers,
} from '@anjuan/event-sourcing';
import type { filingEvents } from './filing.events';

const activate = ({ filingId, startsOn }: FilingSummary): TimerChange =>
  setTimer(`activate-${filingId}`, startOfChinaDay(startsOn), { type: 'ActivateFiling', data: { filingId } });

/** The last day is still covered; the filing expires as the next begins. */
const expire = ({ filingId, endsOn }: FilingSummary): TimerChange =>
  endsOn === undefined
    ? cancelTimer(`expire-${filingId}`)
    : setTimer(`expire-${filingId}`, startOfChinaDay(addDays(endsOn, 1)), {
        type: 'ExpireFiling',
        data: { filingId },
      });

const supersede = (filingId: string, by: string, endsOn: string): TimerChange =>
  setTimer(`supersede-${filingId}`, startOfChinaDay(addDays(endsOn, 1)), {
    type: 'SupersedeFiling',
    data: { filingId, by, endsOn },
  });

const remind = (filingId: string, dueOn: string | undefined): TimerChange[] =>
  dueOn === undefined
    ? []
    : [
        setTimer(`proof-${filingId}`, startOfChinaDay(addDays(dueOn, 1)), {
          type: 'RemindOfProof',
          data: { filingId },
        }),
      ];

/** Nothing is due any more. */
const over = ({ filing: { filingId } }: { filing: FilingSummary }): readonly TimerChange[] =>
  ['activate', 'expire', 'supersede', 'proof'].map((name) => cancelTimer(`${name}-${filingId}`));

/** What is due by itself: activation, expiry, a scheduled supersession, the look after a promised proof. */
export const filingTimers = timers<typeof filingEvents>(
  'filing-timers',
  'filing',
)({
  FilingDrafted: noTimer,
  DraftRevised: noTimer,
  ApplicantIdentified: noTimer,
  DraftDiscarded: noTimer,
  NoticeAccepted: noTimer,
  EvidenceAttached: noTimer,
  EvidenceRemoved: noTimer,
  OriginalSeen: noTimer,
  LetterSigned: noTimer,
  FilingSubmitted: noTimer,
  SupplementAsked: noTimer,
  FilingResubmitted: noTimer,
  FilingWithdrawn: noTimer,
  ReviewDecisionRefused: noTimer,
  FilingApproved: ({ filing, proofDue }) => [
    activate(filing),
    expire(filing),
    ...remind(filing.filingId, proofDue?.due),
  ],
  FilingRejected: noTimer,
  FilingCorrected: ({ filing, outcome }) =>
    outcome === 'approve' ? [activate(filing), expire(filing)] : over({ filing }),
  FilingActivated: ({ filing: { filingId } }) => [cancelTimer(`activate-${filingId}`)],
  FilingExpired: over,
  ChangeRequested: noTimer,
  ExtensionRequested: noTimer,
  RequestResubmitted: noTimer,
  RequestWithdrawn: noTimer,
  RequestRejected: noTimer,
  FilingChanged: ({ filing }) => [expire(filing)],
  FilingExtended: ({ filing }) => [expire(filing)],
  FilingCancelled: over,
  FilingRevoked: over,
  SupersessionScheduled: ({ filingId, by, endsOn }) => [supersede(filingId, by, endsOn)],
  SupersessionLifted: ({ filingId }) => [cancelTimer(`supersede-${filingId}`)],
  FilingSuperseded: over,
  FilingSuspended: noTimer,
  FilingResumed: noTimer,
  ProofSupplied: ({ filing: { filingId } }) => [cancelTimer(`proof-${filingId}`)],
  ProofOverdue: ({ filingId }) => [cancelTimer(`proof-${filingId}`)],
  CommitmentBreached: ({ filing: { filingId } }) => [cancelTimer(`proof-${filingId}`)],
  FilingDeemed: ({ filing }) => [expire(filing)],
  DeemedFilingUpdated: ({ filing }) => [expire(filing)],
  DeemedFilingOverturned: over,
});
