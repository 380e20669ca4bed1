import { randomUUID } from 'node:crypto';
import { reviewRejections } from '@anjuan/reviewer-approval-domain';
import type { TestAnswer } from '@anjuan/runtime';
import { named, withdrawal } from './neighbours.fixture';
import { ReviewOffice } from './review-office.fixture';

let office: ReviewOffice;
beforeAll(async () => {
  office = await ReviewOffice.open();
}, 60_000);
afterAll(() => office.close());

const opinion = '材料齐全';

/** Over HTTP alone: how each refusal of this context comes about. */
const provocations: Readonly<Record<keyof typeof reviewRejections.catalogue, () => Promise<TestAnswer>>> = {
  'review.not-found': async () => office.act('reviewer-1', office.reviewOf(randomUUID()), 'claim'),
  'review.closed': async () => {
    const submitted = await office.submit();
    await office.say(withdrawal(submitted.filingId));
    return office.act('reviewer-1', submitted, 'approval', { opinion });
  },
  'review.waiting-for-supplement': async () => {
    const submitted = await office.submit();
    await office.act('reviewer-1', submitted, 'supplement', { items: ['REFERRAL_DOCUMENT'], opinion });
    return office.act('reviewer-1', submitted, 'claim');
  },
  'review.claimed-by-another': async () => {
    const submitted = await office.submit();
    await office.act('reviewer-1', submitted, 'claim');
    return office.act('reviewer-2', submitted, 'claim');
  },
  'review.not-claimed-by-you': async () => office.act('reviewer-1', await office.submit(), 'release'),
  'review.registrar-may-not-review': async () =>
    office.act('reviewer-1', await office.submit({ registrarId: 'reviewer-1' }), 'claim'),
  'review.levels-need-two-people': async () => {
    const submitted = await office.submit({ completion: 'two-levels' });
    await office.act('reviewer-1', submitted, 'first-pass', { opinion });
    return office.act('reviewer-1', submitted, 'recheck-approval', { opinion });
  },
  'review.conflict-declared': async () => {
    const submitted = await office.submit();
    const exclusion = { accountId: 'reviewer-1', relation: 'relative' };
    await office.act('supervisor-1', submitted, 'exclusion', exclusion);
    return office.act('reviewer-1', submitted, 'claim');
  },
  'review.not-for-one-visit': async () => office.act('clerk-1', await office.submit(), 'completion', {}),
  'review.not-the-registrar': async () =>
    office.act('clerk-2', await office.submit({ completion: 'one-visit' }), 'completion', {}),
  'review.opinion-required': async () =>
    office.act('reviewer-1', await office.submit(), 'approval', { opinion: ' ' }),
  'review.person-erased': async () => {
    const submitted = await office.submit();
    const { filingId } = submitted;
    const personId = filingId.replace(/^./, 'f');
    await office.say(named(filingId, '王小明'), { type: 'ApplicantErased', data: { filingId, personId } });
    return office.act('reviewer-1', submitted, 'approval', { opinion });
  },
  'review.unknown-reason': async () =>
    office.act('reviewer-1', await office.submit(), 'rejection', { reasonCode: 'WHIM', opinion }),
  'review.unknown-supplement-item': async () =>
    office.act('reviewer-1', await office.submit(), 'supplement', { items: ['WHIM'], opinion }),
  'review.wrong-level': async () =>
    office.act('reviewer-1', await office.submit(), 'recheck-approval', { opinion }),
  'review.assignee-may-not-review': async () =>
    office.act('supervisor-1', await office.submit(), 'assignment', { reviewerId: 'foreign-1' }),
  'review.not-decided': async () =>
    office.act('supervisor-1', await office.submit(), 'correction', {
      outcome: 'reject',
      reasonCode: 'WRONG_PERSON',
      opinion,
    }),
  'review.outcome-unchanged': async () => {
    const submitted = await office.submit();
    await office.act('reviewer-1', submitted, 'approval', { opinion });
    const correction = { outcome: 'approve', reasonCode: 'WRONG_PERSON', opinion };
    return office.act('supervisor-1', submitted, 'correction', correction);
  },
  'review.not-in-sample': async () => office.act('supervisor-1', await office.submit(), 'sample'),
  'review.sample-taken-by-another': async () => {
    const submitted = await office.submit({ completion: 'automatic' });
    await office.act('supervisor-1', submitted, 'sample');
    return office.act('supervisor-2', submitted, 'sample');
  },
  'review.sampler-and-decider-differ': async () => {
    const submitted = await office.submit({ completion: 'automatic' });
    await office.act('supervisor-1', submitted, 'sample');
    const correction = { outcome: 'reject', reasonCode: 'WRONG_PERSON', opinion };
    return office.act('supervisor-1', submitted, 'correction', correction);
  },
};

describe('each refusal of reviewer-approval is a problem detail in both languages', () => {
  it.each(Object.entries(provocations))('%s', async (code, provoke) => {
    const { status, json } = await provoke();
    expect(json).toMatchObject({ code, status });
    expect(json.messages).toMatchObject({
      zh: expect.stringMatching(/\p{Script=Han}/u),
      en: expect.stringMatching(/\w/),
    });
    expect(json.next).toMatchObject({ zh: expect.stringMatching(/\p{Script=Han}/u) });
  });
});
