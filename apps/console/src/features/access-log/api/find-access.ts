import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api-client';

export const ACTIONS = ['view', 'search', 'export', 'download', 'print'] as const;

/** One entry of the log. */
export interface AccessRow {
  readonly accountId: string;
  readonly action: (typeof ACTIONS)[number];
  readonly subject: string;
  readonly area: string | null;
  readonly purpose: string | null;
  readonly text: string | null;
  readonly at: string;
}

/** What the log is narrowed to. */
export type AccessFilters = Readonly<
  Partial<Record<'accountId' | 'subject' | 'action' | 'area' | 'from' | 'to', string>>
>;

interface AccessPage {
  readonly rows: readonly AccessRow[];
  readonly next?: string;
}

const LIMIT = 50;

/**
 * One page of the log. Reading it makes an entry of its own, so it does not follow live updates: it would never come to
 * rest.
 */
export const useAccessLog = (filters: AccessFilters, cursor: string | undefined) =>
  useQuery({
    queryKey: ['access', filters, cursor],
    queryFn: ({ signal }) => api.get<AccessPage>('/access-log', { ...filters, cursor, limit: LIMIT }, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
