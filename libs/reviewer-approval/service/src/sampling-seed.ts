import { createHash, createHmac } from 'node:crypto';
import type { ReviewSurroundings } from '@anjuan/reviewer-approval-domain';
import type { ContextTools } from '@anjuan/runtime';

/**
 * The office's secret draw: nobody knows beforehand which completion is looked at later, and whoever is shown the seed
 * can check that its digest stands in every review and recompute every draw.
 */
export function samplingOf(
  keys: ContextTools['keys'],
): (reviewId: string) => Promise<ReviewSurroundings['sampling']> {
  return async (reviewId) => {
    const seed = await keys.secret('sampling');
    return {
      seedDigest: createHash('sha256').update(seed).digest('hex'),
      draw: createHmac('sha256', seed).update(reviewId).digest('hex'),
    };
  };
}
