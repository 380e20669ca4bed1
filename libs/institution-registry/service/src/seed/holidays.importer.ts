import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CalendarYear } from '@anjuan/contracts';
import { z } from 'zod';

/** How `chinese-days` keeps a day: `English,中文,number of statutory days`. */
const named = z.record(z.iso.date(), z.string());

const dataSchema = z.object({ holidays: named, workdays: named });

/**
 * The official notices that the npm package `chinese-days` has collected, year by year. A day that a notice sets in
 * the year before (a New Year’s make-up day in December) goes to the year it lies in.
 */
export function officialNotices(): readonly CalendarYear[] {
  const entry = require.resolve('chinese-days');
  const { holidays, workdays } = dataSchema.parse(
    JSON.parse(readFileSync(join(dirname(entry), 'chinese-days.json'), 'utf8')),
  );
  const years = [...new Set([...Object.keys(holidays), ...Object.keys(workdays)].map(yearOf))].sort();
  return years.map((year) => ({
    year,
    holidays: daysOf(holidays, year).map((date) => ({ date, name: nameOf(holidays[date]) })),
    makeUpWorkdays: daysOf(workdays, year),
    source: `国务院办公厅关于${year}年部分节假日安排的通知 (npm chinese-days)`,
  }));
}

const yearOf = (date: string): number => Number(date.slice(0, 4));

const daysOf = (days: Readonly<Record<string, string>>, year: number): string[] =>
  Object.keys(days)
    .filter((date) => yearOf(date) === year)
    .sort();

const nameOf = (text = ''): string => text.split(',')[1] ?? text;
