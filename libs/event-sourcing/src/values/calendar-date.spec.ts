import fc from 'fast-check';
import {
  addDays,
  addMonths,
  chinaDateOf,
  daysBetween,
  isCalendarDate,
  startOfChinaDay,
  weekdayOf,
} from './calendar-date';

const days = fc.integer({ min: 0, max: 60_000 }).map((n) => addDays('1970-01-01', n));

describe('a day in China', () => {
  it('begins at four in the afternoon of the day before in UTC', () => {
    expect(chinaDateOf('2026-01-04T15:59:59.999Z')).toBe('2026-01-04');
    expect(chinaDateOf('2026-01-04T16:00:00.000Z')).toBe('2026-01-05');
    expect(startOfChinaDay('2026-01-05')).toBe('2026-01-04T16:00:00.000Z');
  });

  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '26-01-01', '2026-04-31', '', '2026-01-01T00:00'])(
    '%p is none',
    (text) => expect(isCalendarDate(text)).toBe(false),
  );

  it('29 February exists in a leap year only', () => {
    expect(isCalendarDate('2028-02-29')).toBe(true);
    expect(isCalendarDate('2100-02-29')).toBe(false);
  });

  it('knows its day of the week, Monday first', () => {
    expect(weekdayOf('2026-11-22')).toBe(7);
    expect(weekdayOf('2026-11-23')).toBe(1);
  });
});

describe('adding months', () => {
  it('ends on the last day of a shorter month', () => {
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
    expect(addMonths('2027-08-31', 6)).toBe('2028-02-29');
    expect(addMonths('2028-02-29', 12)).toBe('2029-02-28');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
  });

  it('keeps the day of the month wherever that month has it', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -600, max: 600 }), (date, months) => {
        const moved = addMonths(date, months);
        expect(isCalendarDate(moved)).toBe(true);
        const [day, movedDay] = [date.slice(8), moved.slice(8)];
        expect(movedDay === day || (movedDay < day && addDays(moved, 1).endsWith('-01'))).toBe(true);
      }),
    );
  });
});

it('days between two days are the days to add', () => {
  fc.assert(fc.property(days, days, (from, to) => expect(addDays(from, daysBetween(from, to))).toBe(to)));
});
