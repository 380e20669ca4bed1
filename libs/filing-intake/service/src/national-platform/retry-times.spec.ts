import { retryAt } from './retry-times';

const minutes = (attempt: number): number | undefined => {
  const at = retryAt('2026-03-02T01:00:00.000Z', attempt);
  return at === undefined ? undefined : (Date.parse(at) - Date.parse('2026-03-02T01:00:00.000Z')) / 60_000;
};

it('waits twice as long each time, an hour at most, and gives up after the tenth attempt', () => {
  const waits = Array.from({ length: 11 }, (_, n) => minutes(n + 1));
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60, undefined, undefined]);
});
