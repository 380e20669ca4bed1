import { reviewIdOf } from './review-id';

describe('the id of a review', () => {
  const filing = '33333333-3333-4333-8333-333333333333';

  it('follows from filing and submission, so that a message delivered twice opens one review', () => {
    expect(reviewIdOf(filing, 1)).toBe(reviewIdOf(filing, 1));
    expect(reviewIdOf(filing, 1)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5/);
  });

  it('is another for each submission', () => {
    expect(reviewIdOf(filing, 1)).not.toBe(reviewIdOf(filing, 2));
  });
});
