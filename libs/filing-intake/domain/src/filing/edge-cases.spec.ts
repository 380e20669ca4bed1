import type { AutomaticCheck } from '@anjuan/contracts';
import { addMonths, type ProcessInput } from '@anjuan/event-sourcing';
import { stateOf } from '@anjuan/testing';
import { coversPlace } from '../checks/place-checks';
import {
  applicant,
  approvedEvent,
  command,
  covered,
  data,
  filingId,
  happened,
  inForce,
  longTermSummary,
  originalSeen,
  otherFilingId,
  personId,
  readyToSubmit,
  summary,
  underReview,
  whenFiling,
} from '../examples/example-filing.fixture';
import { areas } from '../examples/example-policy.fixture';
import { insuredPerson } from '../person/insured-person';
import { type EnrolmentWatch, enrolmentWatch } from '../processes/enrolment-watch.process';
import { filingSupersession } from '../processes/filing-supersession.process';
import type { FilingEvent } from './filing-state';

const submit = command('SubmitFiling', {});

/** The submission that is decided, or its rejection. */
const submissionOf = (given: readonly FilingEvent[], spec = whenFiling) => {
  let found: { filing: object; checks: AutomaticCheck[] } | undefined;
  spec
    .given(...given)
    .when(submit)
    .thenDecided(([event]) => {
      if (event && 'type' in event && event.type === 'FilingSubmitted') found = event.data;
    });
  return found;
};

const outcomeOf = (code: string, submission: ReturnType<typeof submissionOf>) =>
  submission?.checks.find((check) => check.code === code)?.outcome;

const inputOf = (event: { type: string; data: object }): ProcessInput => ({
  type: event.type,
  data: { ...event.data },
  meta: { id: 'e-1', recordedAt: '2026-03-02T02:00:00.000Z', effectiveOn: '2026-03-02' },
});

describe('a person admitted before the filing, which is made before discharge', () => {
  const admission = { admitted: true, admittedOn: '2026-02-20' };

  it('files back to the admission date, and may settle directly', () => {
    const submission = submissionOf(readyToSubmit({ startsOn: '2026-02-20', admission }));
    expect(submission?.filing).toMatchObject({ startsOn: '2026-02-20', manualOnly: false });
  });

  it('may not start after the admission', () => {
    whenFiling
      .given(...readyToSubmit({ startsOn: '2026-02-21', admission }))
      .when(submit)
      .thenRejected('filing.start-after-admission');
    whenFiling
      .given(...readyToSubmit({ admission }))
      .when(submit)
      .thenRejected('filing.start-after-admission');
  });
});

describe('a filing after a self-paid discharge', () => {
  it('is retroactive and marked for manual reimbursement only', () => {
    const admission = {
      admitted: true,
      admittedOn: '2026-02-10',
      dischargedOn: '2026-02-20',
      selfPaid: true,
    };
    const submission = submissionOf(readyToSubmit({ startsOn: '2026-02-10', admission }));
    expect(submission?.filing).toMatchObject({ manualOnly: true });
  });
});

describe('an emergency whose flag turns out wrong', () => {
  it('needed no filing, and counts as unfiled other temporary treatment from then on', () => {
    const stay = {
      serialNumber: 'SN-1',
      emergency: true,
      applicant: { name: applicant.name, idType: applicant.idType, idNumber: applicant.idNumber },
      insuredRegion: '350200',
      treatmentRegion: '440100',
      insuranceType: '310' as const,
      institutionCode: 'H44010000001',
      admittedOn: '2026-02-20',
    };
    const given: FilingEvent[] = [];
    whenFiling
      .given()
      .when(command('DeemFiled', { ...stay, eventSerialNumber: 'EV-1' }))
      .thenDecided((events) => {
        for (const event of events) if ('type' in event) given.push(event);
      });
    whenFiling
      .given(...given)
      .when(command('DeemFiled', { ...stay, eventSerialNumber: 'EV-2', emergency: false }))
      .thenDecided(([event]) =>
        expect(event).toMatchObject({ type: 'DeemedFilingOverturned', data: { treatAs: 'OTHER_TEMPORARY' } }),
      );
  });
});

