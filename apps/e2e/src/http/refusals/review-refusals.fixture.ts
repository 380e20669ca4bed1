import { enrol } from '../enrolment.fixture';
import { type FilingCase, file, must } from '../filing-case.fixture';
import type { HttpOffice } from '../http-office.fixture';
import { anybody } from '../insured.fixture';
import { FUZHOU } from '../people.fixture';
import { lastDecision, NOBODYS_ID, type Provoke, plain, type Refusals } from './refusal.fixture';

const ONLINE = { bureau: 'cd', kind: 'OTHER_TEMPORARY', channel: 'website' } as const;
const COUNTER = { bureau: 'cd', kind: 'OTHER_TEMPORARY' } as const;
const REFERRED = { bureau: 'cd', kind: 'REFERRED' } as const;
const opinion = '材料齐全，符合规定。';

type Role = Parameters<FilingCase['who']>[0];
type Decision = readonly [step: string, body?: object, by?: Role];

const who = (filing: FilingCase, by: Role = 'reviewer') => filing.who(by);

/** A filing, decisions that pass, and the one that does not. */
const deciding =
  (wish: Parameters<typeof file>[1], last: Decision, ...before: readonly Decision[]): Provoke =>
  async (office) => {
    const filing = await file(office, wish);
    for (const [step, body, by] of before) await must(filing.decide(step, body, who(filing, by)));
    const [step, body, by] = last;
    return lastDecision(filing, step, body, who(filing, by));
  };

/** Completed by the checks alone, since the register knows the person; Fuzhou looks at every such one later. */
async function sampled(office: HttpOffice): Promise<FilingCase> {
  const person = anybody();
  await enrol(office, person, { insuredRegion: FUZHOU, personType: '12' });
  const filing = await file(office, { bureau: 'fz', kind: 'RETIRED_RESETTLED', person });
  await must(filing.decide('sample', undefined, filing.who('supervisor')));
  return filing;
}

/** Rejected, so that nothing holds the person's data any more, and erased. */
async function erasedSince(office: HttpOffice): Promise<FilingCase> {
  const filing = await file(office, ONLINE);
  await must(filing.decide('rejection', { reasonCode: 'KIND_NOT_MET', opinion }));
  const { personId } = await filing.detail();
  const body = { reasonCode: 'PERSON_REQUEST' };
  await must(office.call('admin', 'POST', `persons/${personId}/erasure`, { body }));
  return filing;
}

const correction = { outcome: 'reject', reasonCode: 'WRONG_PERSON', opinion };

/** What a review cannot do, or not by this person. */
export const reviewRefusals: Refusals = {
  'review.not-found': plain('reviewer.cd', 'GET', `reviews/${NOBODYS_ID}`),
  'review.closed': async (office) => {
    const filing = await file(office, ONLINE);
    await must(filing.act('withdrawal'));
    return lastDecision(filing, 'approval', { opinion });
  },
  'review.waiting-for-supplement': deciding(
    ONLINE,
    ['claim'],
    ['supplement', { items: ['ID_CREDENTIAL'], opinion }],
  ),
  'review.claimed-by-another': deciding(ONLINE, ['claim', undefined, 'reviewer2'], ['claim']),
  'review.not-claimed-by-you': deciding(ONLINE, ['release']),
  'review.registrar-may-not-review': async (office) => {
    const filing = await file(office, { ...ONLINE, clerk: 'allround.cd' });
    return lastDecision(filing, 'approval', { opinion }, 'allround.cd');
  },
  'review.levels-need-two-people': deciding(
    REFERRED,
    ['recheck-approval', { opinion }],
    ['first-pass', { opinion }],
  ),
  'review.conflict-declared': deciding(
    ONLINE,
    ['approval', { opinion }],
    ['conflict', { relation: 'relative' }],
  ),
  'review.not-for-one-visit': deciding(ONLINE, ['completion', { opinion }, 'clerk']),
  'review.not-the-registrar': deciding(COUNTER, ['completion', { opinion }, 'clerk2']),
  'review.opinion-required': deciding(ONLINE, ['approval', { opinion: ' ' }]),
  'review.person-erased': async (office) => {
    const filing = await erasedSince(office);
    const approval = { ...correction, outcome: 'approve' };
    return lastDecision(filing, 'correction', approval, filing.who('supervisor'));
  },
  'review.unknown-reason': deciding(ONLINE, ['rejection', { reasonCode: 'WHIM', opinion }]),
  'review.unknown-supplement-item': deciding(ONLINE, ['supplement', { items: ['WHIM'], opinion }]),
  'review.wrong-level': deciding(ONLINE, ['recheck-approval', { opinion }]),
  'review.assignee-may-not-review': async (office) => {
    const filing = await file(office, ONLINE);
    const reviewerId = office.idOf('reviewer.xm');
    return lastDecision(filing, 'assignment', { reviewerId }, filing.who('supervisor'));
  },
  'review.not-decided': deciding(ONLINE, ['correction', correction, 'supervisor']),
  'review.outcome-unchanged': deciding(
    ONLINE,
    ['correction', { ...correction, outcome: 'approve' }, 'supervisor'],
    ['approval', { opinion }],
  ),
  'review.not-in-sample': deciding(ONLINE, ['sample', undefined, 'supervisor']),
  'review.sample-taken-by-another': async (office) => {
    const filing = await sampled(office);
    return lastDecision(filing, 'sample', undefined, filing.who('supervisor2'));
  },
  'review.sampler-and-decider-differ': async (office) => {
    const filing = await sampled(office);
    return lastDecision(filing, 'correction', correction, filing.who('supervisor'));
  },
};
