import { type CalendarYear, dayKind } from '@anjuan/contracts';
import dayjs from 'dayjs';

export type DayMark = 'holiday' | 'makeUp' | 'weekend' | 'workday';

export interface CalendarDay {
  readonly date: string;
  readonly day: number;
  readonly mark: DayMark;
  /** Name of the holiday. */
  readonly name?: string;
}

export interface CalendarMonth {
  readonly month: number;
  /** Empty places before the first day; weeks begin on Monday. */
  readonly before: number;
  readonly days: readonly CalendarDay[];
}

const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);

/** The months of a year with what each day is. */
export function monthsOf(year: CalendarYear): readonly CalendarMonth[] {
  const calendar = new Map([[year.year, year]]);
  const holidays = new Map(year.holidays.map(({ date, name }) => [date, name]));
  const dayOf = (date: string): CalendarDay => {
    const name = holidays.get(date);
    const day = Number(date.slice(8));
    if (name !== undefined) return { date, day, mark: 'holiday', name };
    const kind = dayKind(calendar, date);
    return { date, day, mark: kind.works ? (kind.madeUp ? 'makeUp' : 'workday') : 'weekend' };
  };
  return MONTHS.map((month) => {
    const first = dayjs(`${year.year}-${String(month).padStart(2, '0')}-01`);
    const days = Array.from({ length: first.daysInMonth() }, (_, at) =>
      dayOf(first.add(at, 'day').format('YYYY-MM-DD')),
    );
    return { month, before: (first.day() + 6) % 7, days };
  });
}

/** Marks a day as a holiday or make-up workday, or takes its mark away. */
export function marked(year: CalendarYear, date: string, mark: DayMark, name: string): CalendarYear {
  const holidays = year.holidays.filter((day) => day.date !== date);
  const makeUpWorkdays = year.makeUpWorkdays.filter((day) => day !== date);
  if (mark === 'holiday') return { ...year, holidays: [...holidays, { date, name }], makeUpWorkdays };
  if (mark === 'makeUp') return { ...year, holidays, makeUpWorkdays: [...makeUpWorkdays, date] };
  return { ...year, holidays, makeUpWorkdays };
}

export const isWeekend = (date: string): boolean => [0, 6].includes(dayjs(date).day());
