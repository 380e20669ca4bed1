import { completeForm, IntakeOffice, PNG, referral } from '../testing/intake-office.fixture';

let office: IntakeOffice;
beforeAll(async () => {
  office = await IntakeOffice.open();
});
afterAll(() => office.close());

describe('a filing over HTTP', () => {
  it('goes from the draft through review to being active, and shows it all', async () => {
    const filingId = await office.active();
    const detail = await office.detail(filingId);
    expect(detail).toMatchObject({
      filingId,
      status: 'active',
      insuredRegion: '350200',
      treatmentRegion: '440100',
    });
    expect(detail.summary).toMatchObject({ startsOn: '2026-03-02', endsOn: '2026-09-02' });
    expect((detail.timeline as { type: string }[]).map(({ type }) => type)).toEqual([
      'FilingDrafted',
      'ApplicantIdentified',
      'NoticeAccepted',
      'OriginalSeen',
      'FilingSubmitted',
      'FilingApproved',
      'FilingActivated',
    ]);
  });

  it('is saved field by field, and an autosave of the same records nothing', async () => {
    const filingId = await office.draft({});
    const saved = await office.act(filingId, 'PATCH', 'draft', {
      data: { contact: { phone: '13900139000' } },
    });
    const again = await office.act(filingId, 'PATCH', 'draft', {
      data: { contact: { phone: '13900139000' } },
    });
    expect(again.json.revision).toBe(saved.json.revision);
    expect(await office.detail(filingId)).toMatchObject({ data: { contact: { phone: '13900139000' } } });
  });

  it('asks for the revision that was seen, and refuses an older one', async () => {
    const filingId = await office.draft({});
    const path = `filings/${filingId}/draft`;
    const body = { data: { note: '备注' } };
    expect((await office.call('clerk', 'PATCH', path, body)).status).toBe(428);
    await office.act(filingId, 'PATCH', 'draft', body);
    expect((await office.call('clerk', 'PATCH', path, body, { 'if-match': '"0"' })).status).toBe(412);
  });

  it('is the same for the same idempotency key, and another body is refused', async () => {
    const key = { 'idempotency-key': 'draft-of-the-spec' };
    const body = { insuredRegion: '350200', data: {} };
    const first = await office.call('clerk', 'POST', 'filings', body, key);
    const second = await office.call('clerk', 'POST', 'filings', body, key);
    expect(second.json.id).toBe(first.json.id);
    const other = await office.call('clerk', 'POST', 'filings', { ...body, data: { note: 'x' } }, key);
    expect(other.json.code).toBe('request.key-reused');
  });

  it('is rejected by a review, and a withdrawn one is not approved any more', async () => {
    const rejected = await office.submitted();
    await office.decide(rejected, 'ReviewRejected');
    expect(await office.detail(rejected)).toMatchObject({ status: 'rejected' });
    const withdrawn = await office.submitted();
    await office.act(withdrawn, 'POST', 'withdrawal');
    await office.decide(withdrawn);
    const { status, timeline } = await office.detail(withdrawn);
    expect(status).toBe('withdrawn');
    expect((timeline as { type: string }[]).at(-1)).toMatchObject({
      type: 'ReviewDecisionRefused',
      facts: { code: 'filing.withdrawn' },
    });
  });

  it('comes back for a supplement and is submitted again', async () => {
    const filingId = await office.submitted();
    const data = { ...office.reviewOf(filingId, 1), items: ['SIGNED_FORM'], dueOn: '2026-03-09' };
    await office.say({ type: 'SupplementRequested', data });
    expect(await office.detail(filingId)).toMatchObject({
      status: 'returned',
      pending: { returned: ['SIGNED_FORM'] },
    });
    expect((await office.act(filingId, 'POST', 'resubmission')).status).toBe(200);
    await office.decide(filingId);
    expect(await office.detail(filingId)).toMatchObject({ status: 'active' });
  });

  it('is found by region and state, and by name or number only with a body', async () => {
    const form = completeForm();
    const filingId = await office.submitted(form);
    const { filingNumber } = (await office.detail(filingId)).summary as { filingNumber: string };
    for (const search of [filingNumber, form.applicant.idNumber, '一一']) {
      const { json } = await office.call('clerk', 'POST', 'filings/search', { search, limit: 200 });
      expect(json.rows).toContainEqual(expect.objectContaining({ filingId, name: '林一一' }));
    }
    const listed = await office.call('clerk', 'GET', 'filings?status=submitted&limit=200');
    expect(listed.json.rows).toContainEqual(expect.objectContaining({ filingId }));
    expect(JSON.stringify(listed.json)).not.toContain(form.applicant.idNumber);
    expect((await office.call('clerk', 'GET', 'filings?search=x')).status).toBe(422);
  });

  it('is seen by its own region, and by the place of treatment once it is approved', async () => {
    const filingId = await office.submitted();
    expect((await office.call('foreign', 'GET', `filings/${filingId}`)).json.code).toBe(
      'access.outside-area',
    );
    await office.decide(filingId);
    expect((await office.call('foreign', 'GET', `filings/${filingId}`)).status).toBe(200);
    const there = await office.call('foreign', 'GET', 'filings?side=treatment');
    expect(there.json.rows).toContainEqual(expect.objectContaining({ filingId }));
    expect((await office.call('foreign', 'GET', 'filings')).json.rows).toEqual([]);
    expect(
      (await office.act(filingId, 'POST', 'cancellation', { reasonCode: 'RETURNED_HOME' }, 'foreign')).status,
    ).toBe(403);
  });

  it('shows what the checks would say before it is submitted', async () => {
    const incomplete = await office.draft({ kind: 'OTHER_TEMPORARY' });
    const said = await office.call('clerk', 'POST', 'filings/checks', { filingId: incomplete });
    expect(said.json).toMatchObject({ accepted: false, rejection: { code: 'filing.incomplete' } });
    const ready = await office.ready();
    const good = await office.call('clerk', 'POST', 'filings/checks', { filingId: ready });
    expect(good.json.accepted).toBe(true);
    expect(good.json.checks).toContainEqual(
      expect.objectContaining({ code: 'enrolment.normal', outcome: 'not-verifiable' }),
    );
    expect(await office.detail(ready)).toMatchObject({ status: 'draft' });
  });

  it('is activated on its first day and expires after its last', async () => {
    const filingId = await office.active(completeForm({ startsOn: '2026-03-20' }));
    expect(await office.detail(filingId)).toMatchObject({ status: 'approved' });
    await office.on('2026-03-20');
    expect(await office.detail(filingId)).toMatchObject({ status: 'active' });
    await office.on('2026-09-20');
    expect(await office.detail(filingId)).toMatchObject({ status: 'active' });
    await office.on('2026-09-21');
    expect(await office.detail(filingId)).toMatchObject({ status: 'expired' });
    await office.on('2026-03-02');
  });
});