describe('overlapping filings of one person and insurance type', () => {
  const elsewhere = { ...longTermSummary, treatmentRegion: '440300', startsOn: '2025-01-01' };

  it('a temporary filing to another place stands beside a long-term one', () => {
    const spec = whenFiling.with({ coverage: covered(elsewhere) });
    expect(outcomeOf('coverage.overlap', submissionOf(readyToSubmit(), spec))).toBe('passed');
  });

  it('a second filing to the same place and days is a duplicate', () => {
    whenFiling
      .with({ coverage: covered() })
      .given(...readyToSubmit())
      .when(submit)
      .thenRejected('filing.duplicate');
  });

  it('a new long-term filing ends the old one the day before it starts', () => {
    const approved = approvedEvent(longTermSummary);
    const { send } = filingSupersession.react(
      inputOf({ ...approved, data: { ...approved.data, supersedes: [otherFilingId] } }),
      filingSupersession.initialState,
    );
    expect(send).toEqual([
      { type: 'SupersedeFiling', data: { filingId: otherFilingId, by: filingId, endsOn: '2026-03-01' } },
    ]);
  });
});

describe('a long-term filer who needs a referral to yet another place', () => {
  it('may be referred', () => {
    const referral = {
      sendingInstitutionCode: 'H35020000001',
      sendingInstitutionName: '示例医院',
      diagnosisCode: 'C34.900',
      diagnosisName: '示例诊断',
      referredOn: '2026-03-01',
      reason: 'NO_EQUIPMENT',
      opinion: '建议转外就诊',
      hospitalAgrees: true,
    };
    const spec = whenFiling.with({ coverage: covered({ ...longTermSummary, treatmentRegion: '440300' }) });
    const referred = readyToSubmit({ kind: 'REFERRED', referral }, 'REFERRAL_DOCUMENT');
    expect(outcomeOf('coverage.long-term', submissionOf(referred, spec))).toBe('passed');
  });
});

describe('an enrolment that pauses, moves or ends while a filing is active', () => {
  const imported = (status: '1' | '2' | '4') =>
    inputOf({
      type: 'EnrolmentImported',
      data: {
        personId,
        enrolments: [{ insuredRegion: '350200', insuranceType: '310', status }],
        source: 'x',
      },
    });
  const activated = inputOf(happened('FilingActivated', { filing: summary }));

  const after = (state: EnrolmentWatch, input: ProcessInput) => {
    const { record = [], send = [] } = enrolmentWatch.react(input, state);
    const events = record as Parameters<typeof stateOf<EnrolmentWatch, typeof enrolmentWatch.events>>[1][];
    return { state: stateOf({ ...enrolmentWatch, initialState: state }, ...events), send };
  };

  it('suspends it and a normal enrolment resumes it', () => {
    const active = after(enrolmentWatch.initialState, activated);
    expect(active.send).toEqual([]);
    const paused = after(active.state, imported('2'));
    expect(paused.send).toEqual([{ type: 'SuspendFiling', data: { filingId, cause: 'enrolment-paused' } }]);
    const normal = after(paused.state, imported('1'));
    expect(normal.send).toEqual([{ type: 'ResumeFiling', data: { filingId } }]);
    expect(after(normal.state, imported('1')).send).toEqual([]);
  });

  it('suspends a filing that becomes active after the enrolment ended', () => {
    const ended = after(enrolmentWatch.initialState, imported('4'));
    expect(after(ended.state, activated).send).toEqual([
      { type: 'SuspendFiling', data: { filingId, cause: 'enrolment-ended' } },
    ]);
  });

  it('leaves a filing alone that is over', () => {
    const active = after(enrolmentWatch.initialState, activated);
    const expired = after(active.state, inputOf(happened('FilingExpired', { filing: summary })));
    expect(after(expired.state, imported('4')).send).toEqual([]);
  });
});

describe('a person insured as employee and as resident in different regions', () => {
  const both = stateOf(
    insuredPerson,
    { type: 'PersonRegistered', data: { personId, person: applicant } },
    {
      type: 'EnrolmentImported',
      data: {
        personId,
        source: 'x',
        enrolments: [
          { insuredRegion: '350200', insuranceType: '310', status: '1' },
          { insuredRegion: '460100', insuranceType: '390', status: '1' },
        ],
      },
    },
  );

  it('files by insurance type and insured region', () => {
    const spec = whenFiling.with({ person: both });
    expect(outcomeOf('enrolment.normal', submissionOf(readyToSubmit(), spec))).toBe('passed');
    spec
      .given(...readyToSubmit({ insuranceType: '390' }))
      .when(submit)
      .thenRejected('filing.not-enrolled');
  });
});

