import { channelSchema, type FilingKindPolicy, type FilingSummary } from '@anjuan/contracts';
import { addMonths } from '@anjuan/event-sourcing';
import { coverageChecks } from '../checks/coverage-checks';
import { placeChecks } from '../checks/place-checks';
import { submissionRejections } from '../checks/submission-rejections';
import { others } from '../coverage/coverage';
import type { FilingChange } from '../filing/filing-data';
import { withChange } from '../filing/filing-history';
import { changesOf } from '../filing/filing-patch';
import { filingRejections } from '../filing/filing-rejections';
import type { Filing, PendingSubmission } from '../filing/filing-state';
import type { FilingSurroundings, PolicyInForce } from '../filing/filing-surroundings';
import { behaviourOf } from '../filing-kinds/kinds';
import { type DecisionsOn, mustBeInForce, mustHaveKind, mustHavePolicy } from './decisions';
import { mustBeHeldLongEnough } from './filing-rules';
import { facetsOf, termsOf } from './submission-terms';

/** Requests about a filing that stays in force while they are reviewed. */
export const requesting: DecisionsOn<'RequestChange' | 'RequestExtension'> = {
  RequestChange: ({ changes }, state, around) => {
    const { kind, policy } = mustBeOpenToRequests(state, around);
    if (!changesSomething(state, changes)) filingRejections.reject('filing.nothing-changed');
    const filing = changedFiling(state, changes, kind, around.today);
    const data = requestOf(state, filing, kind, policy, around);
    return [{ type: 'ChangeRequested', data: { ...data, changes }, facets: facetsOf(data) }];
  },
  RequestExtension: ({ endsOn }, state, around) => {
    const { kind, policy } = mustBeOpenToRequests(state, around);
    const filing = extendedFiling(mustBeInForce(state), kind, endsOn);
    const data = requestOf(state, filing, kind, policy, around);
    return [{ type: 'ExtensionRequested', data, facets: facetsOf(data) }];
  },
};

/** A request that came back for a supplement, submitted again as it was. */
export function resubmittedRequest(state: Filing, pending: PendingSubmission, around: FilingSurroundings) {
  const policy = mustHavePolicy(around);
  const kind = mustHaveKind(policy, pending.filing.kind);
  const data = requestOf(state, pending.filing, kind, policy, around);
  const { changes, subject } = pending;
  return [
    { type: 'RequestResubmitted' as const, data: { ...data, changes, subject }, facets: facetsOf(data) },
  ];
}

function mustBeOpenToRequests(state: Filing, around: FilingSurroundings) {
  const { kind: code } = mustBeInForce(state);
  if (state.pending) filingRejections.reject('filing.request-pending', { subject: state.pending.subject });
  const policy = mustHavePolicy(around);
  const kind = mustHaveKind(policy, code);
  if (!behaviourOf(kind).submitted) submissionRejections.reject('filing.kind-not-offered');
  return { kind, policy };
}

const changesSomething = (state: Filing, changes: FilingChange): boolean =>
  Object.keys(changesOf(state.data, withChange(state.data, changes))).length > 0;

function changedFiling(
  state: Filing,
  changes: FilingChange,
  kind: FilingKindPolicy,
  today: string,
): FilingSummary {
  const filing = mustBeInForce(state);
  const { treatmentRegion = filing.treatmentRegion } = changes;
  if (treatmentRegion !== filing.treatmentRegion) mustBeHeldLongEnough(filing, kind, today);
  return { ...filing, treatmentRegion };
}

function extendedFiling(
  filing: FilingSummary,
  { extension, validity }: FilingKindPolicy,
  wished: string | undefined,
): FilingSummary {
  if (!extension.allowed || filing.endsOn === undefined || validity.rule === 'open-ended')
    return filingRejections.reject('filing.extension-not-accepted');
  const months = extension.months ?? (validity.rule === 'months' ? validity.months : validity.maxMonths);
  const latest = addMonths(filing.endsOn, months);
  const endsOn = wished ?? latest;
  if (endsOn <= filing.endsOn || endsOn > latest)
    submissionRejections.reject('filing.validity-out-of-range', { earliest: filing.endsOn, latest });
  return { ...filing, endsOn };
}

/** The request as a submission: place and coverage are checked as for a new filing. */
function requestOf(
  state: Filing,
  filing: FilingSummary,
  kind: FilingKindPolicy,
  policy: PolicyInForce,
  around: FilingSurroundings,
) {
  const { treatmentRegion: rule, overlap } = policy.items;
  const rest = others(around.coverage, state.filingId);
  const checks = [
    ...placeChecks(around.areas, filing.insuredRegion, filing.treatmentRegion, rule),
    ...coverageChecks(filing, rest, { ...overlap, newLongTermEndsOld: false }, around.areas),
  ];
  const channel = channelSchema.safeParse(around.channel).data ?? state.channel;
  return termsOf({ ...state, channel }, filing, kind, policy, checks, around);
}
