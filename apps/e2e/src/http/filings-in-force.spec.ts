import { enrol } from './enrolment.fixture';
import { type FilingCase, file, must, type Wish } from './filing-case.fixture';
import { HttpOffice } from './http-office.fixture';
import { anybody } from './insured.fixture';
import { CHENGDU } from './people.fixture';

let office: HttpOffice;
beforeAll(async () => {
  office = await HttpOffice.open();
}, 60_000);
afterAll(() => office.close());

const temporary = { bureau: 'cd', kind: 'OTHER_TEMPORARY' } as const;
const resident = { bureau: 'cd', kind: 'LONG_TERM_RESIDENT' } as const;
const opinion = '符合规定。';

/** Files at the counter and completes in one visit. */
async function inForce(wish: Wish): Promise<FilingCase> {
  const filing = await file(office, wish);
  await filing.complete();
  return filing;
}

const last = async (filing: FilingCase, count: number) => (await filing.history()).slice(-count);

describe('a filing in force', () => {
  it('changes its place of treatment by a request that is reviewed while it stays active', async () => {
    const filing = await inForce(temporary);
    await must(filing.act('change-request', { changes: { treatmentRegion: '330100' } }));
    expect(await filing.detail()).toMatchObject({ status: 'active', treatmentRegion: '310000' });
    expect(await filing.line()).toMatchObject({ pending: 'change' });
    await filing.complete();
    expect(await filing.detail()).toMatchObject({ status: 'active', treatmentRegion: '330100' });
    expect(await last(filing, 2)).toEqual(['ChangeRequested', 'FilingChanged']);
  });

  it('keeps its place when the change is rejected, and when the request is taken back', async () => {
    const filing = await inForce({ ...temporary, channel: 'counter' });
    const change = { changes: { treatmentRegion: '330100' } };
    await must(filing.act('change-request', change));
    await must(filing.decide('rejection', { reasonCode: 'KIND_NOT_MET', opinion }));
    await must(filing.act('change-request', change));
    await must(filing.act('withdrawal'));
    expect(await filing.detail()).toMatchObject({ status: 'active', treatmentRegion: '310000' });
    expect(await last(filing, 4)).toEqual([
      'ChangeRequested',
      'RequestRejected',
      'ChangeRequested',
      'RequestWithdrawn',
    ]);
  });

  it('is extended by the months that the policy allows', async () => {
    const filing = await inForce(temporary);
    expect(await filing.line()).toMatchObject({ endsOn: '2026-09-02' });
    await must(filing.act('extension-request', {}));
    await filing.complete();
    expect(await filing.line()).toMatchObject({ status: 'active', endsOn: '2027-03-02' });
  });

  it('is cancelled by the applicant with a listed reason, reinstated, and revoked by a supervisor', async () => {
    const filing = await inForce(temporary);
    await must(filing.act('cancellation', { reasonCode: 'RETURNED' }));
    expect(await filing.status()).toBe('cancelled');
    const supervisor = filing.who('supervisor');
    await must(filing.act('reinstatement', { reasonCode: 'WRONG_DECISION' }, supervisor));
    expect(await filing.status()).toBe('active');
    await must(filing.act('revocation', { reasonCode: 'MADE_IN_ERROR', note: '重复办理。' }, supervisor));
    expect(await filing.status()).toBe('revoked');
    expect(await last(filing, 4)).toEqual([
      'FilingCancelled',
      'FilingCorrected',
      'FilingActivated',
      'FilingRevoked',
    ]);
  });

  it('ends the day before a new long-term filing of the person starts', async () => {
    const person = anybody();
    const old = await inForce({ ...resident, person });
    const data = { startsOn: '2026-03-16', treatmentRegion: '330100' };
    const fresh = await inForce({ ...resident, person, data });
    expect(await fresh.status()).toBe('approved');
    expect(await old.detail()).toMatchObject({
      status: 'active',
      supersession: { by: fresh.filingId, endsOn: '2026-03-15' },
    });
    await office.dayIs('2026-03-16');
    expect(await old.status()).toBe('superseded');
    expect(await fresh.status()).toBe('active');
    await office.dayIs('2026-03-02');
  });

  it('is suspended when the enrolment is paused, and resumed when it is normal again', async () => {
    const person = anybody();
    await enrol(office, person, { insuredRegion: CHENGDU });
    const filing = await inForce({ ...resident, person });
    await enrol(office, person, { insuredRegion: CHENGDU, status: '2' });
    expect(await filing.line()).toMatchObject({ status: 'active', suspended: true });
    await enrol(office, person, { insuredRegion: CHENGDU, status: '1' });
    expect(await filing.line()).toMatchObject({ suspended: false });
    await enrol(office, person, { insuredRegion: CHENGDU, status: '4' });
    expect(await filing.line()).toMatchObject({ suspended: true });
    expect((await filing.history()).filter((type) => /Suspended|Resumed/.test(type))).toEqual([
      'FilingSuspended',
      'FilingResumed',
      'FilingSuspended',
    ]);
  });

  it('an agent files for the person with a credential of his own', async () => {
    const { name, idType, idNumber, phone } = anybody();
    const agent = { name, idType, idNumber, phone, address: '成都市青羊区示例路 1 号', relation: '2' };
    const filing = await inForce({ ...temporary, data: { filedBy: 'agent', agent } });
    expect(await filing.detail()).toMatchObject({
      status: 'active',
      originalsSeen: ['ID_CREDENTIAL', 'AGENT_CREDENTIAL'],
      data: { filedBy: 'agent', agent: { name } },
    });
  });
});
