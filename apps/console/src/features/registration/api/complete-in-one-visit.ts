import { api } from '../../../lib/api-client';

/** 即时办结: the clerk who registered the filing completes it at the window. */
export const completeInOneVisit = (reviewId: string, revision: number, opinion: string) =>
  api.post(`/reviews/${reviewId}/completion`, { revision, body: { opinion } });
