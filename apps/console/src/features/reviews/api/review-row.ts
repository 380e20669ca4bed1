import type { QueuedReview, ReviewQueueRow } from '@anjuan/reviewer-approval-domain';

/** A review in the queue, as the API answers it. */
export interface ReviewRow extends QueuedReview {
  readonly filingId: string;
  readonly personId: string;
  readonly applicantName: string | null;
  /** Masked. */
  readonly idNumber: string | null;
  readonly status: Exclude<ReviewQueueRow['status'], 'none'>;
  readonly overdue: boolean;
}
