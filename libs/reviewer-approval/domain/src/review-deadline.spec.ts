import { calendar, calendarWithDayOff } from './example-review.fixture';
import { deadlineFor, recalculated } from './review-deadline';

describe('a deadline', () => {
  it('passes over holidays and counts weekend days that are worked (调休)', () => {
    const { dueOn, derivation } = deadlineFor(calendar, '2026-04-30', 4, 0);
    expect(dueOn).toBe('2026-05-09');
    expect(derivation.makeUp).toEqual(['2026-05-09']);
    expect(derivation.skipped).toHaveLength(5);
  });

  it('reminds so many working days before', () => {
    expect(deadlineFor(calendar, '2026-03-02', 5, 2)).toMatchObject({
      dueOn: '2026-03-09',
      remindOn: '2026-03-05',
    });
  });

  it('has no reminder when the step is as short as that, or the policy wants none', () => {
    expect(deadlineFor(calendar, '2026-03-02', 2, 2).remindOn).toBeUndefined();
    expect(deadlineFor(calendar, '2026-03-02', 5, 0).remindOn).toBeUndefined();
  });

  it('says which years are not published yet', () => {
    expect(deadlineFor(new Map(), '2026-12-31', 1, 0).derivation.unpublishedYears).toEqual([2027]);
  });

  it('follows a change of the calendar, and only that', () => {
    const deadline = deadlineFor(calendar, '2026-03-02', 5, 1);
    expect(recalculated(deadline, calendar, 1)).toBeUndefined();
    expect(recalculated(deadline, calendarWithDayOff('2026-03-06'), 1)).toMatchObject({
      dueOn: '2026-03-10',
      remindOn: '2026-03-09',
    });
  });
});
