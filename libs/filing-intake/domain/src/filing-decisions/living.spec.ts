import { nthId } from '@anjuan/testing';
import {
  approvedEvent,
  command,
  covered,
  filingId,
  happened,
  inForce,
  longTermSummary,
  onCoverage,
  place,
  submissionData,
  summary,
  underReview,
  whenFiling,
} from '../examples/example-filing.fixture';
import { policyWithKind } from '../examples/example-policy.fixture';

const later = { ...summary, startsOn: '2026-04-01', endsOn: '2026-10-01' };
const released = onCoverage('PlaceReleased', { filingId });
const at = (day: string) => ({ now: `${day}T02:00:00.000Z` });

describe('activation', () => {
  it('happens on the first day, not before, and once', () => {
    const waiting = [...underReview(later), approvedEvent(later)];
    const activate = command('ActivateFiling', {});
    whenFiling
      .with(at('2026-03-31'))
      .given(...waiting)
      .when(activate)
      .thenNothing();
    whenFiling
      .with(at('2026-04-01'))
      .given(...waiting)
      .when(activate)
      .thenEvents(happened('FilingActivated', { filing: later }));
    whenFiling
      .given(...inForce())
      .when(activate)
      .thenNothing();
  });
});

describe('expiry', () => {
  const expire = command('ExpireFiling', {});

  it('happens the day after the last day, which is still covered', () => {
    whenFiling
      .with(at('2026-09-02'))
      .given(...inForce())
      .when(expire)
      .thenNothing();
    whenFiling
      .with(at('2026-09-03'))
      .given(...inForce())
      .when(expire)
      .thenEvents(
        { ...happened('FilingExpired', { filing: summary }), facets: { effectiveOn: '2026-09-03' } },
        released,
      );
  });

  it('never comes to an open-ended filing', () => {
    whenFiling
      .with(at('2036-01-01'))
      .given(...inForce(longTermSummary))
      .when(expire)
      .thenNothing();
  });
});

describe('cancelling', () => {
  const cancel = (reasonCode = 'RETURNED_HOME') => command('CancelFiling', { reasonCode });

  it('ends the filing today, for a listed reason', () => {
    whenFiling
      .with(at('2026-05-04'))
      .given(...inForce())
      .when(cancel())
      .thenEvents(
        happened('FilingCancelled', {
          filing: { ...summary, endsOn: '2026-05-04' },
          reasonCode: 'RETURNED_HOME',
        }),
        released,
      );
    whenFiling
      .given(...inForce())
      .when(cancel('WHIM'))
      .thenRejected('filing.reason-not-listed');
  });

  it('waits for the months that the region asks a filing to be held', () => {
    const longTerm = inForce(longTermSummary);
    whenFiling
      .with(at('2026-09-01'))
      .given(...longTerm)
      .when(cancel())
      .thenRejected('filing.held-too-short');
    whenFiling
      .with(at('2026-09-02'))
      .given(...longTerm)
      .when(cancel())
      .thenDecided(([event]) => expect(event).toMatchObject({ type: 'FilingCancelled' }));
  });

  it('is refused while a request is under review, and when the filing is not in force', () => {
    const requested = happened('ExtensionRequested', submissionData({ submission: 2 }));
    whenFiling
      .given(...inForce(), requested)
      .when(cancel())
      .thenRejected('filing.request-pending');
    whenFiling
      .given(...underReview())
      .when(cancel())
      .thenRejected('filing.not-in-force');
  });
});

