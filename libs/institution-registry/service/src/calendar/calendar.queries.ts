import { workCalendarRejections, workCalendarsProjection } from '@anjuan/institution-registry-domain';
import type { Caller, ContextTools } from '@anjuan/runtime';

/** Calendars are the same for all. */
export const calendarQueries = (tools: ContextTools) => {
  const calendars = () => tools.readModel(workCalendarsProjection);

  return {
    FindCalendars: async ({ limit }: { limit: number }, _: Caller) => {
      const { rows } = await calendars().find({ sort: { field: 'year', direction: 'desc' }, limit });
      return { rows: rows.map(({ row }) => row) };
    },
    GetCalendar: async ({ year }: { year: number }, _: Caller) =>
      (await calendars().get(String(year))) ??
      workCalendarRejections.reject('work-calendar.not-found', { year }),
  };
};
