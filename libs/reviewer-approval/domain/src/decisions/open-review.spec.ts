import { elsewhere } from '@anjuan/event-sourcing';
import { stateOf } from '@anjuan/testing';
import {
  conflictOf,
  NEXT_REVIEW,
  openCommand,
  opened,
  picked,
  REVIEW,
  ref,
  reviews,
  supplementRequestedBy,
  surroundings,
} from '../example-review.fixture';
import { review } from '../review';

const check = (outcome: 'passed' | 'failed' | 'not-verifiable') => ({
  code: 'enrolment.normal',
  outcome,
  rule: '参保状态正常',
  source: 'specification',
});
const notPicked = { ...surroundings.sampling, draw: `${'0'.repeat(11)}1${'0'.repeat(52)}` };
const isPicked = { ...surroundings.sampling, draw: '0'.repeat(64) };
const { filingRevision, policyDigest, evidence } = opened().data;
const approvedAutomatically = {
  type: 'ReviewApproved',
  data: { ...ref, filingRevision, policyDigest, evidence, decidedBy: 'reviewer-1', path: 'automatic' },
} as const;

describe('OpenReview', () => {
  it('opens a review with a deadline of working days and how it was reached', () => {
    reviews.given().when(openCommand()).thenEvents(opened());
  });

  it('names policy and evidence in the event, for the proof of what was seen', () => {
    const facets = { policyDigest, evidence };
    reviews
      .given()
      .when(openCommand())
      .thenEvents({ ...opened(), facets });
  });

  it('counts from the day of submission, also when it hears of it late', () => {
    reviews.with({ now: '2026-03-12T01:00:00.000Z' }).given().when(openCommand()).thenEvents(opened());
  });

  it('opens a submission once', () => {
    reviews.given(opened()).when(openCommand()).thenNothing();
  });

  it('completes automatically where the policy says so and every check passed', () => {
    reviews
      .with({ sampling: notPicked })
      .given()
      .when(openCommand({ completion: 'automatic' }))
      .thenEvents(opened({ completion: 'automatic', route: 'automatic' }), approvedAutomatically);
  });

  it('picks one in so many automatic completions for a later look', () => {
    reviews
      .with({ sampling: isPicked })
      .given()
      .when(openCommand({ completion: 'automatic' }))
      .thenEvents(opened({ completion: 'automatic', route: 'automatic' }), approvedAutomatically, {
        ...picked,
        data: { ...picked.data, draw: isPicked.draw },
      });
  });

  it.each([
    ['automatic', 'failed', 'one-reviewer'],
    ['automatic', 'not-verifiable', 'one-reviewer'],
    ['one-visit', 'failed', 'one-reviewer'],
    ['one-visit', 'not-verifiable', 'one-visit'],
    ['two-levels', 'failed', 'two-levels'],
  ] as const)('%s with a check that is %s goes the way of %s', (completion, outcome, route) => {
    const checks = [check('passed'), check(outcome)];
    reviews
      .given()
      .when(openCommand({ completion, checks }))
      .thenEvents(opened({ completion, checks, route }));
  });

  describe('for a filing that comes back after a supplement', () => {
    const previous = stateOf(review, opened(), conflictOf('reviewer-9'), supplementRequestedBy('reviewer-1'));
    const again = openCommand(
      { submission: 2, registrarId: 'clerk-2' },
      { reviewId: NEXT_REVIEW, previousReviewId: REVIEW },
    );

    it('links both reviews, and keeps who registered and who must stay out', () => {
      reviews
        .with({ previous })
        .given()
        .when(again)
        .thenEvents(
          opened({
            reviewId: NEXT_REVIEW,
            submission: 2,
            registrars: ['clerk-1', 'clerk-2'],
            conflicts: ['reviewer-9'],
            previousReviewId: REVIEW,
          }),
          elsewhere('review', REVIEW, {
            type: 'ResubmissionReceived',
            data: { ...ref, nextReviewId: NEXT_REVIEW },
          }),
        );
    });

    it('leaves an earlier review alone that nobody waited for', () => {
      reviews
        .with({ previous: stateOf(review, opened()) })
        .given()
        .when(again)
        .thenEvents(
          opened({
            reviewId: NEXT_REVIEW,
            submission: 2,
            registrars: ['clerk-2'],
            previousReviewId: REVIEW,
          }),
        );
    });
  });
});
