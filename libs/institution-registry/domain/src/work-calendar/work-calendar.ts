import { type CalendarYear, canonicalText } from '@anjuan/contracts';
import { decider, weekdayOf } from '@anjuan/event-sourcing';
import type { WorkCalendarCommand } from './work-calendar.commands';
import { type WorkCalendarEvents, workCalendarEvents } from './work-calendar.events';
import { workCalendarRejections } from './work-calendar.rejections';

const { reject } = workCalendarRejections;

export interface WorkCalendarState {
  /** 0 before the first notice. */
  readonly version: number;
  readonly published?: CalendarYear;
}

/**
 * One year's holidays and make-up workdays as the State Council's notice has them (全国年节及纪念日放假办法): data,
 * never computed. A correction is a new version; deadlines that were derived before keep their derivation.
 */
export const workCalendar = decider<WorkCalendarState, WorkCalendarCommand, WorkCalendarEvents>({
  category: 'workCalendar',
  events: workCalendarEvents,
  initialState: { version: 0 },
  idOf: ({ data }) => String(data.year),
  decide: {
    PublishWorkCalendar: (notice, { version, published }, { today }) => {
      const year = inOrder(notice);
      if (year.year > Number(today.slice(0, 4)) + 1) reject('work-calendar.too-early', { year: year.year });
      checkDays(year);
      if (published && canonicalText(published) === canonicalText(year)) reject('work-calendar.unchanged');
      return [{ type: 'WorkCalendarPublished', data: { ...year, version: version + 1 } }];
    },
  },
  evolve: {
    WorkCalendarPublished: (_, { version, ...published }) => ({ version, published }),
  },
});

const inOrder = ({ year, holidays, makeUpWorkdays, source }: CalendarYear): CalendarYear => ({
  year,
  holidays: [...holidays].sort((a, b) => (a.date < b.date ? -1 : 1)),
  makeUpWorkdays: [...makeUpWorkdays].sort(),
  source,
});

function checkDays({ year, holidays, makeUpWorkdays }: CalendarYear): void {
  if (holidays.length === 0) reject('work-calendar.no-holiday');
  const days = [...holidays.map(({ date }) => date), ...makeUpWorkdays];
  const outside = days.filter((date) => Number(date.slice(0, 4)) !== year);
  if (outside.length > 0) reject('work-calendar.day-outside-year', { days: outside });
  const twice = days.filter((date, at) => days.indexOf(date) !== at);
  if (twice.length > 0) reject('work-calendar.day-listed-twice', { days: twice });
  const weekdays = makeUpWorkdays.filter((date) => weekdayOf(date) < 6);
  if (weekdays.length > 0) reject('work-calendar.make-up-on-weekday', { days: weekdays });
}
