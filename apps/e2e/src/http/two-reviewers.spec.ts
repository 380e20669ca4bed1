import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { draft, type FilingCase, file, must } from './filing-case.fixture';
import { type Answer, freshKey, HttpOffice } from './http-office.fixture';
import { PNG } from './multipart.fixture';
import type { Username } from './people.fixture';
import { holdCommits } from './refusals/held-commits.fixture';

let office: HttpOffice;
beforeAll(async () => {
  office = await HttpOffice.open({
    ANJUAN_HOLD_COMMIT_WHILE: join(tmpdir(), `anjuan-e2e-hold-${randomUUID()}`),
  });
}, 60_000);
afterAll(() => office.close());

const ONLINE = { bureau: 'cd', kind: 'OTHER_TEMPORARY', channel: 'website' } as const;
const opinion = '材料齐全，符合规定。';

/** Another picture of the same size. */
const OTHER_PNG = Buffer.from(PNG);
OTHER_PNG.writeUInt8(OTHER_PNG.readUInt8(OTHER_PNG.length - 1) ^ 1, OTHER_PNG.length - 1);

/** A decision on what somebody saw, whatever happened since. */
const approve = (reviewId: string, ifMatch: number | undefined, who: Username = 'reviewer.cd') =>
  office.call(who, 'POST', `reviews/${reviewId}/approval`, { body: { opinion }, ifMatch });

