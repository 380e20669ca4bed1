import { useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api-client';
import type { PolicySummary } from './policy';

interface SummaryPage {
  readonly rows: readonly PolicySummary[];
  readonly next?: string;
}

async function allOf(signal: AbortSignal): Promise<ReadonlyMap<string, PolicySummary>> {
  const rows: PolicySummary[] = [];
  let cursor: string | undefined;
  do {
    const page: SummaryPage = await api.get('/policies', { limit: 200, cursor }, signal);
    rows.push(...page.rows);
    cursor = page.next;
  } while (cursor !== undefined);
  return new Map(rows.map((row) => [row.area, row]));
}

/** The areas that keep a policy of their own, by code. */
export const usePolicyAreas = () =>
  useQuery({ queryKey: ['regionPolicy', 'areas'], queryFn: ({ signal }) => allOf(signal) });
