import { IntakeOffice } from '../testing/intake-office.fixture';
import { policyOf } from '../testing/neighbours.fixture';
import { policyItems } from '../testing/policy.fixture';

let office: IntakeOffice;
beforeAll(async () => {
  office = await IntakeOffice.open();
});
afterAll(() => office.close());

const kindsOf = (query: string, as = 'clerk') => office.call(as, 'GET', `kinds?${query}`);
const codesOf = async (query: string) =>
  ((await kindsOf(query)).json.kinds as { code: string }[]).map(({ code }) => code);

describe('the kinds on offer', () => {
  it('come from the resolved policy, with its digest and levels and all that a form needs', async () => {
    const { status, json } = await kindsOf('insuredRegion=350200');
    expect(status).toBe(200);
    expect(json).toMatchObject({
      insuredRegion: '350200',
      on: '2026-03-02',
      policyDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
      levels: [{ area: '000000', version: 1 }],
      notice: { version: 'N1' },
      letter: { version: 'L1', signatures: ['ticked', 'drawn'] },
      advice: policyItems.advice,
      rejectReasons: [{ code: 'NOT_ELIGIBLE' }],
      referralReasons: [{ code: 'NO_EQUIPMENT' }],
    });
    const kinds = json.kinds as { code: string }[];
    expect(kinds.find(({ code }) => code === 'LONG_TERM_RESIDENT')).toMatchObject({
      letterAllowed: true,
      materials: [{ code: 'ID_CREDENTIAL' }, { code: 'RESIDENCE_PROOF', letterMayReplace: true }],
      completion: { default: 'one-reviewer', counter: 'one-visit' },
      validity: { rule: 'open-ended' },
      asks: { referral: false },
    });
  });

  it('leave out what nobody files by hand, and what a channel does not take', async () => {
    expect(await codesOf('insuredRegion=350200')).not.toContain('EMERGENCY');
    expect(await codesOf('insuredRegion=350200&channel=counter')).toContain('REFERRED');
    expect(await codesOf('insuredRegion=350200&channel=fax')).toEqual([]);
  });

  it('are those of the day that is asked for', async () => {
    const later = { ...policyItems, offeredKinds: ['REFERRED'] };
    await office.say(policyOf(later, 2, '2026-06-01'));
    expect(await codesOf('insuredRegion=350200')).toContain('OTHER_TEMPORARY');
    expect(await codesOf('insuredRegion=350200&on=2026-06-01')).toEqual(['REFERRED']);
    expect((await kindsOf('insuredRegion=350200&on=2026-06-01')).json).toMatchObject({
      on: '2026-06-01',
      levels: [{ area: '000000', version: 2 }],
    });
  });

  it('are refused for a region that is none, a day without a policy, and a wrong question', async () => {
    expect((await kindsOf('insuredRegion=999999')).json.code).toBe('filing.area-unknown');
    expect((await kindsOf('insuredRegion=350200&on=2020-01-01')).json.code).toBe('filing.no-policy');
    expect((await kindsOf('insuredRegion=xiamen')).json.code).toBe('request.invalid');
    expect((await kindsOf('insuredRegion=350200&channel=pigeon')).status).toBe(422);
    const nobody = await office.test.app.inject({ method: 'GET', url: '/api/kinds?insuredRegion=350200' });
    expect(nobody.statusCode).toBe(401);
  });
});
