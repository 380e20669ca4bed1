import { approvedBy, conflictOf, oneVisit, picked, REVIEW, ref, reviewsBy } from '../example-review.fixture';
import { isPicked } from './sampling';

const take = { type: 'SampleReview', data: { reviewId: REVIEW } } as const;
const record = (opinion = '与档案一致') =>
  ({ type: 'RecordSampleResult', data: { reviewId: REVIEW, result: 'in-order', opinion } }) as const;
const takenBy = (samplerId: string) => ({ type: 'SampleTaken', data: { ...ref, samplerId } }) as const;
const resultOf = (samplerId: string) =>
  ({
    type: 'SampleResultRecorded',
    data: { ...ref, samplerId, result: 'in-order', opinion: '与档案一致' },
  }) as const;
const completed = [oneVisit, approvedBy('clerk-1', 'one-visit'), picked] as const;
const bySupervisor = reviewsBy('supervisor-1');

describe('the draw', () => {
  it('picks one in so many, the same for everybody who has the seed', () => {
    const draws = Array.from({ length: 100 }, (_, n) => n.toString(16).padStart(12, '0').padEnd(64, 'f'));
    expect(draws.filter((draw) => isPicked(draw, 10))).toHaveLength(10);
    expect(draws.every((draw) => isPicked(draw, 1))).toBe(true);
  });

  it('picks none where the policy samples none', () => {
    expect(isPicked('0'.repeat(64), 0)).toBe(false);
  });
});

describe('SampleReview', () => {
  it('lets a supervisor take a picked case, once', () => {
    bySupervisor
      .given(...completed)
      .when(take)
      .thenEvents(takenBy('supervisor-1'));
    bySupervisor
      .given(...completed, takenBy('supervisor-1'))
      .when(take)
      .thenNothing();
  });

  it('is refused for what another has taken, and for what was not picked', () => {
    bySupervisor
      .given(...completed, takenBy('supervisor-2'))
      .when(take)
      .thenRejected('review.sample-taken-by-another');
    bySupervisor
      .given(oneVisit, approvedBy('clerk-1', 'one-visit'))
      .when(take)
      .thenRejected('review.not-in-sample');
  });

  it('is refused to the decider and to people with a conflict', () => {
    reviewsBy('clerk-1')
      .given(...completed)
      .when(take)
      .thenRejected('review.sampler-and-decider-differ');
    bySupervisor
      .given(...completed, conflictOf('supervisor-1'))
      .when(take)
      .thenRejected('review.conflict-declared');
  });
});

describe('RecordSampleResult', () => {
  it('is the word of whoever took the sample, once', () => {
    bySupervisor
      .given(...completed, takenBy('supervisor-1'))
      .when(record())
      .thenEvents(resultOf('supervisor-1'));
    bySupervisor
      .given(...completed, takenBy('supervisor-1'), resultOf('supervisor-1'))
      .when(record())
      .thenRejected('review.not-in-sample');
  });

  it('is refused to others, and before anybody took it', () => {
    bySupervisor
      .given(...completed, takenBy('supervisor-2'))
      .when(record())
      .thenRejected('review.sample-taken-by-another');
    bySupervisor
      .given(...completed)
      .when(record())
      .thenRejected('review.sample-taken-by-another');
  });

  it('needs an opinion', () => {
    bySupervisor
      .given(...completed, takenBy('supervisor-1'))
      .when(record(' '))
      .thenRejected('review.opinion-required');
  });
});
