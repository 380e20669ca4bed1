import { addWorkingDays, type WorkCalendar } from '@anjuan/contracts';
import type { CalendarDate } from '@anjuan/event-sourcing';
import type { Deadline } from './review.events';

/**
 * The last working day for a step, with the derivation that is stored beside it.
 * The reminder falls on the morning of the working day so many working days before; a step as short as that has none.
 */
export function deadlineFor(
  calendar: WorkCalendar,
  from: CalendarDate,
  workingDays: number,
  remindWorkingDaysBefore: number,
): Deadline {
  const derivation = addWorkingDays(calendar, from, workingDays);
  const untilReminder = workingDays - remindWorkingDaysBefore;
  const remind = remindWorkingDaysBefore > 0 && untilReminder > 0;
  return {
    dueOn: derivation.due,
    ...(remind ? { remindOn: addWorkingDays(calendar, from, untilReminder).due } : {}),
    derivation,
  };
}

/** The same step by another calendar; undefined when that changes neither the days nor how sure they are. */
export function recalculated(
  deadline: Deadline,
  calendar: WorkCalendar,
  remindWorkingDaysBefore: number,
): Deadline | undefined {
  const { from, workingDays } = deadline.derivation;
  const fresh = deadlineFor(calendar, from, workingDays, remindWorkingDaysBefore);
  const same =
    fresh.dueOn === deadline.dueOn &&
    fresh.remindOn === deadline.remindOn &&
    fresh.derivation.unpublishedYears.join() === deadline.derivation.unpublishedYears.join();
  return same ? undefined : fresh;
}
