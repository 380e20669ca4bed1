import type { AreaTree, AutomaticCheck, PolicyItems } from '@anjuan/contracts';
import { type CoveredPlace, overlap, type Period } from '../coverage/coverage';
import { behaviours } from '../filing-kinds/kinds';
import { failed, passed } from './check';
import { samePlace } from './place-checks';
import { submissionRejections } from './submission-rejections';

/** A filing as the rules across a person's filings see it. */
export interface PlaceAsked extends Period {
  readonly behaviour: CoveredPlace['behaviour'];
  readonly treatmentRegion: string;
}

const isLongTerm = ({ behaviour }: Pick<CoveredPlace, 'behaviour'>): boolean =>
  behaviours[behaviour].longTerm;

/**
 * Rules across a person's filings of one insurance type (no source fixes them; the policy does): the same place and
 * days twice is a duplicate; one long-term place; a temporary filing or a referral may stand beside it.
 */
export function coverageChecks(
  asked: PlaceAsked,
  others: readonly CoveredPlace[],
  rule: PolicyItems['overlap'],
  areas: AreaTree,
): readonly AutomaticCheck[] {
  const meeting = others.filter((other) => overlap(asked, other));
  const duplicate = meeting.find((other) => isDuplicate(asked, other));
  if (duplicate) submissionRejections.reject('filing.duplicate', { filingId: duplicate.filingId });
  checkLongTerm(asked, meeting, rule);
  const sharing = meeting.some(
    (other) => samePlace(areas, asked.treatmentRegion, other.treatmentRegion) && !endsBy(asked, other, rule),
  );
  return [
    passed('coverage.no-duplicate'),
    passed('coverage.long-term'),
    sharing ? failed('coverage.overlap') : passed('coverage.overlap'),
  ];
}

const isDuplicate = (asked: PlaceAsked, other: CoveredPlace): boolean =>
  asked.treatmentRegion === other.treatmentRegion &&
  asked.startsOn === other.startsOn &&
  asked.endsOn === other.endsOn;

function checkLongTerm(
  asked: PlaceAsked,
  meeting: readonly CoveredPlace[],
  rule: PolicyItems['overlap'],
): void {
  const rivals = meeting.filter(isLongTerm);
  const [rival] = rivals;
  if (!rival) return;
  if (!isLongTerm(asked)) {
    if (asked.behaviour === 'temporary' && !rule.temporaryBesideLongTerm)
      submissionRejections.reject('filing.overlap-not-accepted', { filingId: rival.filingId });
    return;
  }
  const pending = rivals.find(({ state }) => state === 'requested');
  if (pending) submissionRejections.reject('filing.long-term-pending', { filingId: pending.filingId });
  if (!rule.newLongTermEndsOld)
    submissionRejections.reject('filing.long-term-exists', { filingId: rival.filingId });
}

/** A new long-term filing will end the old one, so they do not stand beside each other. */
const endsBy = (asked: PlaceAsked, other: CoveredPlace, rule: PolicyItems['overlap']): boolean =>
  isLongTerm(asked) && isLongTerm(other) && rule.newLongTermEndsOld;

/** Long-term filings in force that a newly approved long-term filing ends the day before its start. */
export const supersededBy = (
  asked: PlaceAsked,
  others: readonly CoveredPlace[],
  rule: PolicyItems['overlap'],
): readonly string[] =>
  isLongTerm(asked) && rule.newLongTermEndsOld
    ? others
        .filter((other) => other.state === 'covered' && isLongTerm(other) && overlap(asked, other))
        .map(({ filingId }) => filingId)
    : [];
