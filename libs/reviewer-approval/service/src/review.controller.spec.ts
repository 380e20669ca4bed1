import { randomUUID } from 'node:crypto';
import { named } from './neighbours.fixture';
import { ReviewOffice } from './review-office.fixture';

let office: ReviewOffice;
beforeAll(async () => {
  office = await ReviewOffice.open();
}, 60_000);
afterAll(() => office.close());

const opinion = '材料齐全';
const rowsOf = (json: Readonly<Record<string, unknown>>) => json.rows as Record<string, unknown>[];

describe('a submitted filing', () => {
  it('stands in the queue with name and deadline, and its review can be read', async () => {
    const { filingId, reviewId, url } = await office.submit();
    await office.say(named(filingId, '王小明'));
    const list = await office.get('reviewer-1', `/api/reviews?filingId=${filingId}`);
    expect(rowsOf(list.json)).toMatchObject([
      {
        reviewId,
        applicantName: '王小明',
        idNumber: '1101**********123X',
        status: 'open',
        dueOn: '2026-03-09',
      },
    ]);
    const one = await office.get('reviewer-1', url);
    expect(one).toMatchObject({ status: 200, headers: { etag: '"0"' } });
    expect(one.json).toMatchObject({
      applicantName: '王小明',
      deadline: { derivation: { from: '2026-03-02', workingDays: 5, unpublishedYears: [] } },
      file: { checks: [{ code: 'enrolment.normal', outcome: 'passed' }] },
    });
  });

  it('is found by one character of the name, by POST, so that no name stands in a URL', async () => {
    const { filingId } = await office.submit();
    await office.say(named(filingId, '欧阳锋'));
    const found = await (await office.as('reviewer-1')).send('POST', '/api/reviews/search', { search: '锋' });
    expect(rowsOf(found.json)).toMatchObject([{ filingId, applicantName: '欧阳锋' }]);
    expect((await office.get('reviewer-1', '/api/reviews?search=x')).status).toBe(422);
  });

  it('is claimed, approved and gone from the open queue', async () => {
    const submitted = await office.submit();
    expect((await office.act('reviewer-1', submitted, 'claim')).status).toBe(200);
    const mine = await office.get('reviewer-1', '/api/reviews?view=mine');
    expect(rowsOf(mine.json).map(({ reviewId }) => reviewId)).toContain(submitted.reviewId);
    expect((await office.act('reviewer-1', submitted, 'approval', { opinion })).status).toBe(200);
    const decided = await office.get(
      'reviewer-1',
      `/api/reviews?view=decided&filingId=${submitted.filingId}`,
    );
    expect(rowsOf(decided.json)).toMatchObject([{ status: 'approved', decidedBy: 'reviewer-1' }]);
  });

  it('goes through two levels with two people', async () => {
    const submitted = await office.submit({ completion: 'two-levels' });
    await office.act('reviewer-1', submitted, 'first-pass', { opinion });
    const alone = await office.act('reviewer-1', submitted, 'recheck-approval', { opinion });
    expect(alone).toMatchObject({ status: 403, json: { code: 'review.levels-need-two-people' } });
    await office.act('reviewer-2', submitted, 'recheck-return', { opinion: '日期不符' });
    await office.act('reviewer-1', submitted, 'first-pass', { opinion });
    expect((await office.act('reviewer-2', submitted, 'recheck-approval', { opinion })).status).toBe(200);
    const { json } = await office.get('reviewer-1', submitted.url);
    expect(json).toMatchObject({ status: 'approved', revision: 4 });
  });

  it('is completed in one visit by the clerk who registered it, and picked for a later look', async () => {
    const submitted = await office.submit({ completion: 'one-visit' });
    expect((await office.act('clerk-1', submitted, 'completion', {})).status).toBe(200);
    const samples = await office.get('supervisor-1', '/api/reviews/samples?status=picked');
    expect(rowsOf(samples.json)).toContainEqual(
      expect.objectContaining({ reviewId: submitted.reviewId, oneIn: 1 }),
    );
  });

  it('is completed automatically when every check passed', async () => {
    const { url } = await office.submit({ completion: 'automatic' });
    expect((await office.get('reviewer-1', url)).json).toMatchObject({ status: 'approved' });
  });

  it('comes back after a supplement as a review of its own', async () => {
    const submitted = await office.submit();
    const { filingId } = submitted;
    const items = ['REFERRAL_DOCUMENT'];
    await office.act('reviewer-1', submitted, 'supplement', { items, opinion: '缺少转诊单' });
    await office.submit({ filingId, submission: 2 });
    const { rows } = (await office.get('reviewer-1', `/api/reviews/of-filing/${filingId}`)).json;
    expect(rows).toMatchObject([
      { submission: 1, status: 'resubmitted' },
      { submission: 2, status: 'open' },
    ]);
  });
});

