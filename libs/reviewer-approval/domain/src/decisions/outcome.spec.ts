import {
  approvedBy,
  claimedBy,
  corrected,
  EVIDENCE,
  firstPassedBy,
  opened,
  POLICY,
  REVIEW,
  ref,
  rejectedBy,
  reviews,
  reviewsBy,
  supplementRequestedBy,
  twoLevels,
  withdrawn,
} from '../example-review.fixture';

const approve = (opinion = '材料齐全') =>
  ({ type: 'ApproveReview', data: { reviewId: REVIEW, opinion } }) as const;
const recheck = { type: 'RecheckApprove', data: { reviewId: REVIEW, opinion: '材料齐全' } } as const;
const refuse = (reasonCode = 'NOT_ENROLLED', opinion = '未参保') =>
  ({ type: 'RejectReview', data: { reviewId: REVIEW, reasonCode, opinion } }) as const;
const voidFor = (cause: 'filing-withdrawn' | 'decision-refused', code: string) =>
  ({ type: 'VoidReview', data: { reviewId: REVIEW, cause, code } }) as const;

describe('ApproveReview', () => {
  it('decides, and names what it saw', () => {
    reviews
      .given(opened(), claimedBy('reviewer-1'))
      .when(approve())
      .thenEvents({ ...approvedBy('reviewer-1'), facets: { policyDigest: POLICY, evidence: [EVIDENCE] } });
  });

  it('does not need a claim, but respects one', () => {
    reviews.given(opened()).when(approve()).thenEvents(approvedBy('reviewer-1'));
    reviews
      .given(opened(), claimedBy('reviewer-2'))
      .when(approve())
      .thenRejected('review.claimed-by-another');
  });

  it('needs an opinion', () => {
    reviews.given(opened()).when(approve('  ')).thenRejected('review.opinion-required');
  });

  it('cannot say anything about a person whose data were erased', () => {
    reviews.with({ personErased: true }).given(opened()).when(approve()).thenRejected('review.person-erased');
  });

  it('is refused where two levels are asked for', () => {
    reviews.given(twoLevels).when(approve()).thenRejected('review.wrong-level');
  });

  it('is refused to the registrar where the policy separates, and allowed where it does not', () => {
    reviewsBy('clerk-1').given(opened()).when(approve()).thenRejected('review.registrar-may-not-review');
    reviewsBy('clerk-1')
      .given(opened({ separation: 'none' }))
      .when(approve())
      .thenEvents(approvedBy('clerk-1'));
  });

  it('is refused once the filing was withdrawn', () => {
    reviews.given(opened(), withdrawn).when(approve()).thenRejected('review.closed');
  });
});

describe('RecheckApprove', () => {
  it('is the second of two reviewers', () => {
    reviewsBy('reviewer-2')
      .given(twoLevels, firstPassedBy('reviewer-1'))
      .when(recheck)
      .thenEvents(approvedBy('reviewer-2', 'recheck'));
  });

  it('is refused to the first reviewer', () => {
    reviews
      .given(twoLevels, firstPassedBy('reviewer-1'))
      .when(recheck)
      .thenRejected('review.levels-need-two-people');
  });

  it('is refused before the first review passed', () => {
    reviews.given(twoLevels).when(recheck).thenRejected('review.wrong-level');
    reviews.given(opened()).when(recheck).thenRejected('review.wrong-level');
  });
});

describe('RejectReview', () => {
  it('cites a reason of the policy’s list', () => {
    reviews.given(opened()).when(refuse()).thenEvents(rejectedBy('reviewer-1'));
    reviews.given(opened()).when(refuse('BAD_WEATHER')).thenRejected('review.unknown-reason');
  });

  it('needs an opinion', () => {
    reviews.given(opened()).when(refuse('NOT_ENROLLED', '')).thenRejected('review.opinion-required');
  });

  it('can be the second reviewer’s word too', () => {
    const { type, data } = rejectedBy('reviewer-2');
    reviewsBy('reviewer-2')
      .given(twoLevels, firstPassedBy('reviewer-1'))
      .when(refuse())
      .thenEvents({ type, data: { ...data, path: 'recheck' } });
  });
});

describe('VoidReview', () => {
  const withdrawal = voidFor('filing-withdrawn', 'filing.withdrawn');
  const refused = voidFor('decision-refused', 'filing.not-under-review');

  it('ends a review whose filing was withdrawn, once', () => {
    reviews.given(opened()).when(withdrawal).thenEvents(withdrawn);
    reviews.given(opened(), supplementRequestedBy('reviewer-1')).when(withdrawal).thenEvents(withdrawn);
    reviews.given(opened(), withdrawn).when(withdrawal).thenNothing();
  });

  it('says in whose hands it was', () => {
    const { type, data } = withdrawn;
    reviews
      .given(opened(), claimedBy('reviewer-1'))
      .when(withdrawal)
      .thenEvents({ type, data: { ...data, heldBy: 'reviewer-1' } });
  });

  it('takes back a decision that intake could not carry out', () => {
    reviews
      .given(opened(), approvedBy('reviewer-1'))
      .when(refused)
      .thenEvents({ type: 'ReviewVoided', data: { ...ref, code: 'filing.not-under-review' } });
  });

  it('takes back only the correction when that is what intake could not carry out', () => {
    reviews
      .given(opened(), approvedBy('reviewer-1'), corrected)
      .when(refused)
      .thenEvents({
        type: 'CorrectionRefused',
        data: { ...ref, code: 'filing.not-under-review', outcome: 'approve' },
      });
  });

  it('passes over a refusal of a decision that was never made', () => {
    reviews.given(opened()).when(refused).thenNothing();
  });
});
