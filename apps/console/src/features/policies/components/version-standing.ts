import type { PolicyVersionView } from '@anjuan/institution-registry-domain';
import dayjs from 'dayjs';

export interface VersionStanding {
  readonly version: PolicyVersionView;
  readonly state: 'inForce' | 'coming' | 'past' | 'withdrawn';
  /** Last day in force; undefined while no other version follows. */
  readonly until: string | undefined;
}

/** Each version with the days it is in force, the newest first: from its first day until another begins. */
export function standingsOf(
  versions: readonly PolicyVersionView[],
  today: string,
): readonly VersionStanding[] {
  const standing = versions
    .filter(({ status }) => status === 'published')
    .sort((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom) || a.version - b.version);
  const untilOf = (version: PolicyVersionView): string | undefined => {
    const next = standing[standing.indexOf(version) + 1];
    return next && dayjs(next.effectiveFrom).subtract(1, 'day').format('YYYY-MM-DD');
  };
  return [...versions].reverse().map((version) => {
    if (version.status === 'withdrawn') return { version, state: 'withdrawn', until: undefined };
    const until = untilOf(version);
    if (version.effectiveFrom > today) return { version, state: 'coming', until };
    return { version, state: until === undefined || until >= today ? 'inForce' : 'past', until };
  });
}

/** The version in force; the newest published one when none is yet. */
export const currentVersion = (
  versions: readonly PolicyVersionView[],
  today: string,
): PolicyVersionView | undefined => {
  const standings = standingsOf(versions, today).filter(({ state }) => state !== 'withdrawn');
  return (standings.find(({ state }) => state === 'inForce') ?? standings[0])?.version;
};
