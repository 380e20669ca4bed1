import type { FilingKindPolicy, FilingSummary } from '@anjuan/contracts';
import type { Decider } from '@anjuan/event-sourcing';
import { submissionRejections } from '../checks/submission-rejections';
import type { filingEvents } from '../filing/filing.events';
import { filingRejections } from '../filing/filing-rejections';
import { type Filing, type FilingCommand, isInForce } from '../filing/filing-state';
import type { FilingLookups, PolicyInForce } from '../filing/filing-surroundings';

/** The decision functions of a filing, by command. */
export type Decisions = Decider<Filing, FilingCommand, typeof filingEvents, FilingLookups>['decide'];

/** Some of the decisions; each file here holds those of one phase. */
export type DecisionsOn<T extends FilingCommand['type']> = Pick<Decisions, T>;

export function mustExist({ status }: Filing): void {
  if (status === 'absent') filingRejections.reject('filing.not-found');
}

/** The policy in force, or a rejection. */
export const mustHavePolicy = ({ policy }: FilingLookups): PolicyInForce =>
  policy ?? submissionRejections.reject('filing.no-policy');

/** The filing as it is in force, or a rejection. */
export function mustBeInForce(state: Filing): FilingSummary {
  mustExist(state);
  if (!isInForce(state) || !state.summary)
    return filingRejections.reject('filing.not-in-force', { status: state.status });
  return state.summary;
}

/** The policy of a kind that a filing was made under; it may be on offer no longer. */
export const mustHaveKind = ({ items }: PolicyInForce, code: string | undefined): FilingKindPolicy =>
  (code === undefined ? undefined : items.kinds[code]) ??
  submissionRejections.reject('filing.kind-not-offered');

/** Rejects a reason that the policy does not list. */
export function mustBeListed(reasons: readonly { readonly code: string }[], code: string): void {
  const listed = reasons.map((reason) => reason.code);
  if (!listed.includes(code)) submissionRejections.reject('filing.reason-not-listed', { listed });
}

/** Digests of the evidence at hand, for the record of what a decision saw. */
export const evidenceDigests = ({ evidence }: Filing): string[] => evidence.map(({ digest }) => digest);