describe('a filing to a province-level code', () => {
  it('covers the cities below it by the area tree', () => {
    expect(coversPlace(areas, '460000', '460100')).toBe(true);
    expect(coversPlace(areas, '460100', '460000')).toBe(false);
    expect(coversPlace(areas, '440100', '440300')).toBe(false);
  });

  it('shares its place with a filing to one of its cities', () => {
    const spec = whenFiling.with({
      coverage: covered({ treatmentRegion: '460100', startsOn: '2026-01-01' }),
    });
    const submission = submissionOf(readyToSubmit({ treatmentRegion: '460000' }), spec);
    expect(outcomeOf('coverage.overlap', submission)).toBe('failed');
  });
});

describe('an agent who files for a child or for somebody who cannot appear', () => {
  it('is kept with the filing', () => {
    const agent = {
      name: '林母',
      idType: '01' as const,
      idNumber: '440524188001010014',
      phone: '13700137000',
      address: '福建省厦门市示例路1号',
      relation: '5' as const,
    };
    const byAgent = readyToSubmit({ ...data, filedBy: 'agent', agent }, 'AGENT_ID');
    expect(submissionOf(byAgent)).toBeDefined();
    whenFiling.given(...byAgent).thenState((state) => expect(state.data.agent).toEqual(agent));
  });
});

describe('a filer by commitment who supplies the proof later', () => {
  it('owes nothing any more', () => {
    const promise = inForce({ ...longTermSummary, byLetter: true }, ['RESIDENCE_PROOF']);
    whenFiling
      .given(
        ...promise,
        originalSeen('RESIDENCE_PROOF'),
        happened('ProofSupplied', { filing: longTermSummary }),
      )
      .thenState(({ promised }) => expect(promised).toMatchObject({ state: 'kept' }));
  });
});

describe('late and repeated messages of the platforms', () => {
  it('count once per serial and event', () => {
    const deemed = {
      filing: {
        ...summary,
        kind: 'EMERGENCY',
        nationalKind: 'EMERGENCY' as const,
        behaviour: 'deemed-emergency' as const,
      },
      serialNumber: 'SN-1',
      eventSerialNumber: 'EV-1',
      applicant: { name: applicant.name, idType: applicant.idType, idNumber: applicant.idNumber },
      institutionCode: 'H44010000001',
      admittedOn: '2026-02-20',
    };
    const { filing: _, ...stay } = deemed;
    const again = command('DeemFiled', {
      ...stay,
      emergency: true,
      insuredRegion: '350200',
      treatmentRegion: '440100',
      insuranceType: '310',
    });
    whenFiling.given(happened('FilingDeemed', deemed)).when(again).thenNothing();
  });

  it('a decision delivered twice, or after a withdrawal, changes nothing', () => {
    const decision = {
      reviewId: '00000000-0000-4000-8000-000000000103',
      submission: 1,
      filingRevision: 4,
      decidedBy: 'reviewer-1',
      policyDigest: 'a'.repeat(64),
    };
    const approve = command('ApproveFiling', decision);
    whenFiling
      .given(...inForce())
      .when(approve)
      .thenNothing();
    const withdrawn = happened('FilingWithdrawn', { filing: summary, submission: 1 });
    whenFiling
      .given(...underReview(), withdrawn)
      .when(approve)
      .thenDecided((events) => expect(events).toMatchObject([{ type: 'ReviewDecisionRefused' }]));
  });
});

describe('a validity of months from a leap day or the end of a month', () => {
  it('keeps the day, or takes the last of a shorter month', () => {
    const endOf = (startsOn: string) => submissionOf(readyToSubmit({ startsOn }))?.filing;
    expect(endOf('2026-08-31')).toMatchObject({ endsOn: '2027-02-28' });
    expect(endOf('2027-08-31')).toMatchObject({ endsOn: '2028-02-29' });
    expect(endOf('2028-02-29')).toMatchObject({ endsOn: '2028-08-29' });
    expect(addMonths('2026-12-31', 6)).toBe('2027-06-30');
  });
});
