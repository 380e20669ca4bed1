import { addDays } from '@anjuan/event-sourcing';
import { coverPlace, releasePlace } from '../coverage/coverage';
import { filingRejections } from '../filing/filing-rejections';
import { isInForce } from '../filing/filing-state';
import {
  type DecisionsOn,
  mustBeInForce,
  mustBeListed,
  mustExist,
  mustHaveKind,
  mustHavePolicy,
} from './decisions';
import { activatedWhenDue, collides, mustBeHeldLongEnough, supersedesOf } from './filing-rules';

/** A filing from its start to its end. Timers and processes may come twice or late: then nothing happens. */
export const living: DecisionsOn<
  | 'ActivateFiling'
  | 'ExpireFiling'
  | 'CancelFiling'
  | 'RevokeFiling'
  | 'ReinstateFiling'
  | 'SupersedeFiling'
  | 'LiftSupersession'
  | 'SuspendFiling'
  | 'ResumeFiling'
> = {
  ActivateFiling: (_, { status, summary }, { today }) =>
    status === 'approved' && summary ? activatedWhenDue(summary, today) : [],
  ExpireFiling: (_, state, { today }) => {
    const { summary } = state;
    if (!isInForce(state) || summary?.endsOn === undefined || summary.endsOn >= today) return [];
    const facets = { effectiveOn: addDays(summary.endsOn, 1) };
    return [{ type: 'FilingExpired', data: { filing: summary }, facets }, releasePlace(summary)];
  },
  CancelFiling: ({ reasonCode }, state, around) => {
    const filing = mustBeInForce(state);
    if (state.pending) filingRejections.reject('filing.request-pending', { subject: state.pending.subject });
    const policy = mustHavePolicy(around);
    mustBeListed(policy.items.cancelReasons, reasonCode);
    mustBeHeldLongEnough(filing, mustHaveKind(policy, filing.kind), around.today);
    const ended = { ...filing, endsOn: around.today };
    const facets = { policyDigest: policy.digest, reasonCode };
    return [{ type: 'FilingCancelled', data: { filing: ended, reasonCode }, facets }, releasePlace(filing)];
  },
  RevokeFiling: ({ reasonCode, note }, state, around) => {
    const filing = state.status === 'expired' && state.summary ? state.summary : mustBeInForce(state);
    const policy = mustHavePolicy(around);
    mustBeListed(policy.items.revokeReasons, reasonCode);
    const facets = { policyDigest: policy.digest, reasonCode };
    return [{ type: 'FilingRevoked', data: { filing, reasonCode, note }, facets }, releasePlace(filing)];
  },
  ReinstateFiling: ({ reasonCode }, state, around) => {
    mustExist(state);
    const { status, summary } = state;
    if ((status !== 'revoked' && status !== 'cancelled') || !summary || state.deemedEvents.length > 0)
      return filingRejections.reject('filing.nothing-to-reinstate', { status });
    const policy = mustHavePolicy(around);
    mustBeListed(policy.items.correctionReasons, reasonCode);
    if (collides(summary, around)) filingRejections.reject('filing.place-taken');
    const supersedes = supersedesOf(summary, around);
    return [
      {
        type: 'FilingCorrected',
        data: { filing: summary, outcome: 'approve', reasonCode, supersedes },
        facets: { policyDigest: policy.digest, reasonCode },
      },
      coverPlace(summary),
      ...activatedWhenDue(summary, around.today),
    ];
  },
  SupersedeFiling: ({ filingId, by, endsOn }, state, { today }) => {
    const { summary } = state;
    if (!isInForce(state) || !summary || filingId === by) return [];
    const filing = { ...summary, endsOn };
    if (endsOn < today) {
      const facets = { effectiveOn: addDays(endsOn, 1) };
      return [{ type: 'FilingSuperseded', data: { filing, by }, facets }, releasePlace(filing)];
    }
    if (state.supersession?.by === by) return [];
    return [{ type: 'SupersessionScheduled', data: { filingId, by, endsOn } }, coverPlace(filing)];
  },
  LiftSupersession: ({ filingId, by }, state) => {
    if (!isInForce(state) || state.supersession?.by !== by || !state.summary) return [];
    return [{ type: 'SupersessionLifted', data: { filingId, by } }, coverPlace(state.summary)];
  },
  SuspendFiling: ({ cause }, state) => {
    if (!isInForce(state) || state.suspended || !state.summary) return [];
    return [{ type: 'FilingSuspended', data: { filing: state.summary, cause } }];
  },
  ResumeFiling: (_, state) => {
    if (!isInForce(state) || !state.suspended || !state.summary) return [];
    return [{ type: 'FilingResumed', data: { filing: state.summary } }];
  },
};
