import { addWorkingDays } from '@anjuan/contracts';
import type { z } from 'zod';
import { enrolmentOf } from '../checks/person-checks';
import { coverPlace, releasePlace } from '../coverage/coverage';
import type { filingCommands } from '../filing/filing.commands';
import { type Filing, isInForce, type PendingSubmission } from '../filing/filing-state';
import type { FilingSurroundings } from '../filing/filing-surroundings';
import { isNormalOn } from '../person/enrolment';
import { type DecisionsOn, evidenceDigests, mustExist } from './decisions';
import { activatedWhenDue, collides, supersedesOf } from './filing-rules';

type Decision = z.output<(typeof filingCommands)['ApproveFiling']>;

/** Why a review's decision could not be carried out; recorded and told to the reviewers. */
export type DecisionRefusal =
  | 'filing.withdrawn'
  | 'filing.not-under-review'
  | 'filing.changed-since-review'
  | 'filing.person-erased'
  | 'filing.enrolment-not-normal'
  | 'filing.conflicts-with-other'
  | 'filing.not-correctable';

/** What reviews decide. A decision that comes too late is refused by an event, since nobody waits for an answer. */
export const reviewed: DecisionsOn<
  'ReturnForSupplement' | 'ApproveFiling' | 'RejectFiling' | 'CorrectFiling'
> = {
  ReturnForSupplement: ({ filingId, reviewId, submission, items, dueOn }, state) => {
    mustExist(state);
    const code = mismatch(state, submission);
    if (code) return [refused({ filingId, reviewId, submission }, code)];
    if (state.pending?.returned) return [];
    return [{ type: 'SupplementAsked', data: { filingId, reviewId, submission, items, dueOn } }];
  },
  ApproveFiling: (decision, state, around) => {
    mustExist(state);
    if (state.decidedReviews.includes(decision.reviewId)) return [];
    const { pending } = state;
    const code =
      mismatch(state, decision.submission) ?? seenBefore(state, decision) ?? conflict(state, around);
    if (code || !pending) return [refused(decision, code ?? 'filing.not-under-review')];
    return approved(decision, pending, state, around);
  },
  RejectFiling: ({ reasonCode, ...decision }, state) => {
    mustExist(state);
    if (state.decidedReviews.includes(decision.reviewId)) return [];
    const { pending, summary } = state;
    const code = mismatch(state, decision.submission) ?? seenBefore(state, decision);
    if (code || !pending || !summary) return [refused(decision, code ?? 'filing.not-under-review')];
    const { reviewId, submission, decidedBy } = decision;
    const data = { filing: summary, reviewId, submission, decidedBy, reasonCode };
    const facets = { ...facetsOf(decision, state), reasonCode };
    if (pending.subject !== 'new')
      return [{ type: 'RequestRejected', data: { ...data, subject: pending.subject }, facets }];
    return [{ type: 'FilingRejected', data, facets }, releasePlace(summary)];
  },
  CorrectFiling: ({ outcome, reasonCode, ...decision }, state, around) => {
    mustExist(state);
    const { summary } = state;
    const wasRejected = state.status === 'rejected';
    const correctable = outcome === 'approve' ? wasRejected : isInForce(state) || state.status === 'expired';
    const blocked = outcome === 'approve' ? conflict(state, around) : undefined;
    if (!summary || !correctable || blocked) return [refused(decision, blocked ?? 'filing.not-correctable')];
    const { reviewId } = decision;
    const supersedes = outcome === 'approve' ? supersedesOf(summary, around) : [];
    return [
      {
        type: 'FilingCorrected',
        data: { filing: summary, outcome, reasonCode, reviewId, supersedes },
        facets: { ...facetsOf(decision, state), reasonCode },
      },
      ...(outcome === 'approve'
        ? [coverPlace(summary), ...activatedWhenDue(summary, around.today)]
        : [releasePlace(summary)]),
    ];
  },
};

function approved(decision: Decision, pending: PendingSubmission, state: Filing, around: FilingSurroundings) {
  const { filing, subject, changes, promised } = pending;
  const { reviewId, submission, decidedBy } = decision;
  const facets = facetsOf(decision, state);
  const data = { filing, reviewId, submission, decidedBy };
  if (subject === 'extension') return [{ type: 'FilingExtended' as const, data, facets }, coverPlace(filing)];
  if (subject !== 'new')
    return [{ type: 'FilingChanged' as const, data: { ...data, changes }, facets }, coverPlace(filing)];
  const supersedes = supersedesOf(filing, around);
  const terms = { supersedes, promised: [...promised], proofDue: proofDue(promised, around) };
  return [
    { type: 'FilingApproved' as const, data: { ...data, ...terms }, facets },
    coverPlace(filing),
    ...activatedWhenDue(filing, around.today),
  ];
}

/** The submission that the decision is about is no longer the one under review. */
function mismatch({ status, pending }: Filing, submission: number): DecisionRefusal | undefined {
  if (status === 'withdrawn') return 'filing.withdrawn';
  return pending?.submission === submission ? undefined : 'filing.not-under-review';
}

/** Something changed that the reviewer did not see. */
const seenBefore = (
  { contentRevision, pending }: Filing,
  { filingRevision }: Pick<Decision, 'filingRevision'>,
): DecisionRefusal | undefined =>
  filingRevision < contentRevision || pending?.returned ? 'filing.changed-since-review' : undefined;

/** What may have come up since the submission; a decision checks it again. */
function conflict(state: Filing, around: FilingSurroundings): DecisionRefusal | undefined {
  const { person, today } = around;
  const filing = state.pending?.filing ?? state.summary;
  if (!filing) return undefined;
  if (person.status === 'erased') return 'filing.person-erased';
  const enrolment = enrolmentOf(person.enrolments, filing.insuredRegion, filing.insuranceType);
  if (enrolment && !isNormalOn(enrolment, today)) return 'filing.enrolment-not-normal';
  return collides(filing, around) ? 'filing.conflicts-with-other' : undefined;
}

function proofDue(promised: readonly string[], { policy, calendar, today }: FilingSurroundings) {
  const days = policy?.items.letter.proofWorkingDays ?? null;
  if (promised.length === 0 || days === null) return undefined;
  const { skipped, makeUp, unpublishedYears, ...derivation } = addWorkingDays(calendar, today, days);
  return {
    ...derivation,
    skipped: skipped.map((day) => ({ ...day })),
    makeUp: [...makeUp],
    unpublishedYears: [...unpublishedYears],
  };
}

const facetsOf = ({ policyDigest }: Pick<Decision, 'policyDigest'>, state: Filing) => ({
  policyDigest,
  evidence: evidenceDigests(state),
});

const refused = (
  { filingId, reviewId, submission }: Pick<Decision, 'filingId' | 'reviewId' | 'submission'>,
  code: DecisionRefusal,
) => ({ type: 'ReviewDecisionRefused' as const, data: { filingId, reviewId, submission, code } });