describe('the life of a filing over HTTP', () => {
  it('is changed and extended through review', async () => {
    const filingId = await office.active();
    await office.act(filingId, 'POST', 'change-request', { changes: { treatmentRegion: '440300' } });
    await office.decide(filingId);
    expect(await office.detail(filingId)).toMatchObject({ treatmentRegion: '440300', status: 'active' });
    await office.act(filingId, 'POST', 'extension-request', {});
    await office.decide(filingId);
    expect(await office.detail(filingId)).toMatchObject({ summary: { endsOn: '2027-03-02' } });
  });

  it('is cancelled, revoked with a reason, and put in force again', async () => {
    const cancelled = await office.active();
    await office.act(cancelled, 'POST', 'cancellation', { reasonCode: 'RETURNED_HOME' });
    expect(await office.detail(cancelled)).toMatchObject({ status: 'cancelled' });
    const revoked = await office.active();
    const revoke = { reasonCode: 'MADE_IN_ERROR', note: '重复登记' };
    expect((await office.act(revoked, 'POST', 'revocation', revoke)).status).toBe(403);
    expect((await office.act(revoked, 'POST', 'revocation', revoke, 'supervisor')).status).toBe(200);
    await office.act(revoked, 'POST', 'reinstatement', { reasonCode: 'WRONG_DECISION' }, 'supervisor');
    expect(await office.detail(revoked)).toMatchObject({ status: 'active' });
  });

  it('ends the old long-term filing the day before the new one starts', async () => {
    const form = completeForm({ kind: 'LONG_TERM_RESIDENT' });
    const old = await office.active(form, 'RESIDENCE_PROOF');
    const next = { ...form, treatmentRegion: '440300', startsOn: '2026-03-10' };
    const fresh = await office.active(next, 'RESIDENCE_PROOF');
    expect(await office.detail(old)).toMatchObject({
      status: 'active',
      supersession: { by: fresh, endsOn: '2026-03-09' },
    });
    await office.on('2026-03-10');
    expect(await office.detail(old)).toMatchObject({
      status: 'superseded',
      summary: { endsOn: '2026-03-09' },
    });
    expect(await office.detail(fresh)).toMatchObject({ status: 'active' });
    await office.on('2026-03-02');
  });

  it('keeps a letter open until the proof is there', async () => {
    const filingId = await office.ready(completeForm({ kind: 'LONG_TERM_RESIDENT' }));
    await office.act(filingId, 'PUT', 'letter', { version: 'L1', signature: 'ticked' });
    await office.submit(filingId);
    await office.decide(filingId);
    expect(await office.detail(filingId)).toMatchObject({
      promised: { state: 'open', items: ['RESIDENCE_PROOF'], dueOn: '2026-03-09' },
    });
    const path = `filings/${filingId}/evidence?item=RESIDENCE_PROOF`;
    expect((await office.upload(path, '居住证.png', PNG, 'clerk', await office.match(filingId))).status).toBe(
      201,
    );
    await office.act(filingId, 'POST', 'proof');
    expect(await office.detail(filingId)).toMatchObject({ promised: { state: 'kept' } });
  });
});

