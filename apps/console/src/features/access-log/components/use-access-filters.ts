import { useSearchParams } from 'react-router';
import type { AccessFilters } from '../api/find-access';

const NAMES = ['accountId', 'subject', 'action', 'area', 'from', 'to'] as const;

/** The filters of the address, and how to change some of them. */
export function useAccessFilters() {
  const [params, setParams] = useSearchParams();
  const filters: AccessFilters = Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = params.get(name);
      return value === null || value === '' ? [] : [[name, value]];
    }),
  );
  const change = (changes: AccessFilters): void =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value === undefined || value === '') after.delete(name);
          else after.set(name, value);
        }
        return after;
      },
      { replace: true },
    );
  return { filters, change, clear: (): void => setParams({}, { replace: true }) };
}
