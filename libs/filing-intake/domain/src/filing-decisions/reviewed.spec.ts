import {
  command,
  covered,
  decision,
  filingId,
  happened,
  inForce,
  known,
  longTermSummary,
  onCoverage,
  otherFilingId,
  place,
  reviewId,
  SUBMITTED_REVISION,
  submissionData,
  submittedEvent,
  summary,
  underReview,
  whenFiling,
} from '../examples/example-filing.fixture';
import { policyWith } from '../examples/example-policy.fixture';

const approve = (changed = {}) => command('ApproveFiling', decision(changed));
const reject = (changed = {}) =>
  command('RejectFiling', { ...decision(changed), reasonCode: 'NOT_ELIGIBLE' });
const refused = (code: string, submission = 1) =>
  happened('ReviewDecisionRefused', { filingId, reviewId, submission, code });
const reviewed = { reviewId, submission: 1, decidedBy: 'reviewer-1' };
const granted = (filing = summary, promised: string[] = []) =>
  happened('FilingApproved', { filing, ...reviewed, supersedes: [], promised, proofDue: undefined });
const activated = (filing = summary) => happened('FilingActivated', { filing });

describe('an approval', () => {
  it('puts the filing in force at once when its start is today', () => {
    whenFiling
      .given(...underReview())
      .when(approve())
      .thenEvents(granted(), onCoverage('PlaceCovered', place()), activated());
  });

  it('lets a filing wait for its start', () => {
    const later = { ...summary, startsOn: '2026-04-01', endsOn: '2026-10-01' };
    whenFiling
      .given(...underReview(later))
      .when(approve())
      .thenEvents(granted(later), onCoverage('PlaceCovered', place(later)));
  });

  it('happens once, however often it is delivered', () => {
    whenFiling
      .given(...inForce())
      .when(approve())
      .thenNothing();
  });

  it('records the policy and the evidence that it rests on', () => {
    whenFiling
      .given(...underReview())
      .when(approve({ policyDigest: 'f'.repeat(64) }))
      .thenDecided(([event]) =>
        expect(event).toMatchObject({ facets: { policyDigest: 'f'.repeat(64), evidence: [] } }),
      );
  });

  it('sets a working-day deadline for promised proof, with how it was reached', () => {
    const promised = ['RESIDENCE_PROOF'];
    const filing = { ...longTermSummary, byLetter: true };
    whenFiling
      .given(...underReview().slice(0, -1), submittedEvent({ filing, promised }))
      .when(approve())
      .thenDecided(([event]) =>
        expect(event).toMatchObject({
          data: {
            promised,
            proofDue: {
              from: '2026-03-02',
              workingDays: 5,
              due: '2026-03-09',
              skipped: [{ date: '2026-03-07' }, { date: '2026-03-08' }],
              unpublishedYears: [2026],
            },
          },
        }),
      );
  });

  it('of a withdrawn filing is refused by an event, and so is one of another submission', () => {
    const withdrawn = happened('FilingWithdrawn', { filing: summary, submission: 1 });
    whenFiling
      .given(...underReview(), withdrawn)
      .when(approve())
      .thenEvents(refused('filing.withdrawn'));
    whenFiling
      .given(...underReview(), withdrawn)
      .when(reject())
      .thenEvents(refused('filing.withdrawn'));
    whenFiling
      .given(...underReview())
      .when(approve({ submission: 2 }))
      .thenEvents(refused('filing.not-under-review', 2));
  });

  it('that rests on an older state than the submission is refused', () => {
    whenFiling
      .given(...underReview())
      .when(approve({ filingRevision: SUBMITTED_REVISION - 1 }))
      .thenEvents(refused('filing.changed-since-review'));
  });

  it('is refused when the enrolment ended meanwhile', () => {
    const ended = known.enrolments.map((enrolment) => ({ ...enrolment, status: '4' as const }));
    whenFiling
      .with({ person: { ...known, enrolments: ended } })
      .given(...underReview())
      .when(approve())
      .thenEvents(refused('filing.enrolment-not-normal'));
    whenFiling
      .with({ person: { status: 'erased', enrolments: [] } })
      .given(...underReview())
      .when(approve())
      .thenEvents(refused('filing.person-erased'));
  });

  it('is refused when another filing got the place meanwhile', () => {
    const other = covered({ ...longTermSummary, treatmentRegion: '440300' });
    const strict = policyWith({ overlap: { newLongTermEndsOld: false, temporaryBesideLongTerm: true } });
    whenFiling
      .with({ coverage: other, policy: strict })
      .given(...underReview(longTermSummary))
      .when(approve())
      .thenEvents(refused('filing.conflicts-with-other'));
  });

  it('of a long-term filing names the one that it ends', () => {
    const other = covered({ ...longTermSummary, treatmentRegion: '440300', startsOn: '2025-01-01' });
    whenFiling
      .with({ coverage: other })
      .given(...underReview(longTermSummary))
      .when(approve())
      .thenDecided(([event]) => expect(event).toMatchObject({ data: { supersedes: [otherFilingId] } }));
  });
});

