import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { problemSchema, problemsOf } from '@anjuan/runtime';
import { type Answer, HttpOffice } from './http-office.fixture';
import { accountRefusals } from './refusals/account-refusals.fixture';
import { contended, engineRefusals, unfinishedErasure } from './refusals/engine-refusals.fixture';
import { filingRefusals } from './refusals/filing-refusals.fixture';
import { personRefusals } from './refusals/person-refusals.fixture';
import type { LastRequest, Meanwhile } from './refusals/refusal.fixture';
import { registryRefusals } from './refusals/registry-refusals.fixture';
import { requestRefusals } from './refusals/request-refusals.fixture';
import { reviewRefusals } from './refusals/review-refusals.fixture';
import { submissionRefusals } from './refusals/submission-refusals.fixture';
import { publishStrictPolicy } from './strict-region.fixture';

let office: HttpOffice;
beforeAll(async () => {
  office = await HttpOffice.open({
    ANJUAN_READ_WAIT_MS: '50',
    ANJUAN_HOLD_COMMIT_WHILE: join(tmpdir(), `anjuan-e2e-hold-${randomUUID()}`),
  });
  await publishStrictPolicy(office);
}, 60_000);
afterAll(() => office.close());

const refusals = {
  ...requestRefusals,
  ...accountRefusals,
  ...registryRefusals,
  ...submissionRefusals,
  ...filingRefusals,
  ...personRefusals,
  ...reviewRefusals,
  ...engineRefusals,
};

/** Codes that this run has seen as they have to be. */
const provoked = new Set<string>();

const STATUS: Readonly<Record<string, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  stale: 412,
  'precondition-required': 428,
  'too-large': 413,
  'unsupported-type': 415,
  'too-many': 429,
  unavailable: 503,
};

const catalogue = () => problemsOf(office.test.office).codes;
const CHINESE = /\p{Script=Han}/u;

/** A problem document of this code: its status, both languages, what to do next. */
function expectProblem(answer: Answer, code: string): void {
  expect(answer.code).toBe(code);
  const kind = catalogue().get(code)?.kind ?? '';
  expect(answer.status).toBe(STATUS[kind]);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  const { messages, next, correlationId, status } = problemSchema.parse(answer.json);
  expect(status).toBe(answer.status);
  expect([messages.zh, next.zh].every((text) => CHINESE.test(text))).toBe(true);
  expect([messages.en, next.en].every((text) => /^[A-Z]/.test(text) && !CHINESE.test(text))).toBe(true);
  expect(answer.headers['x-correlation-id']).toBe(correlationId);
  provoked.add(code);
}

async function send(last: LastRequest | Meanwhile): Promise<Answer> {
  if ('run' in last) return last.run();
  const { who, method, path, call } = last;
  return office.sendOnly(await office.credentials(who), method, path, call);
}

describe('a refusal is a problem document in both languages and records nothing', () => {
  it.each(Object.entries(refusals))(
    '%s',
    async (code, provoke) => {
      const last = await provoke(office);
      try {
        if ('who' in last) await office.credentials(last.who);
        const { result, events } = await office.recordedBy(() => send(last));
        expectProblem(result, code);
        expect(events).toEqual([]);
      } finally {
        if ('run' in last) await last.after?.();
      }
    },
    30_000,
  );

  it('store.contended', async () => {
    const { answer, recorded } = await contended(office);
    expectProblem(answer, 'store.contended');
    expect(recorded).toBe(false);
  }, 30_000);
});

it('an erasure that is recorded but not carried out yet says so: person.erasure-unfinished', async () => {
  expectProblem(await unfinishedErasure(office), 'person.erasure-unfinished');
});

it('every code of the catalogue is provoked over HTTP', () => {
  expect([...provoked].filter((code) => !catalogue().has(code))).toEqual([]);
  expect([...catalogue().keys()].filter((code) => !provoked.has(code))).toEqual([]);
});
