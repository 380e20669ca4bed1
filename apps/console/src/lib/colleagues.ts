import { useQueries, useQuery } from '@tanstack/react-query';
import { api } from './api-client';

export interface Colleague {
  readonly accountId: string;
  readonly displayName: string;
}

interface Colleagues {
  readonly rows: readonly Colleague[];
}

interface Waiting {
  readonly resolve: (name: string | undefined) => void;
  readonly reject: (error: unknown) => void;
}

const MOST_IDS = 100;
/** Names hardly ever change, and a page asks for the same few again and again. */
const KEPT_MS = 10 * 60_000;

let waiting = new Map<string, Waiting>();

/** The names a page needs at once are asked for together. */
async function askTogether(): Promise<void> {
  const asked = waiting;
  waiting = new Map();
  const ids = [...asked.keys()];
  for (let at = 0; at < ids.length; at += MOST_IDS) {
    const some = ids.slice(at, at + MOST_IDS);
    await api.get<Colleagues>('/colleagues/names', { ids: some.join() }).then(
      ({ rows }) => {
        const names = new Map(rows.map(({ accountId, displayName }) => [accountId, displayName]));
        for (const id of some) asked.get(id)?.resolve(names.get(id));
      },
      (error: unknown) => {
        for (const id of some) asked.get(id)?.reject(error);
      },
    );
  }
}

const nameOf = (id: string): Promise<string | null> =>
  new Promise((resolve, reject) => {
    if (waiting.size === 0) setTimeout(() => void askTogether());
    waiting.set(id, { resolve: (name) => resolve(name ?? null), reject });
  });

const nameQuery = (id: string) => ({
  queryKey: ['colleague', id],
  queryFn: () => nameOf(id),
  staleTime: KEPT_MS,
});

/** Gives the names of accounts; the id while a name is not known, or when it is the system's. */
export function useColleagueNames(ids: readonly string[]): (id: string) => string {
  const distinct = [...new Set(ids)];
  const found = useQueries({ queries: distinct.map(nameQuery) });
  const names = new Map(distinct.map((id, at) => [id, found[at]?.data]));
  return (id) => names.get(id) ?? id;
}

/** Who may review in an insured region. */
export const useReviewers = (area: string | undefined) =>
  useQuery({
    queryKey: ['account', 'reviewers', area],
    queryFn: ({ signal }) => api.get<Colleagues>('/colleagues/reviewers', { area }, signal),
    enabled: area !== undefined,
  });
