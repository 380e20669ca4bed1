import {
  deadline,
  firstPassedBy,
  judgedBy,
  opened,
  REVIEW,
  reviews,
  reviewsBy,
  supplementRequestedBy,
  twoLevels,
} from '../example-review.fixture';

const pass = { type: 'PassFirstReview', data: { reviewId: REVIEW, opinion: '材料齐全' } } as const;
const giveBack = { type: 'RecheckReturn', data: { reviewId: REVIEW, opinion: '日期不符' } } as const;
const supplement = (items: string[], opinion = '缺少转诊单') =>
  ({ type: 'RequestSupplement', data: { reviewId: REVIEW, items, opinion } }) as const;
const returnedBy = (decidedBy: string) =>
  ({
    type: 'RecheckReturned',
    data: {
      ...judgedBy(decidedBy, '日期不符'),
      deadline: deadline('2026-03-02', 5, '2026-03-09', '2026-03-06'),
    },
  }) as const;

describe('PassFirstReview', () => {
  it('hands the case to the second level, with a deadline of its own', () => {
    reviews.given(twoLevels).when(pass).thenEvents(firstPassedBy('reviewer-1'));
  });

  it('belongs to two levels only, and once', () => {
    reviews.given(opened()).when(pass).thenRejected('review.wrong-level');
    reviewsBy('reviewer-2')
      .given(twoLevels, firstPassedBy('reviewer-1'))
      .when(pass)
      .thenRejected('review.wrong-level');
  });
});

describe('RecheckReturn', () => {
  it('sends the case back to first review', () => {
    reviewsBy('reviewer-2')
      .given(twoLevels, firstPassedBy('reviewer-1'))
      .when(giveBack)
      .thenEvents(returnedBy('reviewer-2'));
    reviews
      .given(twoLevels, firstPassedBy('reviewer-1'), returnedBy('reviewer-2'))
      .when(pass)
      .thenEvents(firstPassedBy('reviewer-1'));
  });

  it('is refused before the first review passed', () => {
    reviews.given(twoLevels).when(giveBack).thenRejected('review.wrong-level');
  });

  it('does not make the second reviewer the first one', () => {
    reviewsBy('reviewer-2')
      .given(twoLevels, firstPassedBy('reviewer-1'), returnedBy('reviewer-2'))
      .when(pass)
      .thenRejected('review.levels-need-two-people');
  });
});

describe('RequestSupplement', () => {
  it('asks for items of the configured list, each once, until a day', () => {
    reviews
      .given(opened())
      .when(supplement(['REFERRAL_DOCUMENT', 'REFERRAL_DOCUMENT']))
      .thenEvents(supplementRequestedBy('reviewer-1'));
  });

  it('may not demand what the list does not have', () => {
    reviews
      .given(opened())
      .when(supplement(['REFERRAL_DOCUMENT', 'BLOOD_SAMPLE']))
      .thenRejected('review.unknown-supplement-item');
  });

  it('says why', () => {
    reviews
      .given(opened())
      .when(supplement(['AGENT_ID'], ' '))
      .thenRejected('review.opinion-required');
  });

  it('is refused while one is open', () => {
    reviews
      .given(opened(), supplementRequestedBy('reviewer-1'))
      .when(supplement(['AGENT_ID']))
      .thenRejected('review.waiting-for-supplement');
  });
});
