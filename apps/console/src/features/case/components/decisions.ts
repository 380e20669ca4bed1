import type { ReviewDetails } from '../../../lib/reviews-of-filing';

/** What can be done with a review. */
export type Decision =
  | 'claim'
  | 'release'
  | 'complete'
  | 'pass'
  | 'approve'
  | 'recheckApprove'
  | 'recheckReturn'
  | 'supplement'
  | 'reject'
  | 'conflict'
  | 'correct';

/** What of a review says which decisions its step has. */
type ReviewStep = Pick<ReviewDetails, 'status'> & { readonly file: Pick<ReviewDetails['file'], 'route'> };

interface Permissions {
  readonly mayWork: boolean;
  readonly mayComplete: boolean;
  readonly mayCorrect: boolean;
}

/** The decisions that a review's step has, for those who may; the server's rules have the last word. */
export function decisionsFor(review: ReviewStep, permissions: Permissions): readonly Decision[] {
  const { status, file } = review;
  const { mayWork, mayComplete, mayCorrect } = permissions;
  const undecided = status === 'open' || status === 'first-passed';
  if (status === 'approved' || status === 'rejected') return mayCorrect ? ['correct'] : [];
  if (!undecided) return [];
  const completing: readonly Decision[] =
    mayComplete && status === 'open' && file.route === 'one-visit' ? ['complete'] : [];
  return [...completing, ...(mayWork ? reviewerDecisions(review) : [])];
}

function reviewerDecisions({ status, file }: ReviewStep): readonly Decision[] {
  const step: readonly Decision[] =
    status === 'first-passed'
      ? ['recheckApprove', 'recheckReturn']
      : [file.route === 'two-levels' ? 'pass' : 'approve'];
  return [...step, 'supplement', 'reject', 'claim', 'release', 'conflict'];
}
