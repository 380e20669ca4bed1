import type { WorkCalendar, WorkingDayDerivation } from './work-calendar';

const DAY = 86_400_000;

const dayAfter = (date: string, step: 1 | -1): string =>
  new Date(Date.parse(`${date}T00:00:00.000Z`) + step * DAY).toISOString().slice(0, 10);

const isWeekend = (date: string): boolean => [0, 6].includes(new Date(`${date}T00:00:00.000Z`).getUTCDay());

type DayKind =
  | { readonly works: true; readonly madeUp: boolean }
  | { readonly works: false; readonly why: string };

/**
 * What a day is: a holiday of the year's official notice, a weekend day worked in its stead (调休), a weekend or a
 * plain workday. Where the year's calendar is not published, only weekends are off.
 */
export function dayKind(calendar: WorkCalendar, date: string): DayKind {
  const year = calendar.get(Number(date.slice(0, 4)));
  const holiday = year?.holidays.find((day) => day.date === date);
  if (holiday) return { works: false, why: holiday.name };
  if (year?.makeUpWorkdays.includes(date)) return { works: true, madeUp: true };
  return isWeekend(date) ? { works: false, why: 'weekend' } : { works: true, madeUp: false };
}

/**
 * The day that lies so many working days after another, and how it was reached. The first day is not counted
 * (民法典 art. 201); 0 gives the day itself.
 * @throws RangeError unless `workingDays` is a whole number, 0 or more
 */
export const addWorkingDays = (calendar: WorkCalendar, from: string, workingDays: number) =>
  walk(calendar, from, workingDays, 1);

/**
 * The day that lies so many working days before another, for reminders; `workingDays` of the derivation is negative.
 * @throws RangeError unless `workingDays` is a whole number, 0 or more
 */
export const subtractWorkingDays = (calendar: WorkCalendar, from: string, workingDays: number) =>
  walk(calendar, from, workingDays, -1);

function walk(calendar: WorkCalendar, from: string, count: number, step: 1 | -1): WorkingDayDerivation {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a number of working days: ${count}`);
  const skipped: { date: string; why: string }[] = [];
  const makeUp: string[] = [];
  const unpublished = new Set<number>();
  let due = from;
  for (let left = count; left > 0; ) {
    due = dayAfter(due, step);
    const year = Number(due.slice(0, 4));
    if (!calendar.has(year)) unpublished.add(year);
    const kind = dayKind(calendar, due);
    if (!kind.works) skipped.push({ date: due, why: kind.why });
    else {
      left--;
      if (kind.madeUp) makeUp.push(due);
    }
  }
  return { from, workingDays: step * count || 0, due, skipped, makeUp, unpublishedYears: [...unpublished] };
}
