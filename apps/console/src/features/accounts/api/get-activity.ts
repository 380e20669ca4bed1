import { useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api-client';

export interface Deed {
  readonly category: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly at: string;
}

export interface Look {
  readonly action: 'view' | 'search' | 'export' | 'download' | 'print';
  readonly subject: string;
  readonly purpose: string | null;
  readonly at: string;
}

interface Activity {
  readonly events: { readonly rows: readonly Deed[]; readonly next?: string };
  readonly access: { readonly rows: readonly Look[]; readonly next?: string };
}

const LIMIT = 50;

/** What an account did and looked at, newest first; each list has its own cursor. */
export const useActivity = (
  accountId: string,
  cursor: string | undefined,
  accessCursor: string | undefined,
) =>
  useQuery({
    queryKey: ['account', 'activity', accountId, cursor, accessCursor],
    queryFn: ({ signal }) =>
      api.get<Activity>(`/accounts/${accountId}/activity`, { cursor, accessCursor, limit: LIMIT }, signal),
  });
