import {
  approvedBy,
  claimedBy,
  conflictOf,
  oneVisit,
  opened,
  picked,
  REVIEW,
  reviews,
  reviewsBy,
  surroundings,
  withdrawn,
} from '../example-review.fixture';

const complete = (opinion = '材料齐全') =>
  ({ type: 'CompleteInOneVisit', data: { reviewId: REVIEW, opinion } }) as const;
const unsure = {
  ...oneVisit,
  data: {
    ...oneVisit.data,
    checks: [
      { code: 'x', outcome: 'not-verifiable', rule: '参保状态正常', source: 'specification' } as const,
    ],
  },
};

describe('CompleteInOneVisit', () => {
  it('lets the clerk who registered the filing complete it', () => {
    reviewsBy('clerk-1').given(oneVisit).when(complete()).thenEvents(approvedBy('clerk-1', 'one-visit'));
  });

  it('may be picked for a later look', () => {
    const draw = '0'.repeat(64);
    reviewsBy('clerk-1')
      .with({ sampling: { ...surroundings.sampling, draw } })
      .given(oneVisit)
      .when(complete())
      .thenEvents(approvedBy('clerk-1', 'one-visit'), { ...picked, data: { ...picked.data, draw } });
  });

  it('needs a word on what could not be verified', () => {
    reviewsBy('clerk-1').given(unsure).when(complete(' ')).thenRejected('review.opinion-required');
    reviewsBy('clerk-1').given(unsure).when(complete()).thenEvents(approvedBy('clerk-1', 'one-visit'));
  });

  it('is refused to other clerks', () => {
    reviewsBy('clerk-2').given(oneVisit).when(complete()).thenRejected('review.not-the-registrar');
  });

  it('is refused where the policy or a failed check asks for a reviewer', () => {
    reviewsBy('clerk-1').given(opened()).when(complete()).thenRejected('review.not-for-one-visit');
  });

  it('is refused to a clerk with a conflict of interest', () => {
    reviewsBy('clerk-1')
      .given(oneVisit, conflictOf('clerk-1'))
      .when(complete())
      .thenRejected('review.conflict-declared');
  });

  it('is refused while a reviewer holds the case, and after its end', () => {
    reviewsBy('clerk-1')
      .given(oneVisit, claimedBy('reviewer-1'))
      .when(complete())
      .thenRejected('review.claimed-by-another');
    reviewsBy('clerk-1').given(oneVisit, withdrawn).when(complete()).thenRejected('review.closed');
  });

  it('knows no case that was never opened', () => {
    reviews.given().when(complete()).thenRejected('review.not-found');
  });
});