describe('revoking and reinstating', () => {
  const revoked = happened('FilingRevoked', { filing: summary, reasonCode: 'MADE_IN_ERROR' });

  it('needs a listed reason, and reaches an expired filing too', () => {
    const revoke = command('RevokeFiling', { reasonCode: 'MADE_IN_ERROR' });
    const expired = happened('FilingExpired', { filing: summary });
    whenFiling
      .given(...inForce())
      .when(revoke)
      .thenEvents(revoked, released);
    whenFiling
      .given(...inForce(), expired)
      .when(revoke)
      .thenEvents(revoked, released);
    whenFiling
      .given(...inForce())
      .when(command('RevokeFiling', { reasonCode: 'X' }))
      .thenRejected('filing.reason-not-listed');
    whenFiling
      .given(...underReview())
      .when(revoke)
      .thenRejected('filing.not-in-force');
  });

  it('is undone by a new event, unless the place was taken', () => {
    const reinstate = command('ReinstateFiling', { reasonCode: 'WRONG_DECISION' });
    whenFiling
      .given(...inForce(), revoked)
      .when(reinstate)
      .thenEvents(
        happened('FilingCorrected', {
          filing: summary,
          outcome: 'approve',
          reasonCode: 'WRONG_DECISION',
          supersedes: [],
        }),
        onCoverage('PlaceCovered', place()),
        happened('FilingActivated', { filing: summary }),
      );
    whenFiling
      .with({ coverage: covered() })
      .given(...inForce(), revoked)
      .when(reinstate)
      .thenRejected('filing.place-taken');
    whenFiling
      .given(...inForce())
      .when(reinstate)
      .thenRejected('filing.nothing-to-reinstate');
  });
});

describe('superseding', () => {
  const by = nthId(201);
  const supersede = (endsOn: string) => command('SupersedeFiling', { by, endsOn });

  it('ends the filing the day before the new one starts', () => {
    const filing = { ...longTermSummary, endsOn: '2026-03-01' };
    whenFiling
      .given(...inForce(longTermSummary))
      .when(supersede('2026-03-01'))
      .thenEvents(happened('FilingSuperseded', { filing, by }), released);
  });

  it('is scheduled when the new one starts later, and lifted when it never comes to it', () => {
    const shortened = { ...longTermSummary, endsOn: '2026-03-31' };
    const scheduled = happened('SupersessionScheduled', { filingId, by, endsOn: '2026-03-31' });
    whenFiling
      .given(...inForce(longTermSummary))
      .when(supersede('2026-03-31'))
      .thenEvents(scheduled, onCoverage('PlaceCovered', place(shortened)));
    whenFiling
      .given(...inForce(longTermSummary), scheduled)
      .when(supersede('2026-03-31'))
      .thenNothing();
    whenFiling
      .given(...inForce(longTermSummary), scheduled)
      .when(command('LiftSupersession', { by }))
      .thenEvents(
        happened('SupersessionLifted', { filingId, by }),
        onCoverage('PlaceCovered', place(longTermSummary)),
      );
    whenFiling
      .with(at('2026-04-01'))
      .given(...inForce(longTermSummary), scheduled)
      .when(supersede('2026-03-31'))
      .thenEvents(happened('FilingSuperseded', { filing: shortened, by }), released);
  });

  it('does nothing to a filing that is over', () => {
    whenFiling
      .given(...underReview())
      .when(supersede('2026-03-01'))
      .thenNothing();
  });
});

describe('suspension', () => {
  const suspended = happened('FilingSuspended', { filing: summary, cause: 'enrolment-paused' });
  const suspend = command('SuspendFiling', { cause: 'enrolment-paused' });

  it('is a flag on a filing in force, set and taken away once', () => {
    whenFiling
      .given(...inForce())
      .when(suspend)
      .thenEvents(suspended);
    whenFiling
      .given(...inForce(), suspended)
      .when(suspend)
      .thenNothing();
    whenFiling
      .given(...inForce(), suspended)
      .when(command('ResumeFiling', {}))
      .thenEvents(happened('FilingResumed', { filing: summary }));
    whenFiling
      .given(...inForce())
      .when(command('ResumeFiling', {}))
      .thenNothing();
    whenFiling
      .given(...underReview())
      .when(suspend)
      .thenNothing();
  });
});

