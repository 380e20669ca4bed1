import { releasePlace } from '../coverage/coverage';
import { filingRejections } from '../filing/filing-rejections';
import { type Filing, isInForce } from '../filing/filing-state';
import { type DecisionsOn, evidenceDigests, mustBeInForce, mustBeListed, mustHavePolicy } from './decisions';

/** A commitment letter stays open until the proof is there, the promise is broken, or the filing is revoked. */
export const promising: DecisionsOn<'SupplyProof' | 'RecordBreach' | 'RemindOfProof'> = {
  SupplyProof: (_, state) => {
    const filing = mustBeInForce(state);
    const there = new Set([...state.originalsSeen, ...state.evidence.map(({ item }) => item)]);
    const missing = openPromise(state).items.filter((item) => !there.has(item));
    if (missing.length > 0) filingRejections.reject('filing.proof-missing', { items: missing });
    return [{ type: 'ProofSupplied', data: { filing }, facets: { evidence: evidenceDigests(state) } }];
  },
  RecordBreach: ({ reasonCode }, state, around) => {
    const filing = mustBeInForce(state);
    openPromise(state);
    const policy = mustHavePolicy(around);
    mustBeListed(policy.items.revokeReasons, reasonCode);
    const facets = { policyDigest: policy.digest, reasonCode };
    return [
      { type: 'CommitmentBreached', data: { filing, reasonCode }, facets },
      { type: 'FilingRevoked', data: { filing, reasonCode }, facets },
      releasePlace(filing),
    ];
  },
  RemindOfProof: ({ filingId }, state, { today }) => {
    const { promised } = state;
    if (!isInForce(state) || promised?.state !== 'open' || promised.overdue) return [];
    if (promised.dueOn === undefined || today <= promised.dueOn) return [];
    return [{ type: 'ProofOverdue', data: { filingId, dueOn: promised.dueOn } }];
  },
};

const openPromise = ({ promised }: Filing) =>
  promised?.state === 'open' ? promised : filingRejections.reject('filing.no-open-letter');