describe('a rejection', () => {
  it('ends the filing with its reason and frees the place', () => {
    whenFiling
      .given(...underReview())
      .when(reject())
      .thenEvents(
        happened('FilingRejected', { filing: summary, ...reviewed, reasonCode: 'NOT_ELIGIBLE' }),
        onCoverage('PlaceReleased', { filingId }),
      );
  });

  it('of a request leaves the filing in force', () => {
    const requested = happened('ExtensionRequested', submissionData({ submission: 2 }));
    const second = '00000000-0000-4000-8000-000000000777';
    whenFiling
      .given(...inForce(), requested)
      .when(
        command('RejectFiling', {
          ...decision({ submission: 2, filingRevision: 7, reviewId: second }),
          reasonCode: 'NOT_ELIGIBLE',
        }),
      )
      .thenEvents(
        happened('RequestRejected', {
          filing: summary,
          reviewId: second,
          submission: 2,
          decidedBy: 'reviewer-1',
          reasonCode: 'NOT_ELIGIBLE',
          subject: 'extension',
        }),
      );
  });
});

describe('a return for a supplement', () => {
  const ask = command('ReturnForSupplement', {
    reviewId,
    submission: 1,
    items: ['CREDENTIAL'],
    dueOn: '2026-03-09',
  });
  const asked = happened('SupplementAsked', {
    filingId,
    reviewId,
    submission: 1,
    items: ['CREDENTIAL'],
    dueOn: '2026-03-09',
  });

  it('gives the filing back to be edited', () => {
    whenFiling
      .given(...underReview())
      .when(ask)
      .thenEvents(asked);
    whenFiling
      .given(...underReview(), asked)
      .when(ask)
      .thenNothing();
    whenFiling.given(...underReview(), asked).thenState(({ status }) => expect(status).toBe('returned'));
  });

  it('stops a decision about what was returned', () => {
    whenFiling
      .given(...underReview(), asked)
      .when(approve())
      .thenEvents(refused('filing.changed-since-review'));
  });

  it('comes too late for a withdrawn filing', () => {
    const withdrawn = happened('FilingWithdrawn', { filing: summary, submission: 1 });
    whenFiling
      .given(...underReview(), withdrawn)
      .when(ask)
      .thenEvents(refused('filing.withdrawn'));
  });
});

describe('a correction of a wrong decision', () => {
  const correct = (outcome: 'approve' | 'reject') =>
    command('CorrectFiling', { ...decision(), outcome, reasonCode: 'WRONG_DECISION' });
  const corrected = (outcome: 'approve' | 'reject') =>
    happened('FilingCorrected', {
      filing: summary,
      outcome,
      reasonCode: 'WRONG_DECISION',
      reviewId,
      supersedes: [],
    });
  const rejected = happened('FilingRejected', { filing: summary, ...reviewed, reasonCode: 'NOT_ELIGIBLE' });

  it('puts a wrongly rejected filing in force, by a new event', () => {
    whenFiling
      .given(...underReview(), rejected)
      .when(correct('approve'))
      .thenEvents(corrected('approve'), onCoverage('PlaceCovered', place()), activated());
  });

  it('ends a wrongly approved filing', () => {
    whenFiling
      .given(...inForce())
      .when(correct('reject'))
      .thenEvents(corrected('reject'), onCoverage('PlaceReleased', { filingId }));
  });

  it('is refused where it changes nothing', () => {
    whenFiling
      .given(...inForce())
      .when(correct('approve'))
      .thenEvents(refused('filing.not-correctable'));
    whenFiling
      .given(...underReview())
      .when(correct('reject'))
      .thenEvents(refused('filing.not-correctable'));
  });
});
