import type { FilingKindPolicy } from '@anjuan/contracts';
import { elsewhere } from '@anjuan/event-sourcing';
import { isManualOnly, periodOf } from '../checks/date-checks';
import { promisedItems } from '../checks/paper-checks';
import type { SubmissionCase } from '../checks/submission-case';
import { submissionChecks } from '../checks/submission-checks';
import { submissionRejections } from '../checks/submission-rejections';
import { releasePlace, requestPlace } from '../coverage/coverage';
import { type CompleteFiling, readComplete } from '../filing/complete-filing';
import { filingNumber } from '../filing/filing-number';
import { filingRejections } from '../filing/filing-rejections';
import type { Filing, FilingEventData } from '../filing/filing-state';
import type { FilingSurroundings } from '../filing/filing-surroundings';
import { askedSections, behaviourOf, offeredKind } from '../filing-kinds/kinds';
import { personRejections } from '../person/person-rejections';
import { type DecisionsOn, mustExist, mustHavePolicy } from './decisions';
import { resubmittedRequest } from './requesting';
import { facetsOf, termsOf } from './submission-terms';

/** Submitting a filing, again after a supplement, and taking it back. */
export const submitting: DecisionsOn<'SubmitFiling' | 'ResubmitFiling' | 'WithdrawFiling'> = {
  SubmitFiling: (_, state, around) => {
    mustExist(state);
    if (state.status !== 'draft') filingRejections.reject('filing.not-editable', { status: state.status });
    return submitted(state, around);
  },
  ResubmitFiling: (_, state, around) => {
    mustExist(state);
    if (state.pending?.returned === undefined) return filingRejections.reject('filing.not-returned');
    if (state.status !== 'returned') return resubmittedRequest(state, state.pending, around);
    const data = submissionOf(state, around);
    return [{ type: 'FilingResubmitted', data, facets: facetsOf(data) }, requestPlace(data.filing)];
  },
  WithdrawFiling: (_, state) => {
    mustExist(state);
    const { pending, summary } = state;
    if (!pending || !summary) return filingRejections.reject('filing.not-under-review');
    const { submission, subject } = pending;
    if (subject !== 'new')
      return [{ type: 'RequestWithdrawn', data: { filing: summary, submission, subject } }];
    return [{ type: 'FilingWithdrawn', data: { filing: summary, submission } }, releasePlace(summary)];
  },
};

/** A first submission: with it the filing gets its number and asks for its place. */
export function submitted(state: Filing, around: FilingSurroundings) {
  const data = submissionOf(state, around);
  const { filingId, filingNumber: number = '' } = data.filing;
  return [
    { type: 'FilingSubmitted' as const, data, facets: facetsOf(data) },
    elsewhere(filingNumber.category, number, { type: 'FilingNumberAssigned', data: { filingId } }),
    requestPlace(data.filing),
  ];
}

/** Runs the automatic checks and puts together what goes to the reviewers. */
export function submissionOf(state: Filing, around: FilingSurroundings): FilingEventData<'FilingSubmitted'> {
  const submission = submissionCase(state, around);
  const { filing, kind, policy } = submission;
  const period = periodOf(kind, filing);
  const checks = submissionChecks(submission, period);
  const promised = promisedItems(state, kind);
  const summary = {
    ...identityOf(state, around),
    ...period,
    insuredRegion: state.insuredRegion,
    treatmentRegion: filing.treatmentRegion,
    insuranceType: filing.insuranceType,
    kind: kind.code,
    nationalKind: kind.nationalKind,
    behaviour: kind.behaviour,
    byLetter: promised.length > 0,
    manualOnly: isManualOnly(filing),
  };
  const { name, idNumber } = filing.applicant;
  return {
    ...termsOf(state, summary, kind, policy, checks, around),
    promised: [...promised],
    applicant: { name, idNumber },
  };
}

/** A draft as the checks see it; rejects what is not complete or not on offer. */
export function submissionCase(state: Filing, around: FilingSurroundings): SubmissionCase {
  const policy = mustHavePolicy(around);
  const kind = offeredKind(policy.items, state.data.kind);
  if (!kind || !behaviourOf(kind).submitted) {
    if (state.data.kind === undefined) incomplete([{ path: 'kind', problem: 'missing' }]);
    return submissionRejections.reject('filing.kind-not-offered', { offered: policy.items.offeredKinds });
  }
  return { state, filing: completed(state, kind), kind, policy, around };
}

function completed(state: Filing, kind: FilingKindPolicy): CompleteFiling {
  const read = readComplete(state.data, askedSections(kind, state.data));
  return 'filing' in read ? read.filing : incomplete(read.problems.map((problem) => ({ ...problem })));
}

const incomplete = (fields: { path: string; problem: string }[]): never =>
  submissionRejections.reject('filing.incomplete', { fields });

/** The ids of the filing; a document that led to somebody else meanwhile belongs to a person who was erased. */
function identityOf(
  { filingId, personId, summary }: Filing,
  { identity, filingNumber: fresh }: FilingSurroundings,
) {
  if (personId === undefined || identity?.claim.personId !== personId)
    return personRejections.reject('person.erased');
  const number = summary?.filingNumber ?? fresh;
  if (number === undefined) throw new Error('a submission needs a filing number');
  return { filingId, filingNumber: number, personId };
}
