import { calendarYearSchema } from '@anjuan/contracts';
import { type CommandOf, defineCommands } from '@anjuan/event-sourcing';
import { z } from 'zod';

export const workCalendarCommands = defineCommands({
  /** Publishes the official notice of a year, or a corrected version of it. */
  PublishWorkCalendar: calendarYearSchema.extend({
    year: z.number().int().min(2000).max(2100),
    source: z.string().trim().min(1).max(500),
  }),
});

export type WorkCalendarCommand = CommandOf<typeof workCalendarCommands>;
