import type { CalendarYear, WorkCalendar } from './work-calendar';
import { addWorkingDays, dayKind, subtractWorkingDays } from './working-days';

const days = (name: string, ...dates: string[]) => dates.map((date) => ({ date, name }));

/** The official notices for 2025 and 2026 as far as the tests go. */
const notice2025: CalendarYear = {
  year: 2025,
  holidays: [
    ...days('元旦', '2025-01-01'),
    ...days('春节', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31'),
    ...days('春节', '2025-02-01', '2025-02-02', '2025-02-03', '2025-02-04'),
    ...days('国庆节、中秋节', '2025-10-01', '2025-10-02', '2025-10-03', '2025-10-04'),
    ...days('国庆节、中秋节', '2025-10-05', '2025-10-06', '2025-10-07', '2025-10-08'),
  ],
  makeUpWorkdays: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  source: '国务院办公厅关于2025年部分节假日安排的通知',
};
const notice2026: CalendarYear = {
  year: 2026,
  holidays: [
    ...days('元旦', '2026-01-01', '2026-01-02', '2026-01-03'),
    ...days('春节', '2026-02-15', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19'),
    ...days('春节', '2026-02-20', '2026-02-21', '2026-02-22', '2026-02-23'),
  ],
  makeUpWorkdays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  source: '国务院办公厅关于2026年部分节假日安排的通知',
};
const calendar: WorkCalendar = new Map([
  [2025, notice2025],
  [2026, notice2026],
]);

describe('working days', () => {
  it('do not count the first day', () => {
    expect(addWorkingDays(calendar, '2026-03-02', 1).due).toBe('2026-03-03');
  });

  it('are none for 0', () => {
    expect(addWorkingDays(calendar, '2025-01-28', 0)).toEqual({
      from: '2025-01-28',
      workingDays: 0,
      due: '2025-01-28',
      skipped: [],
      makeUp: [],
      unpublishedYears: [],
    });
  });

  it('pass over Spring Festival 2025 and count the Sunday before and the Saturday after it', () => {
    const derivation = addWorkingDays(calendar, '2025-01-24', 6);
    expect(derivation.due).toBe('2025-02-08');
    expect(derivation.makeUp).toEqual(['2025-01-26', '2025-02-08']);
    expect(derivation.skipped.map(({ date }) => date)).toEqual([
      '2025-01-25',
      '2025-01-28',
      '2025-01-29',
      '2025-01-30',
      '2025-01-31',
      '2025-02-01',
      '2025-02-02',
      '2025-02-03',
      '2025-02-04',
    ]);
    expect(derivation.skipped[0]?.why).toBe('weekend');
    expect(derivation.skipped[1]?.why).toBe('春节');
  });

  it('pass over Spring Festival 2026 and count both make-up Saturdays', () => {
    expect(addWorkingDays(calendar, '2026-02-13', 1).due).toBe('2026-02-14');
    expect(addWorkingDays(calendar, '2026-02-14', 1).due).toBe('2026-02-24');
    expect(addWorkingDays(calendar, '2026-02-27', 1)).toMatchObject({
      due: '2026-02-28',
      makeUp: ['2026-02-28'],
    });
  });

  it('pass over a holiday that is no weekend day and the week of National Day', () => {
    expect(addWorkingDays(calendar, '2025-09-30', 1).due).toBe('2025-10-09');
    expect(addWorkingDays(calendar, '2025-10-10', 1).due).toBe('2025-10-11');
  });

  it('run over the turn of the year by the notices of both years', () => {
    expect(addWorkingDays(calendar, '2025-12-31', 1)).toMatchObject({
      due: '2026-01-04',
      makeUp: ['2026-01-04'],
      unpublishedYears: [],
    });
  });

  it('name a year without a published calendar and leave out its weekends only', () => {
    expect(addWorkingDays(calendar, '2026-12-31', 2)).toMatchObject({
      due: '2027-01-04',
      unpublishedYears: [2027],
    });
    expect(addWorkingDays(calendar, '2026-12-30', 1).unpublishedYears).toEqual([]);
  });

  it('count backwards by the same rules', () => {
    const derivation = subtractWorkingDays(calendar, '2025-02-08', 5);
    expect(derivation).toMatchObject({ due: '2025-01-26', workingDays: -5, makeUp: ['2025-01-26'] });
    expect(subtractWorkingDays(calendar, '2026-02-24', 1).due).toBe('2026-02-14');
  });

  it('lead back to where they came from', () => {
    for (let count = 1; count <= 60; count++) {
      const { due } = addWorkingDays(calendar, '2026-01-05', count);
      expect(subtractWorkingDays(calendar, due, count).due).toBe('2026-01-05');
    }
  });

  it('are whole and not negative', () => {
    expect(() => addWorkingDays(calendar, '2026-03-02', -1)).toThrow(RangeError);
    expect(() => subtractWorkingDays(calendar, '2026-03-02', 1.5)).toThrow(RangeError);
  });

  it('tell a make-up day from a plain workday and a weekend', () => {
    expect(dayKind(calendar, '2026-02-28')).toEqual({ works: true, madeUp: true });
    expect(dayKind(calendar, '2026-03-02')).toEqual({ works: true, madeUp: false });
    expect(dayKind(calendar, '2026-03-01')).toEqual({ works: false, why: 'weekend' });
  });
});
