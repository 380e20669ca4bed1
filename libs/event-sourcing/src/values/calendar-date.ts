import type { Instant } from '../ports/clock.port';

/** A day in China (UTC+8, no daylight saving), `YYYY-MM-DD`. Strings of this form sort by time. */
export type CalendarDate = string;

const DAY = 86_400_000;
const CHINA_OFFSET = 8 * 3_600_000;
const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

const toTime = (date: CalendarDate): number => Date.parse(`${date}T00:00:00.000Z`);
const fromTime = (time: number): CalendarDate => new Date(time).toISOString().slice(0, 10);

/** True for a real day: `2026-02-29` is none. */
export const isCalendarDate = (text: string): boolean => {
  if (!PATTERN.test(text)) return false;
  const time = toTime(text);
  return !Number.isNaN(time) && fromTime(time) === text;
};

/** The day it is in China at an instant. */
export const chinaDateOf = (instant: Instant): CalendarDate => fromTime(Date.parse(instant) + CHINA_OFFSET);

/** The instant at which a day begins in China. */
export const startOfChinaDay = (date: CalendarDate): Instant =>
  new Date(toTime(date) - CHINA_OFFSET).toISOString();

export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  fromTime(toTime(date) + days * DAY);

/** Days from one day to another; negative when the second is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  Math.round((toTime(to) - toTime(from)) / DAY);

/**
 * The same day of the month, so many months on; where that month is shorter, its last day. Six months from
 * 31 August is the last day of February.
 */
export const addMonths = (date: CalendarDate, months: number): CalendarDate => {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const first = Date.UTC(year, month - 1 + months, 1);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return fromTime(first + (Math.min(day, lastDay) - 1) * DAY);
};

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (date: CalendarDate): number => new Date(toTime(date)).getUTCDay() || 7;
