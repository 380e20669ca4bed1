import type { AnyCommand } from '@anjuan/event-sourcing';
import { guangdongPolicy, nationalPolicy, xiamenPolicy } from '@anjuan/institution-registry-domain';
import { DIVISIONS_SOURCE, insuranceAreas } from './divisions.importer';
import { officialNotices } from './holidays.importer';

/** Two registry editors of the nation: whoever drafts a policy cannot publish it. */
export type SeedEditor = 'drafter' | 'publisher';

/**
 * Fills an empty registry through the real commands: areas, the work calendars up to next year, and the policies that
 * ship.
 * @param send sends a command as one of the two editors
 * @param today the office's day, `YYYY-MM-DD`
 */
export async function seedRegistry(
  send: (command: AnyCommand, as: SeedEditor) => Promise<unknown>,
  today: string,
): Promise<void> {
  for (const [province, areas] of insuranceAreas()) {
    await send(
      { type: 'ImportInsuranceAreas', data: { province, areas, source: DIVISIONS_SOURCE } },
      'drafter',
    );
  }
  for (const notice of officialNotices()) {
    if (notice.year <= Number(today.slice(0, 4)) + 1)
      await send({ type: 'PublishWorkCalendar', data: notice }, 'drafter');
  }
  for (const policy of [nationalPolicy, guangdongPolicy, xiamenPolicy]) {
    await send({ type: 'DraftPolicy', data: policy }, 'drafter');
    await send({ type: 'PublishPolicy', data: { area: policy.area } }, 'publisher');
  }
}
