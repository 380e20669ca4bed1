import type { PolicyVersionView } from '@anjuan/institution-registry-domain';
import { currentVersion, standingsOf } from './version-standing';

const version = (
  number: number,
  effectiveFrom: string,
  status: PolicyVersionView['status'] = 'published',
): PolicyVersionView => ({
  version: number,
  effectiveFrom,
  status,
  items: {},
  sources: {},
  authors: ['a'],
  publishedBy: 'b',
  publishedAt: '2026-01-01T00:00:00.000Z',
  digest: '0'.repeat(64),
});
const versions = [
  version(1, '2023-01-01'),
  version(2, '2026-06-01', 'withdrawn'),
  version(3, '2026-03-01'),
  version(4, '2027-01-01'),
];
const states = (today: string) =>
  standingsOf(versions, today).map(({ version: { version: number }, state, until }) => [
    number,
    state,
    until,
  ]);

describe('the versions of a level', () => {
  it('are in force until the day before the next one that was not withdrawn', () => {
    expect(states('2026-04-01')).toEqual([
      [4, 'coming', undefined],
      [3, 'inForce', '2026-12-31'],
      [2, 'withdrawn', undefined],
      [1, 'past', '2026-02-28'],
    ]);
  });

  it('change over on the first day of the next', () => {
    expect(currentVersion(versions, '2026-02-28')?.version).toBe(1);
    expect(currentVersion(versions, '2026-03-01')?.version).toBe(3);
    expect(currentVersion(versions, '2027-01-01')?.version).toBe(4);
  });

  it('give the coming one while none is in force yet, and none when there is none', () => {
    expect(currentVersion([version(1, '2027-01-01')], '2026-01-01')?.version).toBe(1);
    expect(currentVersion([version(1, '2023-01-01', 'withdrawn')], '2026-01-01')).toBeUndefined();
  });
});
