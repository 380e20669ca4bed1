import { projectionSpecification, recorded } from '@anjuan/testing';
import { approvedBy, claimedBy, opened, REVIEW, ref, withdrawn } from './example-review.fixture';
import type { ReviewEvent } from './review.events';
import { reviewerWorkload } from './reviewer-workload.projection';

const workload = projectionSpecification(reviewerWorkload);
const happened = (event: ReviewEvent) => recorded('review', REVIEW, event);
const FIRST = '440100/reviewer-1';
const SECOND = '440100/reviewer-2';

describe('the workload of reviewers', () => {
  it('counts what is in hand until it is decided', () => {
    workload
      .given(happened(opened()), happened(claimedBy('reviewer-1')))
      .thenRow(FIRST, { inHand: [REVIEW] });
    workload
      .given(happened(opened()), happened(claimedBy('reviewer-1')), happened(approvedBy('reviewer-1')))
      .thenRow(FIRST, { inHand: [], decided: { '2026-03': 1 } });
  });

  it('moves with an assignment, and ends when the filing is withdrawn', () => {
    const assigned = {
      type: 'ReviewAssigned',
      data: { ...ref, reviewerId: 'reviewer-2', takenFrom: 'reviewer-1' },
    } as const;
    const both = [happened(opened()), happened(claimedBy('reviewer-1')), happened(assigned)];
    workload.given(...both).thenRow(FIRST, { inHand: [] });
    workload.given(...both).thenRow(SECOND, { inHand: [REVIEW], insuredRegion: '440100' });
    const gone = { ...withdrawn, data: { ...withdrawn.data, heldBy: 'reviewer-2' } };
    workload.given(...both, happened(gone)).thenRow(SECOND, { inHand: [] });
  });
});
