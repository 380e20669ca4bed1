import {
  approvedBy,
  calendarWithDayOff,
  deadline,
  opened,
  REVIEW,
  ref,
  reviews,
  supplementRequestedBy,
  TUESDAY_AFTER,
  year2026,
} from '../example-review.fixture';

const remind = { type: 'RemindReview', data: { reviewId: REVIEW } } as const;
const escalate = { type: 'EscalateReview', data: { reviewId: REVIEW } } as const;
const recalculate = {
  type: 'RecalculateDeadline' as const,
  data: { reviewId: REVIEW, published: year2026, version: 2 },
};
const FRIDAY = '2026-03-05T16:00:00.000Z';

const reminded = { type: 'ReviewReminded', data: { ...ref, dueOn: '2026-03-09' } } as const;
const escalated = { type: 'ReviewEscalated', data: { ...ref, dueOn: '2026-03-09' } } as const;
const aDayLater = {
  type: 'DeadlineRecalculated',
  data: {
    ...ref,
    deadline: {
      dueOn: '2026-03-10',
      remindOn: '2026-03-09',
      derivation: {
        from: '2026-03-02',
        workingDays: 5,
        due: '2026-03-10',
        skipped: [
          { date: '2026-03-05', why: '调休' },
          { date: '2026-03-07', why: 'weekend' },
          { date: '2026-03-08', why: 'weekend' },
        ],
        makeUp: [],
        unpublishedYears: [],
      },
    },
    previousDueOn: '2026-03-09',
    why: 'work-calendar-published',
    forSupplement: false,
  },
} as const;
const changed = calendarWithDayOff('2026-03-05');

describe('RemindReview', () => {
  it('reminds once, from the morning of the day', () => {
    reviews.with({ now: FRIDAY }).given(opened()).when(remind).thenEvents(reminded);
    reviews.with({ now: FRIDAY }).given(opened(), reminded).when(remind).thenNothing();
    reviews.given(opened()).when(remind).thenNothing();
  });

  it('is silent about a decided review and a passed deadline', () => {
    reviews.with({ now: FRIDAY }).given(opened(), approvedBy('reviewer-1')).when(remind).thenNothing();
    reviews.with({ now: TUESDAY_AFTER }).given(opened()).when(remind).thenNothing();
  });
});

describe('EscalateReview', () => {
  it('escalates once the last day is over, and once only', () => {
    reviews.with({ now: '2026-03-09T15:59:59.999Z' }).given(opened()).when(escalate).thenNothing();
    reviews.with({ now: '2026-03-09T16:00:00.000Z' }).given(opened()).when(escalate).thenEvents(escalated);
    reviews.with({ now: TUESDAY_AFTER }).given(opened(), escalated).when(escalate).thenNothing();
  });

  it('leaves a decided review alone, but not an unanswered supplement', () => {
    reviews
      .with({ now: TUESDAY_AFTER })
      .given(opened(), approvedBy('reviewer-1'))
      .when(escalate)
      .thenNothing();
    reviews
      .with({ now: '2026-03-17T00:30:00.000Z' })
      .given(opened(), supplementRequestedBy('reviewer-1'))
      .when(escalate)
      .thenEvents({ type: 'ReviewEscalated', data: { ...ref, dueOn: '2026-03-16' } });
  });

  it('moves the deadline instead when the calendar was changed meanwhile', () => {
    reviews
      .with({ now: TUESDAY_AFTER, calendar: changed })
      .given(opened())
      .when(escalate)
      .thenEvents(aDayLater);
  });

  it('moves it and escalates when the new day is over too', () => {
    reviews
      .with({ now: '2026-03-11T00:30:00.000Z', calendar: changed })
      .given(opened())
      .when(escalate)
      .thenEvents(aDayLater, { type: 'ReviewEscalated', data: { ...ref, dueOn: '2026-03-10' } });
  });
});

describe('RecalculateDeadline', () => {
  it('moves an open deadline by a calendar published later, and says why', () => {
    reviews.with({ calendar: changed }).given(opened()).when(recalculate).thenEvents(aDayLater);
  });

  it('records nothing when the day stays', () => {
    reviews.given(opened()).when(recalculate).thenNothing();
    reviews
      .with({ calendar: calendarWithDayOff('2026-10-01') })
      .given(opened())
      .when(recalculate)
      .thenNothing();
  });

  it('records that a year is published now, though the day stays', () => {
    const guessed = deadline('2026-03-02', 5, '2026-03-09', '2026-03-06');
    const unpublished = { ...guessed, derivation: { ...guessed.derivation, unpublishedYears: [2026] } };
    reviews
      .given(opened({ deadline: unpublished }))
      .when(recalculate)
      .thenEvents({
        type: 'DeadlineRecalculated',
        data: { ...aDayLater.data, deadline: guessed, previousDueOn: '2026-03-09' },
      });
  });

  it('leaves a decided review alone', () => {
    reviews
      .with({ calendar: changed })
      .given(opened(), approvedBy('reviewer-1'))
      .when(recalculate)
      .thenNothing();
  });
});
