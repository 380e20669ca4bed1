import { elsewhere } from '@anjuan/event-sourcing';
import { nthId, stateOf } from '@anjuan/testing';
import {
  applicant,
  command,
  data,
  drafted,
  FILING_NUMBER,
  filingId,
  happened,
  identifiedEvent,
  inForce,
  known,
  noticeRead,
  onCoverage,
  originalSeen,
  personId,
  place,
  readyToSubmit,
  reviewId,
  submittedEvent,
  summary,
  underReview,
  whenFiling,
} from '../examples/example-filing.fixture';
import { policy, policyWith, policyWithKind } from '../examples/example-policy.fixture';
import type { FilingData } from '../filing/filing-data';
import type { FilingEvent, FilingEventData } from '../filing/filing-state';
import { insuredPerson } from '../person/insured-person';

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

describe('a submission', () => {
  it('numbers the filing, takes its place and tells the reviewers what the policy asks', () => {
    whenFiling
      .given(...readyToSubmit())
      .when(submit)
      .thenDecided(([submitted, number, place_]) => {
        expect(submitted).toMatchObject({
          type: 'FilingSubmitted',
          data: {
            filing: summary,
            submission: 1,
            completion: 'one-visit',
            registrarId: 'clerk-1',
            policyDigest: policy.digest,
            supplementItems: ['CREDENTIAL', 'AGENT_ID', 'SIGNED_FORM'],
          },
          facets: { policyDigest: policy.digest, evidence: [] },
        });
        const assigned = { type: 'FilingNumberAssigned', data: { filingId } };
        expect(number).toEqual(elsewhere('filingNumber', FILING_NUMBER, assigned));
        expect(place_).toEqual(onCoverage('PlaceRequested', place()));
      });
  });

  it('states the rule and source of each check', () => {
    for (const { rule, source } of submissionOf(whenFiling, readyToSubmit()).checks) {
      expect(rule).not.toBe('');
      expect(source).not.toBe('');
    }
  });

  it('is refused while something is missing, and says what', () => {
    whenFiling
      .given(drafted({ contact: {} }), noticeRead)
      .when(submit)
      .thenRejected('filing.incomplete');
    whenFiling
      .with({ identity: undefined })
      .given(happened('FilingDrafted', { filingId, insuredRegion: '350200', channel: 'counter', data: {} }))
      .when(submit)
      .thenRejected('filing.incomplete');
    whenFiling
      .given(drafted({ filedBy: 'agent' }), noticeRead)
      .when(submit)
      .thenRejected('filing.incomplete');
  });

  it('is refused without notice, with an old notice, without materials', () => {
    whenFiling
      .given(drafted(), identifiedEvent, originalSeen('CREDENTIAL'))
      .when(submit)
      .thenRejected('filing.notice-not-read');
    const newer = policyWith({ notice: { version: 'N2', zh: '新', en: 'new' } });
    whenFiling
      .with({ policy: newer })
      .given(...readyToSubmit())
      .when(submit)
      .thenRejected('filing.notice-outdated');
    whenFiling
      .given(drafted(), identifiedEvent, noticeRead)
      .when(submit)
      .thenRejected('filing.materials-missing');
  });

  it('is refused where nothing is published, or the kind is not on offer, or only deemed', () => {
    whenFiling
      .with({ policy: undefined })
      .given(...readyToSubmit())
      .when(submit)
      .thenRejected('filing.no-policy');
    whenFiling
      .given(...readyToSubmit({ kind: 'STUDENT' }))
      .when(submit)
      .thenRejected('filing.kind-not-offered');
    whenFiling
      .given(...readyToSubmit({ kind: 'EMERGENCY' }))
      .when(submit)
      .thenRejected('filing.kind-not-offered');
  });

  it.each<[string, FilingData['applicant'], string]>([
    ['a wrong check character', { ...applicant, idNumber: '110105194912310021' }, 'filing.id-number-invalid'],
    ['another sex than the number says', { ...applicant, sex: '1' }, 'filing.identity-inconsistent'],
    ['another birth date', { ...applicant, birthDate: '1949-12-30' }, 'filing.identity-inconsistent'],
  ])('is refused with %s', (_, changed, code) => {
    whenFiling
      .given(...readyToSubmit({ applicant: changed }))
      .when(submit)
      .thenRejected(code);
  });

  it.each<[string, FilingData, string]>([
    ['a place nobody knows', { treatmentRegion: '999999' }, 'filing.area-unknown'],
    ['a place in the same province', { treatmentRegion: '350100' }, 'filing.same-province'],
    ['a district', { treatmentRegion: '310101' }, 'filing.place-level-not-accepted'],
    [
      'a province that must be filed by city',
      { treatmentRegion: '440000' },
      'filing.place-level-not-accepted',
    ],
    ['an end before the start', { endsOn: '2026-01-01' }, 'filing.dates-reversed'],
    ['an end that the policy sets', { endsOn: '2026-12-31' }, 'filing.end-not-chosen'],
    [
      'a start in the past without an admission',
      { startsOn: '2026-02-27' },
      'filing.backdating-needs-admission',
    ],
  ])('is refused for %s', (_, changed, code) => {
    whenFiling
      .given(...readyToSubmit(changed))
      .when(submit)
      .thenRejected(code);
  });

  it('is refused in a region that pools no fund', () => {
    const draft = happened('FilingDrafted', { filingId, insuredRegion: '350000', channel: 'counter', data });
    const registered = stateOf(
      insuredPerson,
      { type: 'PersonRegistered', data: { personId, person: applicant } },
      {
        type: 'EnrolmentImported',
        data: {
          personId,
          source: 'x',
          enrolments: [{ insuredRegion: '350000', insuranceType: '310', status: '1' }],
        },
      },
    );
    whenFiling
      .with({ person: registered })
      .given(draft, ...readyToSubmit().slice(1))
      .when(submit)
      .thenRejected('filing.region-not-pooling');
  });

  it('is refused from a filer or through a channel that the policy does not name', () => {
    const onlySelf = policyWithKind('OTHER_TEMPORARY', { mayFile: ['self'] });
    const byEmployer = { filedBy: 'employer' as const, employer: { name: '示例公司' } };
    whenFiling
      .with({ policy: onlySelf })
      .given(...readyToSubmit(byEmployer))
      .when(submit)
      .thenRejected('filing.filer-not-accepted');
    const onlyApp = policyWithKind('OTHER_TEMPORARY', { channels: ['app'] });
    whenFiling
      .with({ policy: onlyApp })
      .given(...readyToSubmit())
      .when(submit)
      .thenRejected('filing.channel-not-accepted');
  });

  it('keeps to the range of days that the applicant may choose from', () => {
    const chosen = (endsOn?: string) => [
      ...readyToSubmit({ kind: 'TWO_CATEGORY_LONG', endsOn }, 'RESIDENCE_PROOF'),
    ];
    expect(submissionOf(whenFiling, chosen('2026-12-31')).filing.endsOn).toBe('2026-12-31');
    whenFiling
      .given(...chosen('2026-03-15'))
      .when(submit)
      .thenRejected('filing.validity-out-of-range');
    whenFiling
      .given(...chosen('2027-03-03'))
      .when(submit)
      .thenRejected('filing.validity-out-of-range');
    whenFiling
      .given(...chosen())
      .when(submit)
      .thenRejected('filing.incomplete');
  });

  it('goes back no further than the policy says', () => {
    const admission = { admitted: true, admittedOn: '2026-02-20' };
    const admitted = readyToSubmit({ startsOn: '2026-02-20', admission });
    const fiveDays = policyWithKind('OTHER_TEMPORARY', { backdatingDays: 5 });
    whenFiling
      .with({ policy: fiveDays })
      .given(...admitted)
      .when(submit)
      .thenRejected('filing.start-too-early');
    const none = policyWithKind('OTHER_TEMPORARY', { retroactive: 'no' });
    whenFiling
      .with({ policy: none })
      .given(...admitted)
      .when(submit)
      .thenRejected('filing.retroactive-not-accepted');
  });

  it('shows an unknown person as not verifiable, and never completes it by itself', () => {
    const unknown = whenFiling.with({ person: insuredPerson.initialState });
    const draft = [drafted({}, 'app'), ...readyToSubmit().slice(1)];
    const submission = submissionOf(unknown, draft);
    expect(outcomes(submission)).toMatchObject({
      'enrolment.normal': 'not-verifiable',
      'identity.register': 'not-verifiable',
      'identity.document': 'passed',
    });
    expect(submission.completion).toBe('one-reviewer');
    expect(submissionOf(whenFiling, draft).completion).toBe('automatic');
  });

  it('is refused for an enrolment that is paused, and records another name for the reviewer', () => {
    const paused = {
      ...known,
      enrolments: known.enrolments.map((enrolment) => ({ ...enrolment, status: '2' as const })),
    };
    whenFiling
      .with({ person: paused })
      .given(...readyToSubmit())
      .when(submit)
      .thenRejected('filing.enrolment-not-normal');
    const renamed = readyToSubmit({ applicant: { ...applicant, name: '林某' } });
    expect(outcomes(submissionOf(whenFiling, renamed))).toMatchObject({ 'identity.register': 'failed' });
  });

  it('belongs to nobody once the person was erased', () => {
    const released = { digest: 'd'.repeat(64), claim: {}, personId: nthId(9) };
    whenFiling
      .with({ identity: released })
      .given(...readyToSubmit())
      .when(submit)
      .thenRejected('person.erased');
    const erased = { ...insuredPerson.initialState, status: 'erased' as const };
    whenFiling
      .with({ person: erased })
      .given(...readyToSubmit())
      .when(submit)
      .thenRejected('person.erased');
  });
});

