import { calendarYearSchema } from '@anjuan/contracts';
import { defineEvents, event } from '@anjuan/event-sourcing';
import { z } from 'zod';

export const workCalendarEvents = defineEvents({
  WorkCalendarPublished: event(calendarYearSchema.extend({ version: z.number().int().positive() })),
});

export type WorkCalendarEvents = typeof workCalendarEvents;
