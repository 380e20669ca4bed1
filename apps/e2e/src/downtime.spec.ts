import type { BackOffice } from './harness/back-office';
import { fileAtCounter, filingIn, historyOf, register, reviewOf } from './harness/filings';
import { quiet } from './harness/quiet';
import { reviewTimeline } from './harness/reviews';
import { useOffices } from './harness/use-offices';

jest.setTimeout(90_000);

const offices = useOffices();

/** How often an event stands in a history. */
const times = (events: readonly { readonly type: string }[], type: string): number =>
  events.filter((event) => event.type === type).length;

/** Stops an office and starts it so many days later. */
async function after(office: BackOffice, days: number): Promise<BackOffice> {
  await office.stop();
  const later = await office.restart({ ANJUAN_CLOCK_SHIFT_DAYS: String(days) });
  await quiet(later.url);
  return later;
}

it('what fell due while the office was stopped happens once, when it starts again', async () => {
  const before = await offices.start();
  const clerk = await before.signIn('clerk');
  const beginsTomorrow = await fileAtCounter(clerk, { person: 1, startsIn: 1 });
  const endsToday = await fileAtCounter(clerk, { person: 2, endsIn: 0 });
  const onlyTomorrow = await fileAtCounter(clerk, { person: 3, startsIn: 1, endsIn: 1 });
  const { id: waiting } = await register(clerk, { person: 4, channel: 'agency-batch' });
  const { reviewId } = await reviewOf(clerk, waiting);
  await quiet(before.url);

  const nextDay = await after(before, 1);
  const supervisor = await nextDay.signIn('supervisor');
  const happened = async (filingId: string, type: string) =>
    times(await historyOf(supervisor, filingId), type);
  await filingIn(supervisor, beginsTomorrow, 'active');
  await filingIn(supervisor, endsToday, 'expired');
  expect(await happened(beginsTomorrow, 'FilingActivated')).toBe(1);
  expect(await happened(beginsTomorrow, 'FilingExpired')).toBe(0);
  expect(await happened(endsToday, 'FilingActivated')).toBe(1);
  expect(await happened(endsToday, 'FilingExpired')).toBe(1);
  expect(await happened(onlyTomorrow, 'FilingActivated')).toBe(1);

  // Two working days to review, so a fortnight later it is overdue, whatever holidays lie between.
  const fortnight = await after(await after(nextDay, 15), 15);
  const again = await fortnight.signIn('supervisor');
  await filingIn(again, onlyTomorrow, 'expired');
  for (const filingId of [beginsTomorrow, endsToday, onlyTomorrow]) {
    expect(times(await historyOf(again, filingId), 'FilingActivated')).toBe(1);
  }
  for (const filingId of [endsToday, onlyTomorrow]) {
    expect(times(await historyOf(again, filingId), 'FilingExpired')).toBe(1);
  }
  const review = await reviewTimeline(again, reviewId);
  expect(times(review, 'ReviewEscalated')).toBe(1);
  expect(times(review, 'ReviewReminded')).toBeLessThanOrEqual(1);
});
