import { addWorkingDays, type CalendarYear, dayKind, type WorkCalendar } from '@anjuan/contracts';
import { useQuery } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { useMemo } from 'react';
import { api } from './api-client';
import { todayInChina } from './dates';

/** A published year with who published which version. */
export interface PublishedYear extends CalendarYear {
  readonly version: number;
  readonly history: readonly {
    readonly version: number;
    readonly publishedAt: string;
    readonly publishedBy: string;
    readonly source: string;
  }[];
}

const KEPT_MS = 60 * 60_000;
/** Further off than anybody counts: a due date this far is shown by its date alone. */
const FURTHEST = 400;

/** All published years. */
export const useWorkCalendars = () =>
  useQuery({
    queryKey: ['workCalendar', 'all'],
    queryFn: ({ signal }) =>
      api.get<{ rows: readonly PublishedYear[] }>('/calendars', { limit: 100 }, signal),
    staleTime: KEPT_MS,
  });

/** The working calendar; undefined while it is loading. */
export function useWorkCalendar(): WorkCalendar | undefined {
  const { data } = useWorkCalendars();
  return useMemo(() => data && new Map(data.rows.map((year) => [year.year, year])), [data]);
}

/**
 * Working days from today to a day, today not counted: 0 is today, negative when it is past.
 * @returns undefined when it is more than a year off
 */
export function workingDaysUntil(
  calendar: WorkCalendar,
  day: string,
  today = todayInChina(),
): number | undefined {
  const past = day < today;
  const [from, to] = past ? [day, today] : [today, day];
  if (dayjs(to).diff(dayjs(from), 'day') > FURTHEST) return undefined;
  let count = 0;
  for (let at = dayjs(from).add(1, 'day'); !at.isAfter(to); at = at.add(1, 'day')) {
    if (dayKind(calendar, at.format('YYYY-MM-DD')).works) count++;
  }
  return past ? -Math.max(count, 1) : count;
}

/** The day so many working days after today. */
export const inWorkingDays = (calendar: WorkCalendar, days: number): string =>
  addWorkingDays(calendar, todayInChina(), days).due;
