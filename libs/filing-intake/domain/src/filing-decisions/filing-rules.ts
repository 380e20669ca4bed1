import type { FilingKindPolicy, FilingSummary } from '@anjuan/contracts';
import { addMonths, Rejected } from '@anjuan/event-sourcing';
import { coverageChecks, supersededBy } from '../checks/coverage-checks';
import { others } from '../coverage/coverage';
import { filingRejections } from '../filing/filing-rejections';
import type { FilingSurroundings } from '../filing/filing-surroundings';

/** In force from its start; at once when that day is today or past. */
export const activatedWhenDue = (filing: FilingSummary, today: string) =>
  filing.startsOn <= today
    ? [{ type: 'FilingActivated' as const, data: { filing }, facets: { effectiveOn: filing.startsOn } }]
    : [];

/** A region may ask that a filing be held for some months before place or existence change. */
export function mustBeHeldLongEnough(
  { startsOn }: FilingSummary,
  { minimumHoldingMonths }: FilingKindPolicy,
  today: string,
): void {
  const earliest = addMonths(startsOn, minimumHoldingMonths);
  if (startsOn <= today && today < earliest) filingRejections.reject('filing.held-too-short', { earliest });
}

/** Another filing got the place meanwhile; one that only waits for its own review does not stand in the way. */
export function collides(filing: FilingSummary, { coverage, policy, areas }: FilingSurroundings): boolean {
  if (!policy) return false;
  const covered = others(coverage, filing.filingId).filter(({ state }) => state === 'covered');
  try {
    coverageChecks(filing, covered, policy.items.overlap, areas);
    return false;
  } catch (error) {
    if (error instanceof Rejected) return true;
    throw error;
  }
}

/** The long-term filings that this one ends. */
export const supersedesOf = (filing: FilingSummary, { coverage, policy }: FilingSurroundings): string[] =>
  policy ? [...supersededBy(filing, others(coverage, filing.filingId), policy.items.overlap)] : [];
