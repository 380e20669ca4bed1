import { useSearchParams } from 'react-router';
import { todayInChina } from '../../../lib/dates';
import { inWorkingDays, useWorkCalendar } from '../../../lib/work-calendars';
import type { ReviewFilters } from '../api/find-reviews';

export const TABS = ['mine', 'unassigned', 'overdue', 'soon', 'open', 'waiting', 'decided'] as const;
export type Tab = (typeof TABS)[number];

const NAMES = ['kind', 'channel', 'level', 'insuredRegion', 'sort'] as const;
/** What stands in the address beside the tab; nothing personal. */
export type QueueFilters = Readonly<Partial<Record<(typeof NAMES)[number], string>>>;

/** Working days within which a review counts as due soon. */
const SOON = 3;

const isTab = (text: string | null): text is Tab => TABS.some((tab) => tab === text);

/** The tab and the filters of the address, and how to change them. */
export function useQueueFilters() {
  const [params, setParams] = useSearchParams();
  const asked = params.get('tab');
  const tab: Tab = isTab(asked) ? asked : 'open';
  const filters: QueueFilters = Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = params.get(name);
      return value === null || value === '' ? [] : [[name, value]];
    }),
  );
  const change = (changes: QueueFilters & { readonly tab?: Tab }): void =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value === undefined) after.delete(name);
          else after.set(name, value);
        }
        return after;
      },
      { replace: true },
    );
  const clear = (): void => setParams({ tab }, { replace: true });
  return { tab, filters, change, clear };
}

/** Days between which a review is due soon; undefined while the calendar is loading. */
export function useSoon(): { readonly dueFrom: string; readonly dueTo: string } | undefined {
  const calendar = useWorkCalendar();
  return calendar && { dueFrom: todayInChina(), dueTo: inWorkingDays(calendar, SOON) };
}

/** The API's filters for a tab. */
export function apiFilters(
  tab: Tab,
  { sort, ...filters }: QueueFilters,
  soon: ReturnType<typeof useSoon>,
): ReviewFilters | undefined {
  const order = sort && {
    sort: sort.replace(/^-/, ''),
    direction: sort.startsWith('-') ? ('desc' as const) : ('asc' as const),
  };
  const usual = tab === 'decided' ? { sort: 'decidedAt', direction: 'desc' as const } : {};
  const asked = { ...filters, ...usual, ...order };
  if (tab !== 'soon') return { view: tab, ...asked };
  return soon && { view: 'open', ...soon, ...asked };
}