describe('partners over HTTP', () => {
  const whole = (data: object, items: string[]) => ({
    insuredRegion: '350200',
    noticeVersion: 'N1',
    originalsSeen: ['ID_CREDENTIAL', ...items],
    data,
  });

  it('a hospital refers its patient in one step, and sees how the filing stands', async () => {
    const form = completeForm({ kind: 'REFERRED', referral });
    const answer = await office.call(
      'partner',
      'POST',
      'filings/referrals',
      whole(form, ['REFERRAL_DOCUMENT']),
    );
    expect(answer).toMatchObject({ status: 201 });
    const progress = await office.call('partner', 'GET', `filings/${answer.json.id}/progress`);
    expect(progress.json).toMatchObject({ status: 'submitted' });
    expect((await office.call('partner', 'GET', `filings/${answer.json.id}`)).status).toBe(403);
    expect((await office.call('partner', 'GET', `filings/${await office.draft()}/progress`)).status).toBe(
      404,
    );
  });

  it('an employer files for its posted staff', async () => {
    const form = completeForm({
      kind: 'STATIONED_WORKER',
      employer: { name: '示例公司', confirmedOn: '2026-03-01' },
    });
    const answer = await office.call(
      'partner',
      'POST',
      'filings/collected',
      whole(form, ['RESIDENCE_PROOF']),
    );
    expect(answer).toMatchObject({ status: 201 });
    expect(await office.detail(String(answer.json.id))).toMatchObject({
      channel: 'employer',
      status: 'submitted',
    });
  });

  it('a settlement deems an emergency filed, once for each serial and event', async () => {
    const { name, idType, idNumber } = completeForm().applicant;
    const stay = {
      serialNumber: 'SN-1',
      eventSerialNumber: 'EV-1',
      emergency: true,
      applicant: { name, idType, idNumber },
      insuredRegion: '350200',
      treatmentRegion: '440100',
      insuranceType: '310',
      institutionCode: 'H44010000001',
      admittedOn: '2026-02-27',
    };
    const first = await office.call('officer', 'POST', 'filings/deemed', stay);
    const second = await office.call('officer', 'POST', 'filings/deemed', stay);
    expect([second.json.id, second.json.revision]).toEqual([first.json.id, first.json.revision]);
    await office.call('officer', 'POST', 'filings/deemed', {
      ...stay,
      eventSerialNumber: 'EV-2',
      emergency: false,
    });
    expect(await office.detail(String(first.json.id))).toMatchObject({ status: 'revoked' });
  });
});
