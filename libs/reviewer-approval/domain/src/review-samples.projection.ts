import { onCategory, projection, row, unchanged } from '@anjuan/event-sourcing';
import type { ReviewEvents } from './review.events';

/** A completion that was picked for a later look. */
export type ReviewSampleRow = {
  readonly reviewId: string;
  readonly filingId: string;
  readonly insuredRegion: string;
  readonly status: 'picked' | 'taken' | 'recorded';
  readonly pickedAt: string;
  /** The seed's draw: with the seed, anybody can recompute that this review had to be picked. */
  readonly draw: string;
  readonly oneIn: number;
  readonly samplerId: string | null;
  readonly result: 'in-order' | 'fault' | null;
  readonly recordedAt: string | null;
};

/** The list of samples: to take, taken, done. */
export const reviewSamples = projection<ReviewSampleRow>({
  name: 'review-samples',
  version: 1,
  indexes: [
    ['status', 'pickedAt'],
    ['insuredRegion', 'status', 'pickedAt'],
    ['samplerId'],
    ['result'],
    ['pickedAt'],
  ],
  categories: [
    onCategory<ReviewSampleRow, ReviewEvents>('review')({
      ReviewOpened: unchanged,
      ReviewClaimed: unchanged,
      ReviewReleased: unchanged,
      ReviewAssigned: unchanged,
      ConflictDeclared: unchanged,
      FirstReviewPassed: unchanged,
      RecheckReturned: unchanged,
      SupplementRequested: unchanged,
      ResubmissionReceived: unchanged,
      ReviewApproved: unchanged,
      ReviewRejected: unchanged,
      ReviewVoided: unchanged,
      ReviewReminded: unchanged,
      ReviewEscalated: unchanged,
      DeadlineRecalculated: unchanged,
      DecisionCorrected: unchanged,
      CorrectionRefused: unchanged,
      PickedForSampling: row(
        ({ reviewId }) => reviewId,
        (_, { submission: __, ...picked }, meta) => ({
          ...picked,
          status: 'picked',
          pickedAt: meta.recordedAt,
          samplerId: null,
          result: null,
          recordedAt: null,
        }),
      ),
      SampleTaken: row(
        ({ reviewId }) => reviewId,
        (before, { samplerId }) => before && { ...before, status: 'taken', samplerId },
      ),
      SampleResultRecorded: row(
        ({ reviewId }) => reviewId,
        (before, { result }, meta) =>
          before && { ...before, status: 'recorded', result, recordedAt: meta.recordedAt },
      ),
    }),
  ],
});
