import type { MessageData } from '@anjuan/contracts';
import { type calendarYearSchema, type filingTopic, type WorkCalendar } from '@anjuan/contracts';
import type { Actor } from '@anjuan/event-sourcing';
import { specification } from '@anjuan/testing';
import type { z } from 'zod';
import { review } from './review';
import type { ReviewCommand, ReviewCommandData } from './review.commands';
import type { ReviewEvent, ReviewEventData } from './review.events';
import type { ReviewSurroundings } from './review-surroundings';

/** One case for the specs of this context: a filing of Guangzhou registered by `clerk-1` on Monday, 2 March 2026. */
export const REVIEW = '11111111-1111-4111-8111-111111111111';
export const NEXT_REVIEW = '22222222-2222-4222-8222-222222222222';
export const FILING = '33333333-3333-4333-8333-333333333333';
export const PERSON = '44444444-4444-4444-8444-444444444444';
export const POLICY = 'a'.repeat(64);
export const EVIDENCE = 'b'.repeat(64);
export const SEED = 'c'.repeat(64);

export const ref = { reviewId: REVIEW, filingId: FILING, submission: 1, insuredRegion: '440100' };

export const year2026: z.output<typeof calendarYearSchema> = {
  year: 2026,
  holidays: ['2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04', '2026-05-05'].map((date) => ({
    date,
    name: '劳动节',
  })),
  makeUpWorkdays: ['2026-05-09'],
  source: 'specification',
};

export const calendar: WorkCalendar = new Map([[2026, year2026]]);

/** A calendar in which one more day is off. */
export const calendarWithDayOff = (date: string): WorkCalendar =>
  new Map([[2026, { ...year2026, holidays: [...year2026.holidays, { date, name: '调休' }] }]]);

export const person = (accountId: string): Actor => ({
  accountId,
  kind: 'person',
  grants: [{ role: 'reviewer', area: '440100' }],
});

export const surroundings: ReviewSurroundings = {
  calendar,
  personErased: false,
  assigneeMayReview: true,
  sampling: { seedDigest: SEED, draw: `${'0'.repeat(11)}1${'0'.repeat(52)}` },
};

/** Reviewed by `reviewer-1` unless a case says otherwise. */
export const reviews = specification(review, { ...surroundings, actor: person('reviewer-1') });
export const reviewsBy = (accountId: string) => reviews.with({ actor: person(accountId) });

type Filing = MessageData<typeof filingTopic, 'FilingSubmitted'>;

export const submitted = (more: Partial<Filing> = {}): Filing => ({
  filingId: FILING,
  filingNumber: '440100202603020001',
  personId: PERSON,
  insuredRegion: '440100',
  treatmentRegion: '430100',
  insuranceType: '310',
  kind: 'OTHER_TEMPORARY',
  nationalKind: 'OTHER_TEMPORARY',
  behaviour: 'temporary',
  startsOn: '2026-03-02',
  endsOn: '2026-09-02',
  byLetter: false,
  manualOnly: false,
  submission: 1,
  subject: 'new',
  revision: 3,
  channel: 'counter',
  completion: 'one-reviewer',
  separation: 'registrar-not-reviewer',
  registrarId: 'clerk-1',
  policyDigest: POLICY,
  checks: [
    { code: 'identity.check-digit', outcome: 'passed', rule: '身份证号校验码正确', source: 'GB 11643' },
  ],
  evidence: [EVIDENCE],
  review: {
    firstReviewWorkingDays: 5,
    recheckWorkingDays: 2,
    supplementWorkingDays: 10,
    remindWorkingDaysBefore: 1,
    sampleOneIn: 2,
  },
  rejectReasons: ['NOT_ENROLLED'],
  correctionReasons: ['WRONG_PERSON'],
  supplementItems: ['REFERRAL_DOCUMENT', 'AGENT_ID'],
  ...more,
});

export const openCommand = (
  more: Partial<Filing> = {},
  rest: Partial<ReviewCommandData<'OpenReview'>> = {},
): Extract<ReviewCommand, { type: 'OpenReview' }> => ({
  type: 'OpenReview',
  data: { reviewId: REVIEW, filing: submitted(more), submittedOn: '2026-03-02', ...rest },
});

