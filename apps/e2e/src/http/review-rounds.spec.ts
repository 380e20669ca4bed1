import { file, must } from './filing-case.fixture';
import { HttpOffice } from './http-office.fixture';

let office: HttpOffice;
beforeAll(async () => {
  office = await HttpOffice.open();
}, 60_000);
afterAll(() => office.close());

const opinion = '转诊单缺少盖章，请补充。';
const referral = { bureau: 'cd', kind: 'REFERRED' } as const;
const online = { bureau: 'cd', kind: 'OTHER_TEMPORARY', channel: 'website' } as const;

/** The part of the history that the title is about. */
const since = (history: readonly string[], type: string) => history.slice(history.indexOf(type));

it('a supplement cites an item of the list, goes back to the counter, and opens a second round', async () => {
  const filing = await file(office, referral);
  const first = await filing.review();
  await must(filing.decide('claim', undefined));
  await must(filing.decide('supplement', { items: ['REFERRAL_DOCUMENT'], opinion }));
  expect(await filing.detail()).toMatchObject({
    status: 'returned',
    pending: { returned: ['REFERRAL_DOCUMENT'] },
  });

  await must(filing.attach('REFERRAL_DOCUMENT'));
  await must(filing.act('resubmission'));
  const second = await filing.review();
  expect(second).toMatchObject({ status: 'open', submission: 2 });
  expect(second.reviewId).not.toBe(first.reviewId);

  await must(filing.decide('first-pass', { opinion }));
  await must(filing.decide('recheck-approval', { opinion }, filing.who('reviewer2')));
  expect(since(await filing.history(), 'FilingSubmitted')).toEqual([
    'FilingSubmitted',
    'SupplementAsked',
    'EvidenceAttached',
    'FilingResubmitted',
    'FilingApproved',
    'FilingActivated',
  ]);
});

it('a submission that is taken back leaves the queue, and its review is void', async () => {
  const filing = await file(office, online);
  await must(filing.act('withdrawal'));
  expect(await filing.status()).toBe('withdrawn');
  const queue = await office.get('reviewer.cd', `reviews?view=open&filingId=${filing.filingId}`);
  expect(queue.json.rows).toEqual([]);
  expect(await filing.review()).toMatchObject({ status: 'voided' });
});

it('the rechecker returns a case to the first review', async () => {
  const filing = await file(office, referral);
  await must(filing.decide('first-pass', { opinion }));
  await must(filing.decide('recheck-return', { opinion: '入院日期与证明不符。' }, filing.who('reviewer2')));
  expect(await filing.review()).toMatchObject({ status: 'open' });
  await must(filing.decide('first-pass', { opinion }));
  await must(filing.decide('recheck-approval', { opinion }, filing.who('reviewer2')));
  expect(await filing.status()).toBe('active');
});

it('a rejection has a coded reason, ends the filing, and is corrected by a new event', async () => {
  const filing = await file(office, online);
  await must(filing.decide('rejection', { reasonCode: 'KIND_NOT_MET', opinion: '不符合条件。' }));
  expect(await filing.line()).toMatchObject({ status: 'rejected' });

  const correction = { outcome: 'approve', reasonCode: 'WRONG_DECISION', opinion: '复查后符合条件。' };
  await must(filing.decide('correction', correction, filing.who('supervisor')));
  expect(since(await filing.history(), 'FilingSubmitted')).toEqual([
    'FilingSubmitted',
    'FilingRejected',
    'FilingCorrected',
    'FilingActivated',
  ]);
  expect(await filing.status()).toBe('active');
});

it('a wrong approval is corrected to a rejection, and the approval stays in the history', async () => {
  const filing = await file(office, online);
  await must(filing.decide('approval', { opinion: '符合。' }));
  const correction = { outcome: 'reject', reasonCode: 'WRONG_PERSON', opinion: '审错人。' };
  await must(filing.decide('correction', correction, filing.who('supervisor')));
  expect(await filing.status()).toBe('rejected');
  expect(await filing.history()).toEqual(expect.arrayContaining(['FilingApproved', 'FilingCorrected']));
});

it('a supervisor assigns a case, also out of other hands, and keeps somebody with a tie out', async () => {
  const filing = await file(office, online);
  await must(filing.decide('claim', undefined));
  const reviewerId = office.idOf('reviewer2.cd');
  await must(filing.decide('assignment', { reviewerId }, filing.who('supervisor')));
  expect((await filing.decide('approval', { opinion })).code).toBe('review.claimed-by-another');
  const exclusion = { accountId: reviewerId, relation: 'relative' };
  await must(filing.decide('exclusion', exclusion, filing.who('supervisor')));
  expect((await filing.decide('approval', { opinion }, filing.who('reviewer2'))).code).toBe(
    'review.conflict-declared',
  );
  await must(filing.decide('approval', { opinion: '符合。' }));
});
