import type { FilingKindPolicy } from '@anjuan/contracts';
import type { CompleteFiling } from '../filing/complete-filing';
import type { Filing } from '../filing/filing-state';
import type { FilingSurroundings, PolicyInForce } from '../filing/filing-surroundings';

/** What the automatic checks look at: the filing as filled in, its kind, the policy and the surroundings. */
export interface SubmissionCase {
  readonly state: Filing;
  readonly filing: CompleteFiling;
  readonly kind: FilingKindPolicy;
  readonly policy: PolicyInForce;
  readonly around: FilingSurroundings;
}