const weekendsBetween = (from: string, to: string) =>
  ['2026-03-07', '2026-03-08', '2026-03-14', '2026-03-15']
    .filter((date) => date > from && date < to)
    .map((date) => ({ date, why: 'weekend' }));

/** A deadline in March 2026, where nothing but weekends is skipped. */
export const deadline = (from: string, workingDays: number, due: string, remindOn?: string) => ({
  dueOn: due,
  ...(remindOn ? { remindOn } : {}),
  derivation: {
    from,
    workingDays,
    due,
    skipped: weekendsBetween(from, due),
    makeUp: [],
    unpublishedYears: [],
  },
});

type Opened = Extract<ReviewEvent, { type: 'ReviewOpened' }>;

/** The review as it opens: due on Monday, 9 March, reminder on Friday. */
export const opened = (more: Partial<ReviewEventData<'ReviewOpened'>> = {}): Opened => {
  const { registrarId, revision, review: limits, manualOnly: _, ...file } = submitted();
  const { sampleOneIn, ...days } = limits;
  return {
    type: 'ReviewOpened',
    data: {
      ...file,
      ...ref,
      submittedOn: '2026-03-02',
      filingRevision: revision,
      route: 'one-reviewer',
      registrars: [registrarId],
      conflicts: [],
      limits: days,
      deadline: deadline('2026-03-02', 5, '2026-03-09', '2026-03-06'),
      sampling: { oneIn: sampleOneIn, seedDigest: SEED },
      ...more,
    },
  };
};

export const twoLevels = opened({ completion: 'two-levels', route: 'two-levels' });
export const oneVisit = opened({ completion: 'one-visit', route: 'one-visit', separation: 'none' });

export const judgedBy = (decidedBy: string, opinion = '材料齐全') => ({
  ...ref,
  filingRevision: 3,
  policyDigest: POLICY,
  evidence: [EVIDENCE],
  decidedBy,
  opinion,
});

export const claimedBy = (reviewerId: string) =>
  ({ type: 'ReviewClaimed', data: { ...ref, reviewerId } }) as const;

export const firstPassedBy = (decidedBy: string) =>
  ({
    type: 'FirstReviewPassed',
    data: { ...judgedBy(decidedBy), deadline: deadline('2026-03-02', 2, '2026-03-04', '2026-03-03') },
  }) as const;

export const approvedBy = (decidedBy: string, path: ReviewEventData<'ReviewApproved'>['path'] = 'review') =>
  ({ type: 'ReviewApproved', data: { ...judgedBy(decidedBy), path } }) as const;

export const rejectedBy = (decidedBy: string) =>
  ({
    type: 'ReviewRejected',
    data: { ...judgedBy(decidedBy, '未参保'), path: 'review', reasonCode: 'NOT_ENROLLED' },
  }) as const;

const ITEMS = ['REFERRAL_DOCUMENT'];

export const supplementRequestedBy = (decidedBy: string) =>
  ({
    type: 'SupplementRequested',
    data: {
      ...judgedBy(decidedBy, '缺少转诊单'),
      items: ITEMS,
      deadline: deadline('2026-03-02', 10, '2026-03-16', '2026-03-13'),
    },
  }) as const;

export const conflictOf = (accountId: string) =>
  ({
    type: 'ConflictDeclared',
    data: { ...ref, accountId, relation: 'relative', declaredBy: accountId, released: false },
  }) as const;

export const withdrawn = { type: 'ReviewVoided', data: { ...ref, code: 'filing.withdrawn' } } as const;

export const corrected = {
  type: 'DecisionCorrected',
  data: { ...judgedBy('supervisor-1', '审错人'), outcome: 'reject', reasonCode: 'WRONG_PERSON' },
} as const;

export const picked = {
  type: 'PickedForSampling',
  data: { ...ref, draw: surroundings.sampling.draw, oneIn: 2 },
} as const;

export const TUESDAY_AFTER = '2026-03-10T00:30:00.000Z';
