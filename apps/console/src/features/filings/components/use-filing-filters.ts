import { useSearchParams } from 'react-router';

const NAMES = [
  'status',
  'kind',
  'insuredRegion',
  'treatmentRegion',
  'channel',
  'uploadStatus',
  'startsFrom',
  'startsTo',
  'sort',
  'direction',
] as const;
type FilterName = (typeof NAMES)[number];

/** What the list is narrowed to; nothing personal, since it stands in the address. */
export type FilingFilters = Readonly<Partial<Record<FilterName, string>>>;

/** The filters of the address, and how to change some of them. */
export function useFilingFilters() {
  const [params, setParams] = useSearchParams();
  const filters: FilingFilters = Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = params.get(name);
      return value === null || value === '' ? [] : [[name, value]];
    }),
  );
  const change = (changes: FilingFilters): void =>
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
  const clear = (): void => setParams({}, { replace: true });
  return { filters, change, clear };
}
