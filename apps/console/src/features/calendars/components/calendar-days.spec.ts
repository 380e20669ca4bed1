import { marked, monthsOf } from './calendar-days';

const empty = { year: 2026, holidays: [], makeUpWorkdays: [], source: '' };

describe('a year of the calendar', () => {
  it('has twelve months whose weeks begin on Monday', () => {
    const months = monthsOf(empty);
    expect(months.map(({ days }) => days.length)).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    // 1 January 2026 is a Thursday, 1 February a Sunday, 1 June a Monday.
    expect([months[0]?.before, months[1]?.before, months[5]?.before]).toEqual([3, 6, 0]);
  });

  it('shows holidays by name and make-up workdays, weekends otherwise', () => {
    const year = marked(marked(empty, '2026-01-01', 'holiday', '元旦'), '2026-01-04', 'makeUp', '');
    const days = monthsOf(year)[0]?.days.slice(0, 4);
    expect(days?.map(({ mark, name }) => [mark, name])).toEqual([
      ['holiday', '元旦'],
      ['workday', undefined],
      ['weekend', undefined],
      ['makeUp', undefined],
    ]);
  });

  it('never has two marks on a day, and none after it is cleared', () => {
    const twice = marked(marked(empty, '2026-01-04', 'makeUp', ''), '2026-01-04', 'holiday', '元旦');
    expect(twice).toMatchObject({ holidays: [{ date: '2026-01-04' }], makeUpWorkdays: [] });
    expect(marked(twice, '2026-01-04', 'workday', '')).toEqual(empty);
  });
});