describe('two reviewers on one case', () => {
  it('a decision on a stale view is refused and says what changed', async () => {
    const filing = await file(office, ONLINE);
    const seen = await filing.review();
    const exclusion = { accountId: office.idOf('reviewer2.cd'), relation: 'relative' };
    await must(filing.decide('exclusion', exclusion, filing.who('supervisor')));
    const { result, events } = await office.recordedBy(() => approve(seen.reviewId, seen.revision));
    expect(result.status).toBe(412);
    expect(result.json).toMatchObject({
      code: 'request.stale-revision',
      details: {
        expected: 0,
        actual: 1,
        changes: [{ type: 'ConflictDeclared', revision: 1, actorId: office.idOf('supervisor.cd') }],
      },
    });
    expect(events).toEqual([]);
    await must(filing.decide('approval', { opinion }));
    expect(await filing.status()).toBe('active');
  });

  it('a case that another has claimed is not decided, and says who has it', async () => {
    const filing = await file(office, ONLINE);
    await must(filing.decide('claim', undefined, filing.who('reviewer2')));
    const answer = await filing.decide('approval', { opinion });
    expect(answer.status).toBe(409);
    expect(answer.json).toMatchObject({
      code: 'review.claimed-by-another',
      details: { reviewerId: office.idOf('reviewer2.cd') },
    });
  });

  it('of two who claim at the same moment one gets it', async () => {
    const filing = await file(office, ONLINE);
    const { reviewId } = await filing.review();
    for (const who of ['reviewer.cd', 'reviewer2.cd'] as const) await office.credentials(who);
    const claims = await Promise.all(
      (['reviewer.cd', 'reviewer2.cd'] as const).map((who) =>
        office.call(who, 'POST', `reviews/${reviewId}/claim`),
      ),
    );
    expect(claims.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('of two who decide at the same moment on the same view one decides, the other is told', async () => {
    const filing = await file(office, ONLINE);
    const { reviewId, revision } = await filing.review();
    for (const who of ['reviewer.cd', 'reviewer2.cd'] as const) await office.credentials(who);
    const decisions = await Promise.all([
      approve(reviewId, revision),
      office.call('reviewer2.cd', 'POST', `reviews/${reviewId}/rejection`, {
        body: { reasonCode: 'KIND_NOT_MET', opinion },
        ifMatch: revision,
      }),
    ]);
    expect(decisions.map(({ status }) => status).sort()).toEqual([200, 412]);
    const history = await filing.history();
    expect(history.filter((type) => /^Filing(Approved|Rejected)$/.test(type))).toHaveLength(1);
  });

  it('a decision without If-Match is refused', async () => {
    const { reviewId } = await (await file(office, ONLINE)).review();
    expect((await approve(reviewId, undefined)).status).toBe(428);
  });
});

describe('a withdrawn filing is not approved by a late decision', () => {
  const outcome = async (filing: FilingCase) => ({
    filing: await filing.status(),
    review: (await filing.review()).status,
  });

  it('when the review already knows', async () => {
    const filing = await file(office, ONLINE);
    const seen = await filing.review();
    await must(filing.act('withdrawal'));
    expect((await approve(seen.reviewId, seen.revision)).status).toBe(412);
    expect((await filing.decide('approval', { opinion })).code).toBe('review.closed');
    expect(await outcome(filing)).toEqual({ filing: 'withdrawn', review: 'voided' });
  });

  it.each(['withdrawal first', 'approval first'])(
    'when both are recorded before either context hears of the other: %s',
    async (order) => {
      const filing = await file(office, ONLINE);
      const { reviewId, revision } = await filing.review();
      const ifMatch = await filing.etag();
      await office.credentials('reviewer.cd');
      const withdraw = () => office.call('clerk.cd', 'POST', `${filing.path}/withdrawal`, { ifMatch });
      const decide = () => approve(reviewId, revision);
      const held = holdCommits(office);
      const steps = order === 'withdrawal first' ? [withdraw, decide] : [decide, withdraw];
      const sent: Promise<Answer>[] = [];
      for (const step of steps) {
        sent.push(step());
        await pause(100);
      }
      held.release();
      expect((await Promise.all(sent)).map(({ status }) => status)).toEqual([200, 200]);
      await office.settle();

      expect(await outcome(filing)).toEqual({ filing: 'withdrawn', review: 'voided' });
      const history = await filing.history();
      expect(history).toContain('ReviewDecisionRefused');
      expect(history).not.toContain('FilingApproved');
      const reviewer = office.idOf('reviewer.cd');
      const told = await office.get(
        'reviewer.cd',
        `reviews?view=all&status=voided&decidedBy=${reviewer}&filingId=${filing.filingId}`,
      );
      expect(told.json.rows).toMatchObject([{ reviewId, status: 'voided' }]);
    },
  );

  it('and after the approval has arrived there is nothing left to withdraw', async () => {
    const filing = await file(office, ONLINE);
    await must(filing.decide('approval', { opinion }));
    expect((await filing.act('withdrawal')).code).toBe('filing.not-under-review');
    expect(await outcome(filing)).toEqual({ filing: 'active', review: 'approved' });
  });

  it('whichever way a race goes, filing and review agree', async () => {
    for (let round = 0; round < 8; round++) {
      const filing = await file(office, ONLINE);
      const { reviewId, revision } = await filing.review();
      const ifMatch = await filing.etag();
      const approval = approve(reviewId, revision);
      await pause(round * 3);
      const withdrawal = await office.call('clerk.cd', 'POST', `${filing.path}/withdrawal`, { ifMatch });
      await approval;
      await office.settle();
      expect(await outcome(filing)).toEqual(
        withdrawal.status === 200
          ? { filing: 'withdrawn', review: 'voided' }
          : { filing: 'active', review: 'approved' },
      );
    }
  }, 30_000);
});

describe('where the policy asks for a second person', () => {
  it('the registrar does not review', async () => {
    const filing = await file(office, { ...ONLINE, clerk: 'allround.cd' });
    for (const step of ['claim', 'approval', 'rejection', 'supplement']) {
      const body = { approval: { opinion }, rejection: { reasonCode: 'KIND_NOT_MET', opinion } }[step];
      const answer = await filing.decide(
        step,
        step === 'supplement' ? { items: ['ID_CREDENTIAL'], opinion } : body,
        'allround.cd',
      );
      expect([answer.status, answer.code]).toEqual([403, 'review.registrar-may-not-review']);
    }
    await must(filing.decide('approval', { opinion }));
  });

  it('whoever submits it again after a supplement does not review it either', async () => {
    const filing = await file(office, ONLINE);
    await must(filing.decide('supplement', { items: ['ID_CREDENTIAL'], opinion }));
    await must(filing.act('resubmission', undefined, 'allround.cd'));
    expect((await filing.decide('approval', { opinion }, 'allround.cd')).code).toBe(
      'review.registrar-may-not-review',
    );
  });

  it('the first reviewer does not recheck, and a supervisor cannot assign it to them', async () => {
    const filing = await file(office, { bureau: 'cd', kind: 'REFERRED' });
    await must(filing.decide('first-pass', { opinion }));
    for (const step of ['claim', 'recheck-approval']) {
      expect((await filing.decide(step, { opinion })).code).toBe('review.levels-need-two-people');
    }
    const reviewerId = office.idOf('reviewer.cd');
    const assignment = await filing.decide('assignment', { reviewerId }, filing.who('supervisor'));
    expect(assignment.code).toBe('review.levels-need-two-people');
    await must(filing.decide('recheck-approval', { opinion }, filing.who('reviewer2')));
    expect(await filing.status()).toBe('active');
  });
});

describe('the same request again', () => {
  const body = { insuredRegion: '510100' };
  const post = (key: string, more: object = {}, who: Username = 'clerk.cd') =>
    office.call(who, 'POST', 'filings', {
      body: { ...body, ...more },
      headers: { 'idempotency-key': key },
    });

  it('answers the first result and records nothing', async () => {
    const key = freshKey();
    const first = await must(post(key));
    const { result, events } = await office.recordedBy(() => post(key));
    expect([result.status, result.json.id]).toEqual([201, first.json.id]);
    expect(events).toEqual([]);
  });

  it('with another body is refused', async () => {
    const key = freshKey();
    await must(post(key));
    const { result, events } = await office.recordedBy(() => post(key, { channel: 'phone' }));
    expect([result.status, result.code]).toEqual([422, 'request.key-reused']);
    expect(events).toEqual([]);
  });

  it('of another account is a request of its own', async () => {
    const key = freshKey();
    const first = await must(post(key));
    const other = await must(post(key, {}, 'clerk2.cd'));
    expect(other.json.id).not.toBe(first.json.id);
  });

  it('at the same moment is done once', async () => {
    const key = freshKey();
    const { result, events } = await office.recordedBy(() =>
      Promise.all(Array.from({ length: 5 }, () => post(key))),
    );
    expect(new Set(result.map(({ json }) => json.id)).size).toBe(1);
    expect(events.map(({ type }) => type)).toEqual(['FilingDrafted']);
  });

  it('is answered although the case has moved on since', async () => {
    const filing = await file(office, ONLINE);
    const { reviewId, revision } = await filing.review();
    const call = { body: { opinion }, ifMatch: revision, headers: { 'idempotency-key': freshKey() } };
    const decide = () => office.call('reviewer.cd', 'POST', `reviews/${reviewId}/approval`, call);
    const first = await must(decide());
    const again = await must(decide());
    expect(again.json).toMatchObject({ id: first.json.id, revision: first.json.revision });
  });

  it('an upload sent twice is attached once, under the id that was answered first', async () => {
    const filing = await draft(office, { bureau: 'cd', kind: 'OTHER_TEMPORARY' });
    const key = freshKey();
    const ifMatch = await filing.etag();
    const first = await must(filing.attachWith('ID_CREDENTIAL', { key, ifMatch }));
    const again = await must(filing.attachWith('ID_CREDENTIAL', { key, ifMatch }));
    const { evidence } = await filing.detail();
    expect(evidence.map(({ evidenceId }) => evidenceId)).toEqual([first.json.evidenceId]);
    expect(again.json.evidenceId).toBe(first.json.evidenceId);
    const other = await filing.attachWith('ID_CREDENTIAL', { key, ifMatch, content: OTHER_PNG });
    expect(other.code).toBe('request.key-reused');
  });
});
