import { randomUUID } from 'node:crypto';
import { ReviewOffice, type Submitted } from './review-office.fixture';

let office: ReviewOffice;
beforeAll(async () => {
  office = await ReviewOffice.open();
}, 60_000);
afterAll(() => office.close());

const opinion = '材料齐全';
const rowsOf = (json: Readonly<Record<string, unknown>>) => json.rows as Record<string, unknown>[];
const item = ({ reviewId }: Submitted) => ({ reviewId });

describe('a batch', () => {
  it('claims what it can, and says of each what came of it', async () => {
    const [free, held] = [await office.submit(), await office.submit()];
    await office.act('reviewer-2', held, 'claim');
    const reviews = [item(free), item(held), { reviewId: randomUUID() }, { ...item(free), revision: 0 }];
    const answer = await (await office.as('reviewer-1')).send('POST', '/api/reviews/batch/claim', {
      reviews,
    });
    expect(answer.json.results).toMatchObject([
      { reviewId: free.reviewId, outcome: 'done', revision: 1 },
      { outcome: 'refused', problem: { code: 'review.claimed-by-another', status: 409 } },
      { outcome: 'refused', problem: { code: 'review.not-found' } },
      { outcome: 'refused', problem: { code: 'request.stale-revision' } },
    ]);
  });

  it('sent again with its key does nothing twice', async () => {
    const [one, other] = [await office.submit(), await office.submit()];
    const supervisor = await office.as('supervisor-1');
    const body = { reviews: [item(one), item(other)], reviewerId: 'reviewer-1' };
    const headers = { 'idempotency-key': randomUUID() };
    const send = () => supervisor.send('POST', '/api/reviews/batch/assignment', body, headers);
    const first = await send();
    expect(first.json.results).toMatchObject([{ outcome: 'done' }, { outcome: 'done' }]);
    expect((await send()).json).toEqual(first.json);
    const { head } = await office.test.office.log.load(`review-${one.reviewId}`);
    expect(head.revision).toBe(1);
  });
});

describe('an assignment', () => {
  it('shows in the workload of the reviewer', async () => {
    const submitted = await office.submit();
    await office.act('supervisor-1', submitted, 'assignment', { reviewerId: 'reviewer-2' });
    const { json } = await office.get('supervisor-1', '/api/reviews/workload');
    const before = rowsOf(json).find(({ accountId }) => accountId === 'reviewer-2');
    await office.act('reviewer-2', submitted, 'approval', { opinion });
    const again = await office.get('supervisor-1', '/api/reviews/workload');
    const after = rowsOf(again.json).find(({ accountId }) => accountId === 'reviewer-2');
    expect(Number(before?.inHand) - Number(after?.inHand)).toBe(1);
    expect(Number(after?.decidedThisMonth) - Number(before?.decidedThisMonth)).toBe(1);
  });

  it('goes only to an account that may review in the region', async () => {
    const submitted = await office.submit();
    for (const reviewerId of ['foreign-1', 'supervisor-1', randomUUID()]) {
      expect(await office.act('supervisor-1', submitted, 'assignment', { reviewerId })).toMatchObject({
        status: 422,
        json: { code: 'review.assignee-may-not-review' },
      });
    }
  });

  it('is refused to reviewers', async () => {
    const submitted = await office.submit();
    const answer = await office.act('reviewer-1', submitted, 'assignment', { reviewerId: 'reviewer-1' });
    expect(answer).toMatchObject({ status: 403, json: { code: 'access.forbidden' } });
  });
});

describe('a correction', () => {
  it('is a new decision; the old one stays in the timeline', async () => {
    const submitted = await office.submit();
    await office.act('reviewer-1', submitted, 'approval', { opinion });
    const body = { outcome: 'reject', reasonCode: 'WRONG_PERSON', opinion: '审错人' };
    expect((await office.act('supervisor-1', submitted, 'correction', body)).status).toBe(200);
    const { json } = await office.get('supervisor-1', submitted.url);
    expect(json).toMatchObject({
      status: 'rejected',
      timeline: [
        { type: 'ReviewOpened' },
        { type: 'ReviewApproved', by: 'reviewer-1', said: { opinion } },
        { type: 'DecisionCorrected', by: 'supervisor-1', said: { reasonCode: 'WRONG_PERSON' } },
      ],
    });
  });
});

describe('sampling', () => {
  it('is done by one supervisor, who then may not correct', async () => {
    const submitted = await office.submit({ completion: 'automatic' });
    expect((await office.act('supervisor-1', submitted, 'sample')).status).toBe(200);
    const result = { result: 'fault', opinion: '日期不符' };
    expect((await office.act('supervisor-1', submitted, 'sample-result', result)).status).toBe(200);
    const mine = await office.get('supervisor-1', '/api/reviews/samples?mine=true');
    expect(rowsOf(mine.json)).toMatchObject([{ reviewId: submitted.reviewId, result: 'fault' }]);
    const body = { outcome: 'reject', reasonCode: 'WRONG_PERSON', opinion: '审错人' };
    expect(await office.act('supervisor-1', submitted, 'correction', body)).toMatchObject({
      status: 403,
      json: { code: 'review.sampler-and-decider-differ' },
    });
    expect((await office.act('supervisor-2', submitted, 'correction', body)).status).toBe(200);
  });
});
