import { workingDaysUntil } from './work-calendars';

const calendar = new Map([
  [
    2026,
    {
      year: 2026,
      holidays: [{ date: '2026-01-01', name: '元旦' }],
      makeUpWorkdays: ['2026-01-04'],
      source: 'test',
    },
  ],
]);
const until = (day: string, today: string) => workingDaysUntil(calendar, day, today);

describe('working days until a day', () => {
  it('are none on the day itself, and leave out weekends and holidays', () => {
    expect(until('2026-01-07', '2026-01-07')).toBe(0);
    expect(until('2026-01-12', '2026-01-09')).toBe(1);
    expect(until('2026-01-02', '2025-12-31')).toBe(1);
  });

  it('count weekend days that are worked', () => {
    expect(until('2026-01-05', '2026-01-02')).toBe(2);
  });

  it('are negative when the day is past, at least one', () => {
    expect(until('2026-01-07', '2026-01-09')).toBe(-2);
    expect(until('2026-01-09', '2026-01-10')).toBe(-1);
  });

  it('are not counted for a day more than a year off', () => {
    expect(until('2030-01-01', '2026-01-01')).toBeUndefined();
  });
});
