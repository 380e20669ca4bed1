import { type FilingCase, file, type Wish } from './filing-case.fixture';
import { HttpOffice } from './http-office.fixture';

let office: HttpOffice;
beforeAll(async () => {
  office = await HttpOffice.open();
}, 60_000);
afterAll(() => office.close());

const temporary = { bureau: 'cd', kind: 'OTHER_TEMPORARY' } as const;

async function completed(wish: Wish): Promise<FilingCase> {
  const filing = await file(office, wish);
  await filing.complete();
  return filing;
}

const count = (types: readonly string[], type: string) => types.filter((one) => one === type).length;

it('a filing with a later start is approved now, active on its day, and expired after its last', async () => {
  const filing = await completed({ ...temporary, data: { startsOn: '2026-03-20' } });
  expect(await filing.line()).toMatchObject({ status: 'approved', endsOn: '2026-09-20' });
  await office.dayIs('2026-03-19');
  expect(await filing.status()).toBe('approved');
  await office.dayIs('2026-03-20');
  expect(await filing.status()).toBe('active');
  await office.dayIs('2026-09-20');
  expect(await filing.status()).toBe('active');
  await office.dayIs('2026-09-21');
  expect(await filing.status()).toBe('expired');
  const history = await filing.history();
  expect(count(history, 'FilingActivated')).toBe(1);
  expect(count(history, 'FilingExpired')).toBe(1);
  await office.dayIs('2026-03-02');
});

it('a review past its working-day deadline is escalated once, and its derivation is shown', async () => {
  const filing = await file(office, { ...temporary, channel: 'website' });
  const { reviewId } = await filing.review();
  const path = `reviews/${reviewId}`;
  expect((await office.get('reviewer.cd', path)).json).toMatchObject({
    escalated: false,
    deadline: { dueOn: '2026-03-04' },
  });
  for (const day of ['2026-03-05', '2026-03-06', '2026-03-09']) await office.dayIs(day);
  const { json } = await office.get('reviewer.cd', path);
  expect(json).toMatchObject({ escalated: true });
  expect((JSON.stringify(json.timeline).match(/ReviewEscalated/g) ?? []).length).toBe(1);
  const overdue = await office.get('supervisor.cd', `reviews?view=overdue&filingId=${filing.filingId}`);
  expect(overdue.json.rows).toMatchObject([{ reviewId, escalated: true, overdue: true }]);
  await office.dayIs('2026-03-02');
});

it('what fell due meanwhile happens once, in its order, when the clock jumps', async () => {
  const filing = await completed({ ...temporary, data: { startsOn: '2026-03-03' } });
  await office.dayIs('2026-09-04');
  expect(await filing.status()).toBe('expired');
  const history = await filing.history();
  expect(history.slice(-3)).toEqual(['FilingApproved', 'FilingActivated', 'FilingExpired']);
});
