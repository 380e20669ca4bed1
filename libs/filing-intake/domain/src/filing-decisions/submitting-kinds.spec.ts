import {
  command,
  covered,
  data,
  known,
  letterSigned,
  longTermSummary,
  originalSeen,
  personId,
  readyToSubmit,
  whenFiling,
} from '../examples/example-filing.fixture';
import { policy, policyWith } from '../examples/example-policy.fixture';
import type { FilingEvent, FilingEventData } from '../filing/filing-state';

const submit = command('SubmitFiling', {});

/** The submission that a draft leads to. */
function submissionOf(spec: typeof whenFiling, given: readonly FilingEvent[]) {
  let found: FilingEventData<'FilingSubmitted'> | undefined;
  spec
    .given(...given)
    .when(submit)
    .thenDecided(([event]) => {
      if (event && 'type' in event && event.type === 'FilingSubmitted') found = event.data;
    });
  if (!found) throw new Error('nothing was submitted');
  return found;
}

const outcomes = ({ checks }: FilingEventData<'FilingSubmitted'>) =>
  Object.fromEntries(checks.map(({ code, outcome }) => [code, outcome]));

describe('a letter in place of proof', () => {
  const withLetter = [...readyToSubmit({ kind: 'LONG_TERM_RESIDENT' }), letterSigned];

  it('is recorded with the materials that it promises', () => {
    const submission = submissionOf(whenFiling, withLetter);
    expect(submission.promised).toEqual(['RESIDENCE_PROOF']);
    expect(submission.filing.byLetter).toBe(true);
  });

  it('is not relied on when the proof is there', () => {
    const proven = [...withLetter, originalSeen('RESIDENCE_PROOF')];
    expect(submissionOf(whenFiling, proven).filing.byLetter).toBe(false);
  });

  it('replaces only what the policy says, in its current version and a signature that counts', () => {
    const noCredential = withLetter.filter(({ type }) => type !== 'OriginalSeen');
    whenFiling
      .given(...noCredential)
      .when(submit)
      .thenRejected('filing.materials-missing');
    const letter = policy.items.letter;
    const newer = policyWith({ letter: { ...letter, version: 'L2' } });
    whenFiling
      .with({ policy: newer })
      .given(...withLetter)
      .when(submit)
      .thenRejected('filing.letter-outdated');
    const paper = policyWith({ letter: { ...letter, signatures: ['paper'] } });
    whenFiling
      .with({ policy: paper })
      .given(...withLetter)
      .when(submit)
      .thenRejected('filing.signature-not-accepted');
  });
});

describe('a referral', () => {
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
  const referred = (changed = {}) =>
    readyToSubmit({ kind: 'REFERRED', referral: { ...referral, ...changed } }, 'REFERRAL_DOCUMENT');

  it('comes with the fields of the sending hospital', () => {
    expect(outcomes(submissionOf(whenFiling, referred()))).toMatchObject({
      'proof.referring-institution': 'passed',
      'proof.hospital-agrees': 'passed',
      'proof.referral-reason': 'passed',
      'proof.referral-date': 'passed',
    });
    expect(outcomes(submissionOf(whenFiling, referred({ referredOn: '2026-03-05' })))).toMatchObject({
      'proof.referral-date': 'failed',
    });
  });

  it('is refused from an institution off the list, without its agreement, for another reason', () => {
    const unlisted = { sendingInstitutionCode: 'H35020000009' };
    whenFiling
      .given(...referred(unlisted))
      .when(submit)
      .thenRejected('filing.institution-may-not-refer');
    whenFiling
      .given(...referred({ hospitalAgrees: false }))
      .when(submit)
      .thenRejected('filing.hospital-disagrees');
    whenFiling
      .given(...referred({ reason: 'WISH' }))
      .when(submit)
      .thenRejected('filing.reason-not-listed');
  });

  it('is filed in one step by the hospital, for a person new to the office', () => {
    const { filedBy, identityChecked, ...filled } = data;
    const byHospital = command('ReferFiling', {
      insuredRegion: '350200',
      data: { ...filled, kind: 'REFERRED', referral },
      noticeVersion: 'N1',
      originalsSeen: ['CREDENTIAL', 'REFERRAL_DOCUMENT'],
    });
    whenFiling
      .with({ identity: { digest: 'd'.repeat(64), claim: {}, personId } })
      .given()
      .when(byHospital)
      .thenDecided((decided) =>
        expect(decided.map((item) => ('on' in item ? item.event.type : item.type))).toEqual([
          'FilingDrafted',
          'ApplicantIdentified',
          'IdentityClaimed',
          'NoticeAccepted',
          'OriginalSeen',
          'OriginalSeen',
          'FilingSubmitted',
          'FilingNumberAssigned',
          'PlaceRequested',
        ]),
      );
    expect([filedBy, identityChecked]).toEqual(['self', 'original-seen']);
    whenFiling
      .with({ identity: undefined })
      .given()
      .when(byHospital)
      .thenRejected('filing.id-number-invalid');
  });
});