describe('a change of a filing in force', () => {
  const change = (changes: object) => command('RequestChange', { changes });

  it('goes to review while the filing stays in force', () => {
    whenFiling
      .given(...inForce())
      .when(change({ treatmentRegion: '440300', phone: '13600136000' }))
      .thenDecided(([event]) =>
        expect(event).toMatchObject({
          type: 'ChangeRequested',
          data: { submission: 2, filing: { treatmentRegion: '440300' }, changes: { phone: '13600136000' } },
        }),
      );
  });

  it('takes effect when it is granted', () => {
    const changed = { ...summary, treatmentRegion: '440300' };
    const changes = { treatmentRegion: '440300', phone: '13600136000' };
    const requested = happened('ChangeRequested', {
      ...submissionData({ submission: 2, filing: changed }),
      changes,
    });
    const second = nthId(777);
    const decision = {
      reviewId: second,
      submission: 2,
      filingRevision: 7,
      decidedBy: 'r',
      policyDigest: 'a'.repeat(64),
    };
    whenFiling
      .given(...inForce(), requested)
      .when(command('ApproveFiling', decision))
      .thenEvents(
        happened('FilingChanged', {
          filing: changed,
          reviewId: second,
          submission: 2,
          decidedBy: 'r',
          changes,
        }),
        onCoverage('PlaceCovered', place(changed)),
      );
    whenFiling
      .given(
        ...inForce(),
        happened('FilingChanged', {
          filing: changed,
          reviewId: second,
          submission: 2,
          decidedBy: 'r',
          changes,
        }),
      )
      .thenState(({ data, registration }) => {
        expect(data.applicant?.phone).toBe('13600136000');
        expect(registration).toBe(2);
      });
  });

  it('must change something, wait for the one before, and keep to places and holding months', () => {
    const requested = happened('ExtensionRequested', submissionData({ submission: 2 }));
    whenFiling
      .given(...inForce())
      .when(change({}))
      .thenRejected('filing.nothing-changed');
    whenFiling
      .given(...inForce(), requested)
      .when(change({ phone: '13600136000' }))
      .thenRejected('filing.request-pending');
    whenFiling
      .given(...inForce())
      .when(change({ treatmentRegion: '350100' }))
      .thenRejected('filing.same-province');
    whenFiling
      .given(...inForce(longTermSummary))
      .when(change({ treatmentRegion: '440300' }))
      .thenRejected('filing.held-too-short');
    whenFiling
      .given(...underReview())
      .when(change({ phone: '13600136000' }))
      .thenRejected('filing.not-in-force');
  });
});

describe('an extension', () => {
  const extend = (endsOn?: string) => command('RequestExtension', { endsOn });

  it('adds the months of the policy to the end', () => {
    whenFiling
      .given(...inForce())
      .when(extend())
      .thenDecided(([event]) =>
        expect(event).toMatchObject({
          type: 'ExtensionRequested',
          data: { filing: { endsOn: '2027-03-02' } },
        }),
      );
  });

  it('is refused beyond them, for an open-ended filing, and where the policy has none', () => {
    whenFiling
      .given(...inForce())
      .when(extend('2027-03-03'))
      .thenRejected('filing.validity-out-of-range');
    whenFiling
      .given(...inForce(longTermSummary))
      .when(extend())
      .thenRejected('filing.extension-not-accepted');
    const none = policyWithKind('OTHER_TEMPORARY', { extension: { allowed: false } });
    whenFiling
      .with({ policy: none })
      .given(...inForce())
      .when(extend())
      .thenRejected('filing.extension-not-accepted');
  });

  it('moves the end once it is granted', () => {
    const extended = { ...summary, endsOn: '2027-03-02' };
    const requested = happened('ExtensionRequested', submissionData({ submission: 2, filing: extended }));
    const data = { reviewId: nthId(777), submission: 2, decidedBy: 'r' };
    whenFiling
      .given(...inForce(), requested)
      .when(command('ApproveFiling', { ...data, filingRevision: 7, policyDigest: 'a'.repeat(64) }))
      .thenEvents(
        happened('FilingExtended', { filing: extended, ...data }),
        onCoverage('PlaceCovered', place(extended)),
      );
  });
});
