import {
  approvedBy,
  conflictOf,
  corrected,
  EVIDENCE,
  opened,
  POLICY,
  picked,
  REVIEW,
  ref,
  rejectedBy,
  reviewsBy,
  supplementRequestedBy,
  withdrawn,
} from '../example-review.fixture';

const correct = (outcome: 'approve' | 'reject', reasonCode = 'WRONG_PERSON', opinion = '审错人') =>
  ({ type: 'CorrectDecision', data: { reviewId: REVIEW, outcome, reasonCode, opinion } }) as const;
const bySupervisor = reviewsBy('supervisor-1');
const approved = approvedBy('reviewer-1');

describe('CorrectDecision', () => {
  it('turns an approval into a rejection by a new event', () => {
    const facets = { policyDigest: POLICY, evidence: [EVIDENCE], reasonCode: 'WRONG_PERSON' };
    bySupervisor
      .given(opened(), approved)
      .when(correct('reject'))
      .thenEvents({ ...corrected, facets });
  });

  it('turns a rejection into an approval', () => {
    bySupervisor
      .given(opened(), rejectedBy('reviewer-1'))
      .when(correct('approve'))
      .thenEvents({ ...corrected, data: { ...corrected.data, outcome: 'approve' } });
  });

  it('is refused when that outcome stands already', () => {
    bySupervisor.given(opened(), approved).when(correct('approve')).thenRejected('review.outcome-unchanged');
    bySupervisor
      .given(opened(), approved, corrected)
      .when(correct('reject'))
      .thenRejected('review.outcome-unchanged');
  });

  it('cites a reason of the policy’s list and an opinion', () => {
    bySupervisor
      .given(opened(), approved)
      .when(correct('reject', 'WHIM'))
      .thenRejected('review.unknown-reason');
    bySupervisor
      .given(opened(), approved)
      .when(correct('reject', 'WRONG_PERSON', ''))
      .thenRejected('review.opinion-required');
  });

  it('needs a decision that stands', () => {
    bySupervisor.given(opened()).when(correct('reject')).thenRejected('review.not-decided');
    bySupervisor
      .given(opened(), supplementRequestedBy('reviewer-1'))
      .when(correct('reject'))
      .thenRejected('review.not-decided');
    bySupervisor.given(opened(), approved, withdrawn).when(correct('reject')).thenRejected('review.closed');
  });

  it('is refused to registrar, people with a conflict, and the sampler', () => {
    reviewsBy('clerk-1')
      .given(opened(), approved)
      .when(correct('reject'))
      .thenRejected('review.registrar-may-not-review');
    bySupervisor
      .given(opened(), approved, conflictOf('supervisor-1'))
      .when(correct('reject'))
      .thenRejected('review.conflict-declared');
    bySupervisor
      .given(opened(), approved, picked, {
        type: 'SampleTaken',
        data: { ...ref, samplerId: 'supervisor-1' },
      })
      .when(correct('reject'))
      .thenRejected('review.sampler-and-decider-differ');
  });
});
