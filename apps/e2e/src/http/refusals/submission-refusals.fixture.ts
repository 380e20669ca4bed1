import { enrol } from '../enrolment.fixture';
import { draft, file, offer, REFERRAL, register, type Wish } from '../filing-case.fixture';
import { anybody } from '../insured.fixture';
import { CHENGDU, XIAMEN } from '../people.fixture';
import { lastStep, type Provoke, plain, type Refusals } from './refusal.fixture';

const TEMPORARY = { bureau: 'cd', kind: 'OTHER_TEMPORARY' } as const;
const RESIDENT = { bureau: 'cd', kind: 'LONG_TERM_RESIDENT' } as const;
const STRICT = { bureau: 'fz', kind: 'OTHER_TEMPORARY' } as const;

/** A filing that is complete but for what the wish says, and then submitted. */
const submitting =
  (wish: Partial<Wish>): Provoke =>
  async (office) =>
    lastStep(await register(office, { ...TEMPORARY, ...wish }), 'submission');

/** A draft without notice and materials. */
const step =
  (wish: Partial<Wish>, name: string, body: object, method: 'PUT' | 'POST' = 'PUT'): Provoke =>
  async (office) =>
    lastStep(await draft(office, { ...TEMPORARY, ...wish }), name, body, { method });

/** Two filings of one person: the second is submitted. */
const second =
  (first: Wish, next: Wish, complete: boolean): Provoke =>
  async (office) => {
    const person = anybody();
    const before = await file(office, { ...first, person });
    if (complete) await before.complete();
    return lastStep(await register(office, { ...next, person }), 'submission');
  };

const enrolledAs =
  (enrolled: { insuredRegion: string; status?: string }): Provoke =>
  async (office) => {
    const person = anybody();
    await enrol(office, person, enrolled);
    return lastStep(await register(office, { ...TEMPORARY, person }), 'submission');
  };

const elsewhere = { treatmentRegion: '330100' };
const inHospital = (admittedOn: string) => ({ admitted: true, admittedOn });

