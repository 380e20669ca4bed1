import type { CalendarYear } from '@anjuan/contracts';
import { projectionSpecification, recorded, specification } from '@anjuan/testing';
import { workCalendar } from './work-calendar';
import { workCalendarsProjection } from './work-calendars.projection';

const notice: CalendarYear = {
  year: 2026,
  holidays: [
    { date: '2026-01-01', name: '元旦' },
    { date: '2026-01-02', name: '元旦' },
    { date: '2026-02-17', name: '春节' },
  ],
  makeUpWorkdays: ['2026-01-04', '2026-02-14'],
  source: '国务院办公厅关于2026年部分节假日安排的通知',
};
const publish = (changed: Partial<CalendarYear> = {}) => ({
  type: 'PublishWorkCalendar' as const,
  data: { ...notice, ...changed },
});
const published = (version: number, changed: Partial<CalendarYear> = {}) => ({
  type: 'WorkCalendarPublished' as const,
  data: { ...notice, ...changed, version },
});

describe('a work calendar', () => {
  const spec = specification(workCalendar, {});
  const rejected = (changed: Partial<CalendarYear>, code: string) =>
    spec.given().when(publish(changed)).thenRejected(code);

  it('is published as version 1, its days in order', () => {
    const mixed = publish({
      holidays: [...notice.holidays].reverse(),
      makeUpWorkdays: ['2026-02-14', '2026-01-04'],
    });
    spec.given().when(mixed).thenEvents(published(1));
  });

  it('is corrected by a new version', () => {
    const corrected = { makeUpWorkdays: ['2026-01-04'] };
    spec.given(published(1)).when(publish(corrected)).thenEvents(published(2, corrected));
  });

  it('is not published twice', () => {
    spec.given(published(1)).when(publish()).thenRejected('work-calendar.unchanged');
  });

  it('may be published in the year before, not earlier', () => {
    const year = (n: number) => ({
      year: n,
      holidays: [{ date: `${n}-01-01`, name: '元旦' }],
      makeUpWorkdays: [],
    });
    spec
      .given()
      .when(publish(year(2027)))
      .thenEvents(published(1, year(2027)));
    rejected(year(2028), 'work-calendar.too-early');
  });

  it('has a holiday', () => rejected({ holidays: [] }, 'work-calendar.no-holiday'));

  it('holds the days of its own year', () => {
    rejected({ makeUpWorkdays: ['2025-12-28'] }, 'work-calendar.day-outside-year');
  });

  it('lists a day once', () => {
    rejected({ makeUpWorkdays: ['2026-01-04', '2026-01-04'] }, 'work-calendar.day-listed-twice');
    rejected(
      { holidays: [{ date: '2026-01-04', name: '元旦' }], makeUpWorkdays: ['2026-01-04'] },
      'work-calendar.day-listed-twice',
    );
  });

  it('makes up on weekends only', () => {
    rejected({ makeUpWorkdays: ['2026-02-13'] }, 'work-calendar.make-up-on-weekday');
  });
});

describe('the list of work calendars', () => {
  it('shows the newest version of a year and who published which', () => {
    projectionSpecification(workCalendarsProjection)
      .given(
        recorded('workCalendar', '2026', published(1), { by: 'editor-1', at: '2025-11-05T01:00:00.000Z' }),
        recorded('workCalendar', '2026', published(2, { makeUpWorkdays: [] }), {
          by: 'editor-2',
          at: '2025-11-06T01:00:00.000Z',
        }),
      )
      .thenRow('2026', {
        version: 2,
        makeUpWorkdays: [],
        history: [
          { version: 1, publishedBy: 'editor-1', publishedAt: '2025-11-05T01:00:00.000Z' },
          { version: 2, publishedBy: 'editor-2', publishedAt: '2025-11-06T01:00:00.000Z' },
        ],
      });
  });
});
