import { type FilingCase, file, offer, register } from './filing-case.fixture';
import { HttpOffice, type Json } from './http-office.fixture';

let office: HttpOffice;
beforeAll(async () => {
  office = await HttpOffice.open();
}, 60_000);
afterAll(() => office.close());

const wish = (admission: Json, startsOn: string) =>
  ({ bureau: 'gz', kind: 'OTHER_TEMPORARY', data: { startsOn, admission } }) as const;

async function completed(admission: Json, startsOn: string): Promise<FilingCase> {
  const filing = await file(office, wish(admission, startsOn));
  await filing.complete();
  return filing;
}

it('a person in hospital files back to the admission and settles directly', async () => {
  const filing = await completed({ admitted: true, admittedOn: '2026-02-20' }, '2026-02-20');
  expect(await filing.line()).toMatchObject({
    status: 'active',
    startsOn: '2026-02-20',
    endsOn: '2026-08-20',
    manualOnly: false,
  });
});

it('after a discharge that the person paid for, only the manual claim is left', async () => {
  const paid = { admitted: true, admittedOn: '2026-02-10', dischargedOn: '2026-02-25', selfPaid: true };
  const filing = await completed(paid, '2026-02-10');
  expect(await filing.line()).toMatchObject({ status: 'active', manualOnly: true });
});

it('a start in the past needs an admission', async () => {
  const { events, result } = await office.recordedBy(async () => {
    await offer(office, 'gz');
    const filing = await register(office, wish({ admitted: false }, '2026-02-20'));
    return filing.submit();
  });
  expect(result.code).toBe('filing.backdating-needs-admission');
  expect(events.map(({ type }) => type)).not.toContain('FilingSubmitted');
});

it('the effective date lies before the day of recording, and both are in the history', async () => {
  const filing = await completed({ admitted: true, admittedOn: '2026-02-20' }, '2026-02-20');
  const { json } = await office.get('supervisor.gz', `${filing.path}/history`);
  expect(json.rows).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        type: 'FilingActivated',
        effectiveOn: '2026-02-20',
        recordedAt: '2026-03-02T01:00:00.000Z',
      }),
    ]),
  );
});
