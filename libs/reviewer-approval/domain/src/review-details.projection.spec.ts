import { dossierTopic } from '@anjuan/contracts';
import { ERASED } from '@anjuan/event-sourcing';
import { projectionSpecification, published, recorded } from '@anjuan/testing';
import {
  approvedBy,
  claimedBy,
  NEXT_REVIEW,
  opened,
  PERSON,
  POLICY,
  REVIEW,
  ref,
  supplementRequestedBy,
} from './example-review.fixture';
import type { ReviewEvent } from './review.events';
import { reviewDetails } from './review-details.projection';

const details = projectionSpecification(reviewDetails);
const happened = (event: ReviewEvent, by = 'reviewer-1') => recorded('review', REVIEW, event, { by });

describe('the details of a review', () => {
  it('keep checks, deadline and its derivation', () => {
    details.given(happened(opened())).thenRow(REVIEW, {
      status: 'open',
      file: { checks: opened().data.checks, policyDigest: POLICY },
      deadline: {
        dueOn: '2026-03-09',
        derivation: { skipped: [{ date: '2026-03-07' }, { date: '2026-03-08' }] },
      },
    });
  });

  it('tell who did what when, with opinions', () => {
    details
      .given(
        happened(opened(), 'system:consumer'),
        happened(claimedBy('reviewer-1')),
        happened(approvedBy('reviewer-1')),
      )
      .thenRow(REVIEW, {
        status: 'approved',
        revision: 2,
        assigneeId: null,
        timeline: [
          { type: 'ReviewOpened', by: 'system:consumer', revision: 0 },
          { type: 'ReviewClaimed', by: 'reviewer-1', said: { reviewerId: 'reviewer-1' } },
          { type: 'ReviewApproved', said: { opinion: '材料齐全', filingRevision: 3, policyDigest: POLICY } },
        ],
      });
  });

  it('lead on to the review of the next submission', () => {
    const answered = { type: 'ResubmissionReceived', data: { ...ref, nextReviewId: NEXT_REVIEW } } as const;
    details
      .given(happened(opened()), happened(supplementRequestedBy('reviewer-1')), happened(answered))
      .thenRow(REVIEW, { status: 'resubmitted', nextReviewId: NEXT_REVIEW });
  });

  it('lose the opinions about an erased person', () => {
    const erased = published(dossierTopic.name, PERSON, 'ApplicantErased', { personId: PERSON });
    details.given(happened(opened()), happened(approvedBy('reviewer-1')), erased).thenRow(REVIEW, {
      status: 'approved',
      timeline: [{ type: 'ReviewOpened' }, { type: 'ReviewApproved', said: { opinion: ERASED } }],
    });
  });
});
