import {
  command,
  filingId,
  happened,
  inForce,
  longTermSummary,
  onCoverage,
  originalSeen,
  personId,
  summary,
  underReview,
  whenFiling,
} from '../examples/example-filing.fixture';

const filing = { ...longTermSummary, byLetter: true };
const promise = inForce(filing, ['RESIDENCE_PROOF']);
const due = {
  from: '2026-03-02',
  workingDays: 5,
  due: '2026-03-09',
  skipped: [],
  makeUp: [],
  unpublishedYears: [],
};
const withDeadline = promise.map((event) =>
  event.type === 'FilingApproved' ? { ...event, data: { ...event.data, proofDue: due } } : event,
);

describe('an open commitment', () => {
  it('is kept when the proof is there', () => {
    const supply = command('SupplyProof', {});
    whenFiling
      .given(...promise)
      .when(supply)
      .thenRejected('filing.proof-missing');
    whenFiling
      .given(...promise, originalSeen('RESIDENCE_PROOF'))
      .when(supply)
      .thenEvents(happened('ProofSupplied', { filing }));
    whenFiling
      .given(...inForce())
      .when(supply)
      .thenRejected('filing.no-open-letter');
    whenFiling
      .given(...underReview())
      .when(supply)
      .thenRejected('filing.not-in-force');
  });

  it('is broken with a listed reason, which revokes the filing', () => {
    const breach = (reasonCode: string) => command('RecordBreach', { reasonCode });
    whenFiling
      .given(...promise)
      .when(breach('FALSE_COMMITMENT'))
      .thenEvents(
        happened('CommitmentBreached', { filing, reasonCode: 'FALSE_COMMITMENT' }),
        happened('FilingRevoked', { filing, reasonCode: 'FALSE_COMMITMENT' }),
        onCoverage('PlaceReleased', { filingId }),
      );
    whenFiling
      .given(...promise)
      .when(breach('X'))
      .thenRejected('filing.reason-not-listed');
    whenFiling
      .given(...inForce())
      .when(breach('FALSE_COMMITMENT'))
      .thenRejected('filing.no-open-letter');
  });

  it('is overdue after its deadline, and said to be once', () => {
    const remind = command('RemindOfProof', {});
    const overdue = happened('ProofOverdue', { filingId, dueOn: '2026-03-09' });
    const late = whenFiling.with({ now: '2026-03-10T02:00:00.000Z' });
    whenFiling
      .given(...withDeadline)
      .when(remind)
      .thenNothing();
    late
      .given(...withDeadline)
      .when(remind)
      .thenEvents(overdue);
    late
      .given(...withDeadline, overdue)
      .when(remind)
      .thenNothing();
    late
      .given(...withDeadline, happened('ProofSupplied', { filing }))
      .when(remind)
      .thenNothing();
  });
});

describe('a deemed emergency filing', () => {
  const stay = {
    serialNumber: 'SN-1',
    eventSerialNumber: 'EV-1',
    emergency: true,
    applicant: { name: '林一', idType: '01' as const, idNumber: '11010519491231002X' },
    insuredRegion: '350200',
    treatmentRegion: '440100',
    insuranceType: '310' as const,
    institutionCode: 'H44010000001',
    admittedOn: '2026-02-20',
  };
  const deem = (changed = {}) => command('DeemFiled', { ...stay, ...changed });
  const emergency = {
    ...summary,
    filingNumber: undefined,
    kind: 'EMERGENCY',
    nationalKind: 'EMERGENCY' as const,
    behaviour: 'deemed-emergency' as const,
    startsOn: '2026-02-20',
    endsOn: undefined,
  };
  const { applicant, serialNumber, eventSerialNumber, institutionCode, admittedOn } = stay;
  const deemed = happened('FilingDeemed', {
    filing: emergency,
    serialNumber,
    eventSerialNumber,
    applicant,
    institutionCode,
    admittedOn,
  });

  it('comes from the flag of a settlement, without a review, in force since the admission', () => {
    whenFiling
      .given()
      .when(deem())
      .thenEvents({ ...deemed, facets: { effectiveOn: '2026-02-20' } });
    whenFiling.given(deemed).thenState(({ status }) => expect(status).toBe('active'));
  });

  it('claims the document of a person new to the office', () => {
    const identity = { digest: 'd'.repeat(64), claim: {}, personId };
    whenFiling
      .with({ identity })
      .given()
      .when(deem())
      .thenDecided((events) => expect(events).toHaveLength(2));
  });

  it('takes in the discharge, and is overturned when the flag turns out wrong', () => {
    whenFiling
      .given(deemed)
      .when(deem({ eventSerialNumber: 'EV-2', dischargedOn: '2026-02-27' }))
      .thenEvents(
        happened('DeemedFilingUpdated', {
          filing: { ...emergency, endsOn: '2026-02-27' },
          eventSerialNumber: 'EV-2',
          dischargedOn: '2026-02-27',
        }),
      );
    whenFiling
      .given(deemed)
      .when(deem({ eventSerialNumber: 'EV-3', emergency: false }))
      .thenEvents(
        happened('DeemedFilingOverturned', {
          filing: emergency,
          eventSerialNumber: 'EV-3',
          treatAs: 'OTHER_TEMPORARY',
        }),
      );
  });

  it('is refused without the flag, within the province, with reversed dates or a wrong number', () => {
    whenFiling
      .given()
      .when(deem({ emergency: false }))
      .thenRejected('filing.not-an-emergency');
    whenFiling
      .given()
      .when(deem({ treatmentRegion: '350100' }))
      .thenRejected('filing.same-province');
    whenFiling
      .given()
      .when(deem({ treatmentRegion: '999999' }))
      .thenRejected('filing.area-unknown');
    whenFiling
      .given()
      .when(deem({ dischargedOn: '2026-02-01' }))
      .thenRejected('filing.dates-reversed');
    whenFiling.with({ identity: undefined }).given().when(deem()).thenRejected('filing.id-number-invalid');
    whenFiling
      .given(...inForce())
      .when(deem())
      .thenRejected('filing.not-editable');
  });
});
