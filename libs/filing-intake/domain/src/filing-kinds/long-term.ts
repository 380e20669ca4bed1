import type { AutomaticCheck } from '@anjuan/contracts';
import { failed, notVerifiable, passed } from '../checks/check';
import type { KindBehaviour, ProofCase } from './kind-behaviour';

/** Retired and resettled people, long-term residents, stationed workers; locally also others who stay away for long. */
export const longTerm: KindBehaviour = {
  longTerm: true,
  submitted: true,
  asks: [],
  proofChecks: (proof) => {
    const { nationalKind } = proof.kind;
    if (nationalKind === 'RETIRED_RESETTLED') return [personTypeCheck(proof, 'proof.retired', ['12', '13'])];
    if (nationalKind === 'STATIONED_WORKER') return [personTypeCheck(proof, 'proof.employed', ['11'])];
    return [];
  },
};

/** The register's `psn_type` (11 working, 12 retired, 13 retired cadre) agrees with the kind. */
function personTypeCheck(
  { enrolment }: ProofCase,
  code: 'proof.retired' | 'proof.employed',
  types: readonly string[],
): AutomaticCheck {
  const type = enrolment?.personType;
  if (type === undefined) return notVerifiable(code);
  return types.includes(type.slice(0, 2)) ? passed(code) : failed(code);
}
