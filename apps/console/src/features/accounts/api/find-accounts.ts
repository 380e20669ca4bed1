import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api-client';
import type { AccountRow } from './account';

export interface AccountFilters {
  readonly status?: string;
  readonly kind?: string;
}

interface AccountPage {
  readonly rows: readonly AccountRow[];
  readonly next?: string;
  readonly total: number;
}

const LIMIT = 50;

/** One page of accounts; a name is searched in a body. */
export const useAccounts = (filters: AccountFilters, search: string, cursor: string | undefined) =>
  useQuery({
    queryKey: ['account', 'list', filters, search, cursor],
    queryFn: ({ signal }) =>
      search === ''
        ? api.get<AccountPage>('/accounts', { ...filters, cursor, limit: LIMIT }, signal)
        : api.search<AccountPage>('/accounts/search', { ...filters, search, cursor, limit: LIMIT }, signal),
    placeholderData: keepPreviousData,
  });
