import type { CalendarYear } from '@anjuan/contracts';
import { onCategory, projection, row } from '@anjuan/event-sourcing';
import { workCalendar } from './work-calendar';
import type { WorkCalendarEvents } from './work-calendar.events';

/** The newest version of a year, and who published which version when. */
export type WorkCalendarRow = CalendarYear & {
  version: number;
  history: { version: number; publishedAt: string; publishedBy: string; source: string }[];
};

export const workCalendarsProjection = projection<WorkCalendarRow>({
  name: 'work-calendars',
  version: 1,
  indexes: [['year']],
  categories: [
    onCategory<WorkCalendarRow, WorkCalendarEvents>(workCalendar.category)({
      WorkCalendarPublished: row(
        (_, { streamId }) => streamId,
        (before, published, { recordedAt, actorId }) => ({
          ...published,
          history: [
            ...(before?.history ?? []),
            {
              version: published.version,
              publishedAt: recordedAt,
              publishedBy: actorId,
              source: published.source,
            },
          ],
        }),
      ),
    }),
  ],
});
