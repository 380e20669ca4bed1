import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api-client';
import type { PersonLine } from './person';

interface PersonPage {
  readonly rows: readonly PersonLine[];
  readonly next?: string;
}

const LIMIT = 50;

/** Persons whose name or number contains a text of at least two characters; each search is logged. */
export const usePersons = (search: string, cursor: string | undefined) =>
  useQuery({
    queryKey: ['insuredPerson', 'search', search, cursor],
    queryFn: ({ signal }) =>
      api.search<PersonPage>('/persons/search', { search, cursor, limit: LIMIT }, signal),
    enabled: search.length >= 2,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  });
