import {
  approvedBy,
  claimedBy,
  conflictOf,
  firstPassedBy,
  opened,
  REVIEW,
  ref,
  reviews,
  reviewsBy,
  supplementRequestedBy,
  twoLevels,
} from '../example-review.fixture';

const claim = { type: 'ClaimReview', data: { reviewId: REVIEW } } as const;
const release = { type: 'ReleaseReview', data: { reviewId: REVIEW } } as const;
const assign = (reviewerId: string | null) =>
  ({ type: 'AssignReview', data: { reviewId: REVIEW, reviewerId } }) as const;
const releasedFrom = (reviewerId: string) =>
  ({ type: 'ReviewReleased', data: { ...ref, reviewerId } }) as const;

describe('ClaimReview', () => {
  it('puts an unclaimed case in the reviewer’s hands, once', () => {
    reviews.given(opened()).when(claim).thenEvents(claimedBy('reviewer-1'));
    reviews.given(opened(), claimedBy('reviewer-1')).when(claim).thenNothing();
  });

  it('is refused while another reviewer holds the case', () => {
    reviews.given(opened(), claimedBy('reviewer-2')).when(claim).thenRejected('review.claimed-by-another');
  });

  it('is refused to whoever could not decide it', () => {
    reviewsBy('clerk-1').given(opened()).when(claim).thenRejected('review.registrar-may-not-review');
    reviews
      .given(twoLevels, firstPassedBy('reviewer-1'))
      .when(claim)
      .thenRejected('review.levels-need-two-people');
    reviews.given(opened(), conflictOf('reviewer-1')).when(claim).thenRejected('review.conflict-declared');
  });

  it('sees through a machine that acts for the registrar', () => {
    const machine = { accountId: 'machine-1', kind: 'machine' as const, grants: [], onBehalfOf: 'clerk-1' };
    reviews
      .with({ actor: machine })
      .given(opened())
      .when(claim)
      .thenRejected('review.registrar-may-not-review');
  });

  it('is refused while the applicant’s answer is awaited, and after the end', () => {
    reviews
      .given(opened(), supplementRequestedBy('reviewer-1'))
      .when(claim)
      .thenRejected('review.waiting-for-supplement');
    reviews.given(opened(), approvedBy('reviewer-1')).when(claim).thenRejected('review.closed');
    reviews.given().when(claim).thenRejected('review.not-found');
  });
});

describe('ReleaseReview', () => {
  it('puts one’s own case back in the queue', () => {
    reviews.given(opened(), claimedBy('reviewer-1')).when(release).thenEvents(releasedFrom('reviewer-1'));
  });

  it('is refused for a case of somebody else or nobody', () => {
    reviews.given(opened(), claimedBy('reviewer-2')).when(release).thenRejected('review.not-claimed-by-you');
    reviews.given(opened()).when(release).thenRejected('review.not-claimed-by-you');
  });
});

describe('AssignReview', () => {
  it('gives a case to a reviewer, also out of another’s hands', () => {
    const data = { ...ref, reviewerId: 'reviewer-2' };
    reviews.given(opened()).when(assign('reviewer-2')).thenEvents({ type: 'ReviewAssigned', data });
    reviews
      .given(opened(), claimedBy('reviewer-1'))
      .when(assign('reviewer-2'))
      .thenEvents({ type: 'ReviewAssigned', data: { ...data, takenFrom: 'reviewer-1' } });
  });

  it('puts a case back in the queue', () => {
    reviews
      .given(opened(), claimedBy('reviewer-1'))
      .when(assign(null))
      .thenEvents(releasedFrom('reviewer-1'));
    reviews.given(opened()).when(assign(null)).thenNothing();
  });

  it('is refused for an account that may not review in the region', () => {
    reviews
      .with({ assigneeMayReview: false })
      .given(opened())
      .when(assign('reviewer-2'))
      .thenRejected('review.assignee-may-not-review');
  });

  it('does not go round the separation of duties', () => {
    reviews.given(opened()).when(assign('clerk-1')).thenRejected('review.registrar-may-not-review');
    reviews
      .given(twoLevels, firstPassedBy('reviewer-2'))
      .when(assign('reviewer-2'))
      .thenRejected('review.levels-need-two-people');
  });
});

describe('DeclareConflict and ExcludeFromReview', () => {
  const declare = { type: 'DeclareConflict', data: { reviewId: REVIEW, relation: 'relative' } } as const;
  const exclude = {
    type: 'ExcludeFromReview',
    data: { reviewId: REVIEW, accountId: 'reviewer-1', relation: 'relative' },
  } as const;

  it('keeps the actor out from then on, once', () => {
    reviews.given(opened()).when(declare).thenEvents(conflictOf('reviewer-1'));
    reviews.given(opened(), conflictOf('reviewer-1')).when(declare).thenNothing();
  });

  it('puts the case back in the queue when the actor holds it', () => {
    const { type, data } = conflictOf('reviewer-1');
    reviews
      .given(opened(), claimedBy('reviewer-1'))
      .when(declare)
      .thenEvents({ type, data: { ...data, released: true } });
  });

  it('lets a supervisor keep somebody else out', () => {
    const { type, data } = conflictOf('reviewer-1');
    reviewsBy('supervisor-1')
      .given(opened())
      .when(exclude)
      .thenEvents({ type, data: { ...data, declaredBy: 'supervisor-1' } });
  });
});
