import {
  type AutomaticCheck,
  completionOf,
  type FilingKindPolicy,
  type FilingSummary,
} from '@anjuan/contracts';
import { supplementItems } from '../checks/paper-checks';
import type { Filing } from '../filing/filing-state';
import type { FilingSurroundings, PolicyInForce } from '../filing/filing-surroundings';
import type { Submission } from '../filing/submission';
import { evidenceDigests } from './decisions';

/** What a review needs besides the filing itself: who completes it by when, and what may be cited. */
export function termsOf(
  state: Filing,
  filing: FilingSummary,
  kind: FilingKindPolicy,
  { items, digest, levels }: PolicyInForce,
  checks: readonly AutomaticCheck[],
  { actor }: FilingSurroundings,
): Submission {
  const byPolicy = completionOf(kind, state.channel, filing.byLetter);
  const clean = checks.every(({ outcome }) => outcome === 'passed');
  return {
    filing,
    submission: state.submissions + 1,
    channel: state.channel,
    // What the checks could not confirm is never completed without a person looking at it.
    completion: byPolicy === 'automatic' && !clean ? 'one-reviewer' : byPolicy,
    separation: kind.separation,
    registrarId: actor.accountId,
    policyDigest: digest,
    policyLevels: levels.map((level) => ({ ...level })),
    checks: [...checks],
    evidence: evidenceDigests(state),
    promised: [],
    review: items.review,
    rejectReasons: items.rejectReasons.map(({ code }) => code),
    correctionReasons: items.correctionReasons.map(({ code }) => code),
    supplementItems: supplementItems(kind).map(({ code }) => code),
  };
}

/** What the record of a submission says about what it saw. */
export const facetsOf = ({ policyDigest, evidence }: Submission) => ({ policyDigest, evidence });
