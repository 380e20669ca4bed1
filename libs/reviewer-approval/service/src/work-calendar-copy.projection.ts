import { type CalendarYear, type WorkCalendar, workCalendarTopic } from '@anjuan/contracts';
import { projection, row } from '@anjuan/event-sourcing';
import type { ContextTools } from '@anjuan/runtime';

type CalendarRow = CalendarYear & { readonly version: number };

const publishedSchema = workCalendarTopic.messages.WorkCalendarPublished;

/** This context's copy of the working calendar: one row for each published year, its newest version. */
export const workCalendarCopy = projection<CalendarRow>({
  name: 'review-work-calendar',
  version: 1,
  indexes: [],
  categories: [],
  topics: [
    {
      topic: workCalendarTopic.name,
      on: {
        WorkCalendarPublished: row(
          (data) => String(data.year),
          (before, data) => {
            const published = publishedSchema.parse(data);
            return before && before.version > published.version ? before : published;
          },
        ),
      },
    },
  ],
});

/** A year that a message brought, which the copy may not have yet. */
export interface PublishedYear {
  readonly published: CalendarYear;
  readonly version: number;
}

/** The years around a day, from the copy; a newer version at hand goes first. */
export async function calendarAround(
  day: string,
  tools: Pick<ContextTools, 'readModel'>,
  atHand?: PublishedYear,
): Promise<WorkCalendar> {
  const year = Number(day.slice(0, 4));
  const years = [year - 1, year, year + 1];
  const rows = await tools.readModel(workCalendarCopy).getMany(years.map(String));
  const calendar = new Map<number, CalendarYear>();
  let known = 0;
  for (const stored of rows.values()) {
    const { version, ...published } = publishedSchema.parse(stored);
    calendar.set(published.year, published);
    if (published.year === atHand?.published.year) known = version;
  }
  if (atHand && atHand.version > known) calendar.set(atHand.published.year, atHand.published);
  return calendar;
}
