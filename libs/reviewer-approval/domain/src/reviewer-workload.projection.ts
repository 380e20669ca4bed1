import { chinaDateOf, type EventMeta, onCategory, projection, row, unchanged } from '@anjuan/event-sourcing';
import type { ReviewEvents } from './review.events';

/** What one account has in hand in one insured region, and how much it decided in each month. */
export type ReviewerWorkloadRow = {
  readonly accountId: string;
  readonly insuredRegion: string;
  readonly inHand: readonly string[];
  /** Decisions of any sort by month in China, `YYYY-MM`. */
  readonly decided: Readonly<Record<string, number>>;
};

type About = { readonly reviewId: string; readonly insuredRegion: string };

const keyOf = ({ insuredRegion }: About, accountId: string): string => `${insuredRegion}/${accountId}`;

const rowOf = (before: ReviewerWorkloadRow | undefined, id: string): ReviewerWorkloadRow => {
  const [insuredRegion = '', ...account] = id.split('/');
  return before ?? { accountId: account.join('/'), insuredRegion, inHand: [], decided: {} };
};

const without = (load: ReviewerWorkloadRow, { reviewId }: About): ReviewerWorkloadRow => ({
  ...load,
  inHand: load.inHand.filter((held) => held !== reviewId),
});

const withOne = (load: ReviewerWorkloadRow, { reviewId }: About): ReviewerWorkloadRow => ({
  ...load,
  inHand: [...load.inHand.filter((held) => held !== reviewId), reviewId],
});

const takes = row<ReviewerWorkloadRow, { data: About & { reviewerId: string } }>(
  (data) => keyOf(data, data.reviewerId),
  (before, data, _, id) => withOne(rowOf(before, id), data),
);

const puts = <D extends About>(holder: (data: D) => string | undefined) =>
  row<ReviewerWorkloadRow, { data: D }>(
    (data) => {
      const accountId = holder(data);
      return accountId === undefined ? [] : keyOf(data, accountId);
    },
    (before, data, _, id) => without(rowOf(before, id), data),
  );

const decides = row<ReviewerWorkloadRow, { data: About & { decidedBy: string } }>(
  (data) => keyOf(data, data.decidedBy),
  (before, data, meta: EventMeta, id) => {
    const load = without(rowOf(before, id), data);
    const month = chinaDateOf(meta.recordedAt).slice(0, 7);
    return { ...load, decided: { ...load.decided, [month]: (load.decided[month] ?? 0) + 1 } };
  },
);

/** Who has how much to do: for supervisors who assign. */
export const reviewerWorkload = projection<ReviewerWorkloadRow>({
  name: 'reviewer-workload',
  version: 1,
  indexes: [['insuredRegion', 'accountId'], ['accountId']],
  categories: [
    onCategory<ReviewerWorkloadRow, ReviewEvents>('review')({
      ReviewOpened: unchanged,
      ReviewClaimed: takes,
      ReviewReleased: puts(({ reviewerId }) => reviewerId),
      ReviewAssigned: row(
        (data) => [data.reviewerId, ...(data.takenFrom ? [data.takenFrom] : [])].map((id) => keyOf(data, id)),
        (before, data, _, id) =>
          id === keyOf(data, data.reviewerId)
            ? withOne(rowOf(before, id), data)
            : without(rowOf(before, id), data),
      ),
      ConflictDeclared: puts(({ accountId, released }) => (released ? accountId : undefined)),
      FirstReviewPassed: decides,
      RecheckReturned: decides,
      SupplementRequested: decides,
      ResubmissionReceived: unchanged,
      ReviewApproved: decides,
      ReviewRejected: decides,
      ReviewVoided: puts(({ heldBy }) => heldBy),
      ReviewReminded: unchanged,
      ReviewEscalated: unchanged,
      DeadlineRecalculated: unchanged,
      DecisionCorrected: decides,
      CorrectionRefused: unchanged,
      PickedForSampling: unchanged,
      SampleTaken: unchanged,
      SampleResultRecorded: unchanged,
    }),
  ],
});
