import { dossierTopic } from '@anjuan/contracts';
import { ERASED } from '@anjuan/event-sourcing';
import { projectionSpecification, published, recorded } from '@anjuan/testing';
import {
  approvedBy,
  claimedBy,
  corrected,
  FILING,
  firstPassedBy,
  NEXT_REVIEW,
  opened,
  PERSON,
  REVIEW,
  ref,
  supplementRequestedBy,
  twoLevels,
  withdrawn,
} from './example-review.fixture';
import type { ReviewEvent } from './review.events';
import { reviewQueue } from './review-queue.projection';

const queue = projectionSpecification(reviewQueue);
const happened = (event: ReviewEvent) => recorded('review', event.data.reviewId, event);
const named = published(dossierTopic.name, FILING, 'ApplicantNamed', {
  filingId: FILING,
  personId: PERSON,
  name: '王小明',
  idNumber: '11010119900307123X',
});
const erased = published(dossierTopic.name, PERSON, 'ApplicantErased', { personId: PERSON });

describe('the review queue', () => {
  it('has one row for each filing', () => {
    queue.given(happened(opened())).thenRow(FILING, {
      status: 'open',
      review: { reviewId: REVIEW, level: 'single', assigneeId: null, dueOn: '2026-03-09', revision: 0 },
    });
  });

  it('shows the name, whether it came before the review or after it', () => {
    const expected = { status: 'open', applicantName: '王小明', idNumber: '1101**********123X' };
    queue.given(named, happened(opened())).thenRow(FILING, expected);
    queue.given(happened(opened()), named).thenRow(FILING, expected);
    queue.given(named).thenRow(FILING, { status: 'none', review: null });
  });

  it('finds a filing by name and number', () => {
    queue.given(named, happened(opened())).thenSearchText(FILING, ['王小明', '440100202603020001']);
  });

  it('forgets an erased person, in the search too', () => {
    queue
      .given(named, happened(opened()), erased)
      .thenRow(FILING, { applicantName: ERASED, idNumber: ERASED });
    queue.given(named, happened(opened()), erased).thenSearchText(FILING, ['440100202603020001']);
  });

  it('follows the steps of two levels', () => {
    const { type, data } = firstPassedBy('reviewer-1');
    queue
      .given(happened(twoLevels), happened(claimedBy('reviewer-1')), happened({ type, data }))
      .thenRow(FILING, {
        status: 'first-passed',
        review: { level: 'recheck', assigneeId: null, dueOn: '2026-03-04', revision: 2 },
      });
  });

  it('shows the outcome that stands', () => {
    queue
      .given(happened(opened()), happened(approvedBy('reviewer-1')))
      .thenRow(FILING, { status: 'approved', review: { decidedBy: 'reviewer-1' } });
    queue
      .given(happened(opened()), happened(approvedBy('reviewer-1')), happened(corrected))
      .thenRow(FILING, { status: 'rejected', review: { reasonCode: 'WRONG_PERSON' } });
    const refused = {
      type: 'CorrectionRefused',
      data: { ...ref, code: 'filing.ended', outcome: 'approve' },
    } as const;
    queue
      .given(happened(opened()), happened(approvedBy('reviewer-1')), happened(corrected), happened(refused))
      .thenRow(FILING, { status: 'approved', review: { reasonCode: 'filing.ended' } });
  });

  it('shows the newest review of a filing; what happens to older ones leaves the row alone', () => {
    queue
      .given(
        happened(opened()),
        happened(supplementRequestedBy('reviewer-1')),
        happened(opened({ reviewId: NEXT_REVIEW, submission: 2 })),
        happened(withdrawn),
      )
      .thenRow(FILING, { status: 'open', review: { reviewId: NEXT_REVIEW, submission: 2 } });
  });
});
