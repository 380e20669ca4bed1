import type { AutomaticCheck, FilingKindPolicy, PolicyItems } from '@anjuan/contracts';
import type { AskedSection, CompleteFiling } from '../filing/complete-filing';
import type { Enrolment } from '../person/enrolment';

/** What a behaviour looks at when a filing is submitted. */
export interface ProofCase {
  readonly filing: CompleteFiling;
  readonly kind: FilingKindPolicy;
  readonly policy: PolicyItems;
  /** The enrolment the filing rests on, where the register knows it. */
  readonly enrolment?: Enrolment;
  readonly today: string;
}

/**
 * What a kind of filing does beyond its policy data. The set of behaviours is closed: a new local kind is policy data,
 * a new behaviour is one file here and its line in `kinds.ts`.
 */
export interface KindBehaviour {
  /** Takes the person's one long-term place. */
  readonly longTerm: boolean;
  /** Comes as a form to be submitted; a deemed filing comes from a settlement instead. */
  readonly submitted: boolean;
  /** Sections that this behaviour makes compulsory. */
  readonly asks: readonly AskedSection[];
  /** Checks of the proof that only this behaviour asks for; a hard one rejects. */
  readonly proofChecks: (proof: ProofCase) => readonly AutomaticCheck[];
}