/** What stops a submission, code by code. */
export const submissionRefusals: Refusals = {
  'filing.no-policy': async (office) => {
    const { clock } = office.test.office;
    const now = clock.now();
    return {
      run: () => {
        clock.standAt('2022-12-30T01:00:00.000Z');
        return office.get('clerk.cd', `kinds?insuredRegion=${CHENGDU}`);
      },
      after: async () => clock.standAt(now),
    };
  },
  'filing.kind-not-offered': async (office) =>
    lastStep(await draft(office, { ...TEMPORARY, kind: 'MATERNITY' }), 'submission'),
  'filing.incomplete': async (office) =>
    lastStep(await draft(office, { ...TEMPORARY, data: { contact: {} } }), 'submission'),
  'filing.id-number-invalid': async (office) => {
    const person = anybody();
    const wrong = person.idNumber.endsWith('1') ? '2' : '1';
    const applicant = { ...person, idNumber: `${person.idNumber.slice(0, 17)}${wrong}` };
    return lastStep(await register(office, { ...TEMPORARY, data: { applicant } }), 'submission');
  },
  'filing.identity-inconsistent': async (office) => {
    const applicant = { ...anybody(), birthDate: '1968-05-21' };
    return lastStep(await register(office, { ...TEMPORARY, data: { applicant } }), 'submission');
  },
  'filing.not-enrolled': enrolledAs({ insuredRegion: XIAMEN }),
  'filing.enrolment-not-normal': enrolledAs({ insuredRegion: CHENGDU, status: '2' }),
  'filing.region-not-pooling': async (office) => {
    const filing = await register(office, { ...TEMPORARY, clerk: 'clerk.nation' });
    const { status } = await office.call('clerk.nation', 'PATCH', `${filing.path}/draft`, {
      body: { insuredRegion: '510000', data: {} },
      ifMatch: await filing.etag(),
    });
    if (status !== 200) throw new Error('the draft was not moved');
    return lastStep(filing, 'submission');
  },
  'filing.area-unknown': plain('clerk.cd', 'GET', 'kinds?insuredRegion=999999'),
  'filing.same-province': submitting({ data: { treatmentRegion: '510300' } }),
  'filing.place-level-not-accepted': submitting({ data: { treatmentRegion: '330000' } }),
  'filing.filer-not-accepted': submitting({
    ...STRICT,
    data: { filedBy: 'agent', agent: { ...agentOf(), relation: '2' } },
  }),
  'filing.channel-not-accepted': submitting({ ...STRICT, channel: 'website' }),
  'filing.notice-not-read': async (office) => lastStep(await draft(office, withAdmission()), 'submission'),
  'filing.notice-outdated': step({}, 'notice', { version: '1999-01' }),
  'filing.letter-not-allowed': step({}, 'letter', { version: '2023-01', signature: 'ticked' }),
  'filing.letter-outdated': step(RESIDENT, 'letter', { version: '1999-01', signature: 'ticked' }),
  'filing.signature-not-accepted': step({ bureau: 'fz', kind: 'LONG_TERM_RESIDENT' }, 'letter', {
    version: 'strict-1',
    signature: 'ticked',
  }),
  'filing.signature-missing': step(RESIDENT, 'letter', { version: '2023-01', signature: 'drawn' }),
  'filing.materials-missing': async (office) => {
    const filing = await draft(office, withAdmission());
    const { notice } = await offer(office, 'cd');
    await filing.act('notice', { version: notice.version }, filing.clerk, 'PUT');
    return lastStep(filing, 'submission');
  },
  'filing.dates-reversed': submitting({ data: { endsOn: '2026-03-01' } }),
  'filing.end-not-chosen': submitting({ data: { endsOn: '2026-12-31' } }),
  'filing.validity-out-of-range': submitting({
    bureau: 'xm',
    kind: 'XM_TEMPORARY',
    data: { endsOn: '2046-01-01' },
  }),
  'filing.start-too-early': submitting({
    ...STRICT,
    kind: 'LONG_TERM_RESIDENT',
    data: { startsOn: '2026-01-02', admission: inHospital('2026-01-02') },
  }),
  'filing.backdating-needs-admission': submitting({ data: { startsOn: '2026-02-20' } }),
  'filing.start-after-admission': submitting({ data: { admission: inHospital('2026-02-20') } }),
  'filing.retroactive-not-accepted': submitting({
    ...STRICT,
    data: { startsOn: '2026-03-01', admission: inHospital('2026-03-01') },
  }),
  'filing.duplicate': second(TEMPORARY, TEMPORARY, false),
  'filing.long-term-pending': second(RESIDENT, { ...RESIDENT, data: elsewhere }, false),
  'filing.long-term-exists': second(
    { ...STRICT, kind: 'LONG_TERM_RESIDENT' },
    { ...STRICT, kind: 'LONG_TERM_RESIDENT', data: elsewhere },
    true,
  ),
  'filing.overlap-not-accepted': second(
    { ...STRICT, kind: 'LONG_TERM_RESIDENT' },
    { ...STRICT, data: elsewhere },
    true,
  ),
  'filing.institution-may-not-refer': submitting({ ...STRICT, kind: 'REFERRED' }),
  'filing.hospital-disagrees': submitting({
    kind: 'REFERRED',
    data: { referral: { ...REFERRAL, hospitalAgrees: false } },
  }),
  'filing.reason-not-listed': submitting({
    kind: 'REFERRED',
    data: { referral: { ...REFERRAL, reason: 'WHIM' } },
  }),
};

function withAdmission(): Wish {
  return { ...TEMPORARY, data: { admission: { admitted: false } } };
}

function agentOf() {
  const { name, idType, idNumber, phone } = anybody();
  return { name, idType, idNumber, phone, address: '福州市鼓楼区示例路 1 号' };
}
