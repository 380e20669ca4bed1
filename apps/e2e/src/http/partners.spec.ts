import { z } from 'zod';
import { FilingCase, REFERRAL } from './filing-case.fixture';
import { type Answer, HttpOffice, succeeded } from './http-office.fixture';
import { anybody, type Insured } from './insured.fixture';
import { CHENGDU, type Who } from './people.fixture';

let office: HttpOffice;
beforeAll(async () => {
  office = await HttpOffice.open();
}, 60_000);
afterAll(() => office.close());

const created = z.looseObject({ id: z.string() });

const whole = (kind: string, person: Insured, originalsSeen: readonly string[], sections: object) => ({
  insuredRegion: CHENGDU,
  noticeVersion: '2023-01',
  originalsSeen,
  data: {
    kind,
    insuranceType: '310',
    treatmentRegion: '310000',
    startsOn: '2026-03-02',
    applicant: person,
    contact: { name: '林联系', phone: '13900139000' },
    admission: { admitted: false },
    ...sections,
  },
});

const send = (who: Who, path: string, body: object): Promise<Answer> =>
  office.call(who, 'POST', `filings/${path}`, { body });

const caseOf = (answer: Answer, person: Insured): FilingCase =>
  new FilingCase(office, succeeded(answer, created).id, 'cd', person, 'clerk.cd');

it('the sending hospital files a referral with its token, and follows it to approval', async () => {
  const person = anybody();
  const body = whole('REFERRED', person, ['ID_CREDENTIAL', 'REFERRAL_DOCUMENT'], { referral: REFERRAL });
  const answer = await send('hospital.cd', 'referrals', body);
  expect(answer.status).toBe(201);
  const filing = caseOf(answer, person);
  expect(await filing.line()).toMatchObject({ status: 'submitted', kind: 'REFERRED', channel: 'hospital' });

  expect((await filing.decide('approval', { opinion: '符合。' })).status).toBe(200);
  const progress = await office.get('hospital.cd', `${filing.path}/progress`);
  expect(progress.json).toMatchObject({ status: 'active', endsOn: '2026-09-02' });
  expect((await office.get('employer.cd', `${filing.path}/progress`)).code).toBe('filing.not-found');
});

it('an employer files for its posted staff, collected and confirmed', async () => {
  const person = anybody();
  const employer = { name: '示例派驻公司', number: 'U510100001', confirmedOn: '2026-03-01' };
  const body = whole('STATIONED_WORKER', person, ['ID_CREDENTIAL', 'WORK_PROOF'], { employer });
  const answer = await send('employer.cd', 'collected', body);
  const filing = caseOf(answer, person);
  expect(await filing.line()).toMatchObject({ status: 'submitted', channel: 'employer' });
  await filing.decide('approval', { opinion: '符合。' });
  expect(await filing.status()).toBe('active');
});

describe('a deemed emergency filing', () => {
  const stay = (person: Insured, event: string, more: object = {}) => ({
    serialNumber: `SN-${person.idNumber.slice(-6)}`,
    eventSerialNumber: event,
    emergency: true,
    applicant: { name: person.name, idType: person.idType, idNumber: person.idNumber },
    insuredRegion: CHENGDU,
    treatmentRegion: '310000',
    insuranceType: '310',
    institutionCode: 'H31000000001',
    admittedOn: '2026-02-27',
    ...more,
  });

  it('is active from the admission without a review, counts once, and ends with the discharge', async () => {
    const person = anybody();
    const answer = await send('settlement', 'deemed', stay(person, 'EV-1'));
    const filing = caseOf(answer, person);
    expect(await filing.line()).toMatchObject({
      status: 'active',
      nationalKind: 'EMERGENCY',
      startsOn: '2026-02-27',
    });
    await expect(filing.review()).rejects.toThrow('no review');

    const again = await office.recordedBy(() => send('settlement', 'deemed', stay(person, 'EV-1')));
    expect(again.events).toEqual([]);
    expect(again.result.json.id).toBe(filing.filingId);

    await send('settlement', 'deemed', stay(person, 'EV-2', { dischargedOn: '2026-03-02' }));
    expect(await filing.history()).toEqual(['FilingDeemed', 'DeemedFilingUpdated']);
    await office.dayIs('2026-03-03');
    expect(await filing.status()).toBe('expired');
    await office.dayIs('2026-03-02');
  });

  it('is overturned when the flag was wrong', async () => {
    const person = anybody();
    const filing = caseOf(await send('hospital.cd', 'deemed', stay(person, 'EV-3')), person);
    await send('settlement', 'deemed', stay(person, 'EV-4', { emergency: false }));
    expect((await filing.history()).at(-1)).toBe('DeemedFilingOverturned');
    expect(await filing.status()).toBe('revoked');
  });
});
