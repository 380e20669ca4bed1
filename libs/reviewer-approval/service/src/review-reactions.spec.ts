import { ERASED } from '@anjuan/event-sourcing';
import { calendarOf, named, withdrawal } from './neighbours.fixture';
import { ReviewOffice } from './review-office.fixture';

let office: ReviewOffice;
beforeEach(async () => {
  office = await ReviewOffice.open();
}, 60_000);
afterEach(() => office.close());

const opinion = '材料齐全';
const historyOf = async (reviewId: string) =>
  (await office.test.office.log.load(`review-${reviewId}`)).events.map(({ event }) => event.type);

it('a review ends when its filing is withdrawn, and a late decision is refused', async () => {
  const submitted = await office.submit();
  await office.say(withdrawal(submitted.filingId));
  expect(await office.act('reviewer-1', submitted, 'approval', { opinion })).toMatchObject({
    status: 409,
    json: { code: 'review.closed', details: { status: 'voided' } },
  });
});

it('a decision that intake could not carry out is voided, and the reviewer sees why', async () => {
  const submitted = await office.submit();
  await office.act('reviewer-1', submitted, 'approval', { opinion });
  const { filingId, reviewId } = submitted;
  const data = { filingId, reviewId, submission: 1, code: 'filing.withdrawn-meanwhile' };
  await office.say({ type: 'ReviewDecisionRefused', data });
  const { json } = await office.get(
    'reviewer-1',
    '/api/reviews?view=decided&status=voided&decidedBy=reviewer-1',
  );
  expect(json.rows).toMatchObject([{ filingId, status: 'voided', reasonCode: 'filing.withdrawn-meanwhile' }]);
});

it('an overdue review is reminded of and escalated once, also after a pause', async () => {
  const { reviewId } = await office.submit();
  const { clock } = office.test.office;
  clock.standAt('2026-03-06T01:00:00.000Z');
  await office.test.office.fireTimers();
  clock.standAt('2026-03-20T01:00:00.000Z');
  for (let again = 0; again < 3; again++) {
    await office.settle();
    await office.test.office.fireTimers();
  }
  expect(await historyOf(reviewId)).toEqual(['ReviewOpened', 'ReviewReminded', 'ReviewEscalated']);
});

it('open deadlines follow a calendar that is published later, decided ones do not', async () => {
  const open = await office.submit();
  const decided = await office.submit();
  await office.act('reviewer-1', decided, 'approval', { opinion });
  await office.say(calendarOf(2, ['2026-03-05', '2026-03-06']));
  const { json } = await office.get('reviewer-1', open.url);
  expect(json).toMatchObject({
    deadline: { dueOn: '2026-03-11' },
    timeline: [{}, { type: 'DeadlineRecalculated', said: { previousDueOn: '2026-03-09' } }],
  });
  expect(await historyOf(decided.reviewId)).toEqual(['ReviewOpened', 'ReviewApproved']);
});

it('an erased person is gone from queue, search and opinions, and a rebuild shows the same', async () => {
  const submitted = await office.submit();
  const { filingId, reviewId } = submitted;
  await office.say(named(filingId, '王小明'));
  await office.act('reviewer-1', submitted, 'claim');
  await office.act('reviewer-1', submitted, 'rejection', {
    reasonCode: 'NOT_ENROLLED',
    opinion: '王小明未参保',
  });
  const personId = filingId.replace(/^./, 'f');
  await office.say({ type: 'ApplicantErased', data: { filingId, personId } });
  const row = (await office.get('reviewer-1', `/api/reviews?view=all&filingId=${filingId}`)).json.rows;
  expect(row).toMatchObject([{ applicantName: ERASED, idNumber: ERASED }]);
  const reviewer = await office.as('reviewer-1');
  expect((await reviewer.send('POST', '/api/reviews/search', { search: '王小明' })).json.rows).toEqual([]);
  const { json } = await office.get('reviewer-1', `/api/reviews/${reviewId}`);
  expect(json.timeline).toContainEqual(
    expect.objectContaining({ type: 'ReviewRejected', said: expect.objectContaining({ opinion: ERASED }) }),
  );
  const reports = await office.test.office.replay({ swap: false });
  expect(reports.filter(({ equal }) => equal !== true)).toEqual([]);
});
