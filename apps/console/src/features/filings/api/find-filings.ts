import type { FilingRow } from '@anjuan/filing-intake-domain';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api-client';
import type { FilingFilters } from '../components/use-filing-filters';

/** A line of the list; its ID number is masked. */
export type FilingLine = FilingRow;

interface FilingPage {
  readonly rows: readonly FilingLine[];
  readonly next?: string;
  readonly total: number;
}

interface Question {
  readonly filters: FilingFilters;
  /** A name, filing number or ID number; personal, so it travels in a body. */
  readonly search: string;
  readonly cursor: string | undefined;
}

const LIMIT = 50;

/** One page of the filings that match; refreshed when a filing or a review changes. */
export const useFilings = ({ filters, search, cursor }: Question) =>
  useQuery({
    queryKey: ['filing', 'list', filters, search, cursor],
    queryFn: ({ signal }) =>
      search === ''
        ? api.get<FilingPage>('/filings', { ...filters, cursor, limit: LIMIT }, signal)
        : api.search<FilingPage>('/filings/search', { ...filters, search, cursor, limit: LIMIT }, signal),
    placeholderData: keepPreviousData,
  });
