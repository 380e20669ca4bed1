import type { AutomaticCheck, FilingKindPolicy } from '@anjuan/contracts';
import { addDays, addMonths } from '@anjuan/event-sourcing';
import type { Period } from '../coverage/coverage';
import type { CompleteFiling } from '../filing/complete-filing';
import { passed } from './check';
import { submissionRejections } from './submission-rejections';

type Dates = Pick<CompleteFiling, 'startsOn' | 'endsOn'>;

/**
 * The period of a filing by its kind's rule. Months keep the day of the month or take the month's last: six months
 * from 31 August end on the last day of February, and that day is still covered.
 */
export function periodOf({ validity }: FilingKindPolicy, { startsOn, endsOn }: Dates): Period {
  if (endsOn !== undefined && endsOn < startsOn) submissionRejections.reject('filing.dates-reversed');
  if (validity.rule === 'range') return chosenPeriod(validity, { startsOn, endsOn });
  const given = validity.rule === 'months' ? addMonths(startsOn, validity.months) : undefined;
  if (endsOn !== undefined && endsOn !== given)
    submissionRejections.reject('filing.end-not-chosen', { endsOn: given });
  return { startsOn, endsOn: given };
}

function chosenPeriod(
  { minMonths, maxMonths }: { minMonths: number; maxMonths: number },
  { startsOn, endsOn }: Dates,
): Period {
  const earliest = addMonths(startsOn, minMonths);
  const latest = addMonths(startsOn, maxMonths);
  if (endsOn === undefined)
    return submissionRejections.reject('filing.incomplete', {
      fields: [{ path: 'endsOn', problem: 'missing' }],
    });
  if (endsOn < earliest || endsOn > latest)
    submissionRejections.reject('filing.validity-out-of-range', { earliest, latest });
  return { startsOn, endsOn };
}

/**
 * A start in the past needs an admission that is not before it; a person already admitted cannot start after the
 * admission; filing after care began (补办) is as the region allows.
 */
export function dateChecks(
  kind: FilingKindPolicy,
  filing: CompleteFiling,
  today: string,
): readonly AutomaticCheck[] {
  const admittedOn = filing.admission?.admitted ? filing.admission.admittedOn : undefined;
  if (admittedOn !== undefined && filing.startsOn > admittedOn && admittedOn <= today)
    submissionRejections.reject('filing.start-after-admission', { latest: admittedOn });
  if (filing.startsOn < today) checkBackdating(kind, filing.startsOn, admittedOn, today);
  if (admittedOn !== undefined && admittedOn < today) checkRetroactive(kind, filing);
  return [passed('dates.validity'), passed('dates.backdating'), passed('dates.retroactive')];
}

function checkBackdating(
  { backdatingDays }: FilingKindPolicy,
  startsOn: string,
  admittedOn: string | undefined,
  today: string,
): void {
  if (admittedOn === undefined) submissionRejections.reject('filing.backdating-needs-admission');
  if (backdatingDays === null) return;
  const earliest = addDays(today, -backdatingDays);
  if (startsOn < earliest) submissionRejections.reject('filing.start-too-early', { earliest });
}

function checkRetroactive({ retroactive }: FilingKindPolicy, filing: CompleteFiling): void {
  const accepted =
    retroactive === 'after-discharge-manual-only' ||
    (retroactive === 'before-discharge' && !isManualOnly(filing));
  if (!accepted) submissionRejections.reject('filing.retroactive-not-accepted', { rule: retroactive });
}

/** The stay was discharged and paid by the person before the filing: only a manual claim is left. */
export const isManualOnly = ({ admission }: CompleteFiling): boolean =>
  admission?.admitted === true && admission.selfPaid === true;