describe('a kind that rests on the register', () => {
  const check = (kind: string, personType?: string) => {
    const enrolments = known.enrolments.map((enrolment) => ({ ...enrolment, personType }));
    const employer = { name: '示例公司' };
    const draft = readyToSubmit({ kind, employer }, 'RESIDENCE_PROOF');
    return outcomes(submissionOf(whenFiling.with({ person: { ...known, enrolments } }), draft));
  };

  it('shows whether the register agrees that the person is retired or employed', () => {
    expect(check('RETIRED_RESETTLED', '1201')).toMatchObject({ 'proof.retired': 'passed' });
    expect(check('RETIRED_RESETTLED', '11')).toMatchObject({ 'proof.retired': 'failed' });
    expect(check('STATIONED_WORKER', '1101')).toMatchObject({ 'proof.employed': 'passed' });
    expect(check('STATIONED_WORKER')).toMatchObject({ 'proof.employed': 'not-verifiable' });
  });

  it('is collected by the employer in one step', () => {
    const collect = command('CollectFiling', {
      insuredRegion: '350200',
      data: { ...data, kind: 'STATIONED_WORKER', employer: { name: '示例公司', confirmedOn: '2026-03-01' } },
      noticeVersion: 'N1',
      originalsSeen: ['CREDENTIAL', 'RESIDENCE_PROOF'],
    });
    whenFiling
      .given()
      .when(collect)
      .thenDecided((decided) => {
        expect(decided).toContainEqual(
          expect.objectContaining({
            type: 'FilingSubmitted',
            data: expect.objectContaining({ channel: 'employer' }),
          }),
        );
      });
  });
});

describe('other filings of the person', () => {
  const longTerm = readyToSubmit({ kind: 'LONG_TERM_RESIDENT' }, 'RESIDENCE_PROOF');
  const elsewhereCovered = { ...longTermSummary, treatmentRegion: '440300' };

  it('make the same place and days a duplicate', () => {
    whenFiling
      .with({ coverage: covered() })
      .given(...readyToSubmit())
      .when(submit)
      .thenRejected('filing.duplicate');
  });

  it('stop a second long-term filing while the first is under review, or where the policy says so', () => {
    const pending = covered(elsewhereCovered, 'PlaceRequested');
    whenFiling
      .with({ coverage: pending })
      .given(...longTerm)
      .when(submit)
      .thenRejected('filing.long-term-pending');
    const strict = policyWith({ overlap: { newLongTermEndsOld: false, temporaryBesideLongTerm: false } });
    const spec = whenFiling.with({ coverage: covered(elsewhereCovered), policy: strict });
    spec
      .given(...longTerm)
      .when(submit)
      .thenRejected('filing.long-term-exists');
    spec
      .given(...readyToSubmit())
      .when(submit)
      .thenRejected('filing.overlap-not-accepted');
  });

  it('are shown to the reviewer when they share the place for some days', () => {
    const sharing = covered({ startsOn: '2026-01-05', endsOn: '2026-07-05' });
    const submission = submissionOf(whenFiling.with({ coverage: sharing }), readyToSubmit());
    expect(outcomes(submission)).toMatchObject({
      'coverage.overlap': 'failed',
      'coverage.no-duplicate': 'passed',
    });
  });
});
