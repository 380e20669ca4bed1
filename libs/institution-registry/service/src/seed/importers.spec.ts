import { addWorkingDays, areaPath, type CalendarYear, type InsuranceArea } from '@anjuan/contracts';
import { weekdayOf } from '@anjuan/event-sourcing';
import { insuranceAreas } from './divisions.importer';
import { officialNotices } from './holidays.importer';

describe('the official notices', () => {
  const years = new Map(officialNotices().map((notice) => [notice.year, notice]));
  const notice = (year: number): CalendarYear => {
    const found = years.get(year);
    if (!found) throw new Error(`no notice for ${year}`);
    return found;
  };

  it('cover every year from 2004 to 2026', () => {
    expect([...years.keys()]).toEqual(Array.from({ length: 23 }, (_, n) => 2004 + n));
  });

  it('have the holidays and make-up workdays of 2026', () => {
    expect(notice(2026).holidays).toHaveLength(33);
    expect(notice(2026).holidays[3]).toEqual({ date: '2026-02-15', name: '春节' });
    expect(notice(2026).makeUpWorkdays).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
  });

  it('make up on weekends, each day in its own year', () => {
    for (const { year, makeUpWorkdays } of years.values()) {
      expect(makeUpWorkdays.filter((date) => weekdayOf(date) < 6)).toEqual([]);
      expect(makeUpWorkdays.every((date) => date.startsWith(String(year)))).toBe(true);
    }
    expect(notice(2006).makeUpWorkdays).toContain('2006-12-30');
  });

  it.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('give %i its %i working days', (year, count) => {
    const before = `${year - 1}-12-31`;
    expect(addWorkingDays(years, before, count).due <= `${year}-12-31`).toBe(true);
    expect(addWorkingDays(years, before, count + 1).due > `${year}-12-31`).toBe(true);
  });
});

describe('the insurance areas', () => {
  const provinces = insuranceAreas();
  const tree = new Map([...provinces.values()].flat().map((area) => [area.code, area]));
  const area = (code: string): InsuranceArea | undefined => tree.get(code);

  it('are the nation, 31 provinces and the Corps', () => {
    expect([...provinces.keys()][0]).toBe('000000');
    expect(provinces.size).toBe(33);
  });

  it('all lie in the nation', () => {
    const lost = [...tree.keys()].filter((code) => areaPath(tree, code)[0] !== '000000');
    expect(lost).toEqual([]);
    expect(tree.size).toBeGreaterThan(3_000);
  });

  it('pool by prefecture, in a municipality as a whole, and by the province for its own', () => {
    expect(area('350200')).toMatchObject({ name: '厦门市', level: 'prefecture', pooling: true });
    expect(area('350203')).toMatchObject({ parent: '350200', level: 'county', pooling: false });
    expect(area('110000')).toMatchObject({ level: 'province', pooling: true });
    expect(area('110101')).toMatchObject({ parent: '110000' });
    expect(area('350000')).toMatchObject({ pooling: false });
    expect(area('359900')).toMatchObject({ parent: '350000', level: 'pool', pooling: true });
  });

  it('have the Corps beside Xinjiang, with its divisions', () => {
    expect(area('660000')).toMatchObject({ parent: '000000', level: 'province' });
    expect(areaPath(tree, '660800')).toEqual(['000000', '660000', '660800']);
  });

  it('have counties that pool directly under a province', () => {
    expect(area('429004')).toMatchObject({ name: '仙桃市', parent: '429000', pooling: true });
    expect(area('429000')).toMatchObject({ parent: '420000', pooling: false });
  });

  it('have no towns of cities without counties', () => {
    expect([...tree.keys()].filter((code) => code.startsWith('4419'))).toEqual(['441900']);
  });
});
