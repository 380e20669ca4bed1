import type { AreaTree, PolicyItems, ResolvedPolicy, WorkCalendar } from '@anjuan/contracts';
import type { Surroundings } from '@anjuan/event-sourcing';
import type { Coverage } from '../coverage/coverage';
import type { ClaimableIdentity } from '../person/identity';
import type { InsuredPerson } from '../person/insured-person';

/** The policy of the insured region on the day of the decision, and the digests that are recorded with it. */
export interface PolicyInForce {
  readonly items: PolicyItems;
  /** Digest of the resolved policy. */
  readonly digest: string;
  readonly levels: ResolvedPolicy['levels'];
  readonly noticeDigest: string;
  readonly letterDigest: string;
}

/** What a filing's decisions look up besides their own stream. */
export interface FilingLookups {
  /** Undefined when nothing is published for the insured region. */
  readonly policy?: PolicyInForce;
  readonly areas: AreaTree;
  readonly calendar: WorkCalendar;
  /** What the person's filings of this insurance type cover. */
  readonly coverage: Coverage;
  /** The person as the register knows them. */
  readonly person: InsuredPerson;
  /** The applicant's document as it is after the command, when its number is valid. */
  readonly identity?: ClaimableIdentity;
  /** A filing number that no other filing holds; looked up for a submission. */
  readonly filingNumber?: string;
}

export type FilingSurroundings = Surroundings<FilingLookups>;