describe('two reviewers on one case', () => {
  it('the second is told that it is claimed', async () => {
    const submitted = await office.submit();
    await office.act('reviewer-1', submitted, 'claim');
    const second = await office.act('reviewer-2', submitted, 'approval', { opinion });
    expect(second).toMatchObject({
      status: 409,
      json: { code: 'review.claimed-by-another', details: { reviewerId: 'reviewer-1' } },
    });
  });

  it('a decision on a stale view is refused, and says what changed', async () => {
    const submitted = await office.submit();
    await office.act('reviewer-1', submitted, 'claim');
    const stale = await (await office.as('reviewer-1')).send(
      'POST',
      `${submitted.url}/approval`,
      { opinion },
      { 'if-match': '"0"' },
    );
    expect(stale).toMatchObject({
      status: 412,
      json: { code: 'request.stale-revision', details: { changes: [{ type: 'ReviewClaimed' }] } },
    });
  });

  it('a decision without a view is refused', async () => {
    const { url } = await office.submit();
    const blind = await (await office.as('reviewer-1')).send('POST', `${url}/approval`, { opinion });
    expect(blind.status).toBe(428);
  });

  it('a repeated request answers the first result', async () => {
    const { url } = await office.submit();
    const reviewer = await office.as('reviewer-1');
    const headers = { 'if-match': '"0"', 'idempotency-key': randomUUID() };
    const send = () => reviewer.send('POST', `${url}/approval`, { opinion }, headers);
    const first = await send();
    expect(first.status).toBe(200);
    expect((await send()).json).toMatchObject({ id: first.json.id, revision: first.json.revision });
  });
});

describe('a reviewer of another region', () => {
  it('neither sees nor decides the case', async () => {
    const submitted = await office.submit();
    expect(await office.get('foreign-1', submitted.url)).toMatchObject({
      status: 403,
      json: { code: 'access.outside-area' },
    });
    expect((await office.act('foreign-1', submitted, 'claim')).status).toBe(403);
    expect(rowsOf((await office.get('foreign-1', '/api/reviews?view=all')).json)).toEqual([]);
    expect((await office.get('foreign-1', '/api/reviews?insuredRegion=440100')).status).toBe(403);
    const reviews = await office.get('foreign-1', `/api/reviews/of-filing/${submitted.filingId}`);
    expect(reviews.json.rows).toEqual([]);
    expect((await office.get('foreign-1', '/api/reviews/counts')).json).toMatchObject({
      open: 0,
      overdue: 0,
    });
  });
});

describe('the queue', () => {
  it('pages without gap or repeat, and counts', async () => {
    await Promise.all([office.submit({ kind: 'PAGED' }), office.submit({ kind: 'PAGED' })]);
    await office.submit({ kind: 'PAGED' });
    const first = await office.get('reviewer-1', '/api/reviews?kind=PAGED&limit=2');
    expect(first.json).toMatchObject({ total: 3 });
    const { next } = first.json as { next: string };
    const rest = await office.get(
      'reviewer-1',
      `/api/reviews?kind=PAGED&limit=2&cursor=${encodeURIComponent(next)}`,
    );
    const ids = [...rowsOf(first.json), ...rowsOf(rest.json)].map(({ reviewId }) => reviewId);
    expect(new Set(ids).size).toBe(3);
  });

  it.each(['view=nonsense', 'limit=0', 'unknown=1', 'dueFrom=2026-02-30'])('refuses %s', async (query) => {
    expect(await office.get('reviewer-1', `/api/reviews?${query}`)).toMatchObject({
      status: 422,
      json: { code: 'request.invalid' },
    });
  });

  it('filters by deadline', async () => {
    const { filingId } = await office.submit({ kind: 'DATED' });
    const within = await office.get(
      'reviewer-1',
      '/api/reviews?kind=DATED&dueFrom=2026-03-09&dueTo=2026-03-09',
    );
    expect(rowsOf(within.json)).toMatchObject([{ filingId }]);
    const after = await office.get('reviewer-1', '/api/reviews?kind=DATED&dueFrom=2026-03-10');
    expect(rowsOf(after.json)).toEqual([]);
  });
});
