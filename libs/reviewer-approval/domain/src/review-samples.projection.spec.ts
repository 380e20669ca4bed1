import { projectionSpecification, recorded } from '@anjuan/testing';
import { oneVisit, picked, REVIEW, ref } from './example-review.fixture';
import type { ReviewEvent } from './review.events';
import { reviewSamples } from './review-samples.projection';

const samples = projectionSpecification(reviewSamples);
const happened = (event: ReviewEvent) => recorded('review', REVIEW, event);
const taken = { type: 'SampleTaken', data: { ...ref, samplerId: 'supervisor-1' } } as const;
const found = {
  type: 'SampleResultRecorded',
  data: { ...ref, samplerId: 'supervisor-1', result: 'fault', opinion: '日期不符' },
} as const;

describe('the list of samples', () => {
  it('holds only what was picked', () => {
    samples.given(happened(oneVisit)).thenNoRow(REVIEW);
    samples.given(happened(oneVisit), happened(picked)).thenRow(REVIEW, { status: 'picked', oneIn: 2 });
  });

  it('follows the look until its result, without the opinion', () => {
    const { rows, thenRow } = samples.given(
      happened(oneVisit),
      happened(picked),
      happened(taken),
      happened(found),
    );
    thenRow(REVIEW, { status: 'recorded', samplerId: 'supervisor-1', result: 'fault' });
    expect(rows.get(REVIEW)).not.toHaveProperty('opinion');
  });
});