describe('a supplement', () => {
  const asked = happened('SupplementAsked', {
    filingId,
    reviewId,
    submission: 1,
    items: ['CREDENTIAL'],
    dueOn: '2026-03-09',
  });
  const returned = [...underReview(), asked];

  it('lets the filing be edited and submitted once more, with the same number', () => {
    whenFiling
      .given(...returned)
      .when(command('ReviseDraft', { data: { contact: { phone: '13600136000' } } }))
      .thenEvents(happened('DraftRevised', { filingId, changes: { contact: { phone: '13600136000' } } }));
    whenFiling
      .with({ filingNumber: undefined })
      .given(...returned)
      .when(command('ResubmitFiling', {}))
      .thenDecided(([again]) =>
        expect(again).toMatchObject({ type: 'FilingResubmitted', data: { filing: summary, submission: 2 } }),
      );
  });

  it('is what a second submission needs', () => {
    whenFiling
      .given(...underReview())
      .when(command('ResubmitFiling', {}))
      .thenRejected('filing.not-returned');
    whenFiling
      .given(...underReview())
      .when(submit)
      .thenRejected('filing.not-editable');
  });
});

describe('withdrawing', () => {
  const withdraw = command('WithdrawFiling', {});

  it('takes a filing back before the decision and frees its place', () => {
    whenFiling
      .given(...underReview())
      .when(withdraw)
      .thenEvents(
        happened('FilingWithdrawn', { filing: summary, submission: 1 }),
        onCoverage('PlaceReleased', { filingId }),
      );
  });

  it('takes only the request back where the filing is in force', () => {
    const requested = happened('ExtensionRequested', { ...submittedEvent().data, submission: 2 });
    whenFiling
      .given(...inForce(), requested)
      .when(withdraw)
      .thenEvents(happened('RequestWithdrawn', { filing: summary, submission: 2, subject: 'extension' }));
  });

  it('is refused when nothing is under review', () => {
    whenFiling.given(drafted()).when(withdraw).thenRejected('filing.not-under-review');
    whenFiling
      .given(...inForce())
      .when(withdraw)
      .thenRejected('filing.not-under-review');
  });
});
