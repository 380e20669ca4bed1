import { z } from 'zod';
import { topic } from './topic';
import { calendarDateSchema } from './values';

/** One year's official notice: days off, and weekend days that are worked instead (调休). */
export const calendarYearSchema = z.strictObject({
  year: z.number().int(),
  holidays: z.array(z.strictObject({ date: calendarDateSchema, name: z.string() })),
  makeUpWorkdays: z.array(calendarDateSchema),
  source: z.string(),
});
export type CalendarYear = z.output<typeof calendarYearSchema>;

/** The published years, by year. */
export type WorkCalendar = ReadonlyMap<number, CalendarYear>;

export const workCalendarTopic = topic('institution-registry.work-calendar.v1', {
  WorkCalendarPublished: calendarYearSchema.extend({ version: z.number().int().positive() }),
});

/** A due date and how it was reached, to be stored with it. */
export interface WorkingDayDerivation {
  readonly from: string;
  readonly workingDays: number;
  readonly due: string;
  /** Days passed over because of a holiday or a weekend. */
  readonly skipped: readonly { readonly date: string; readonly why: string }[];
  /** Weekend days that counted because they are worked. */
  readonly makeUp: readonly string[];
  /** Years without a published calendar: only weekends were left out there. */
  readonly unpublishedYears: readonly number[];
}
