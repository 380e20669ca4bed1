import { z } from 'zod';
import type { ApiClient } from './api-client';

const reviewSchema = z.looseObject({
  timeline: z.array(z.looseObject({ type: z.string(), revision: z.number() })),
});

/** Every event of a review. */
export const reviewTimeline = async (client: ApiClient, reviewId: string) =>
  (await client.read(`reviews/${reviewId}`, reviewSchema)).timeline;
