import { chinaDateOf } from '@anjuan/event-sourcing';
import {
  type ReviewDetailsRow,
  type ReviewerWorkloadRow,
  type ReviewSampleRow,
  reviewDetails,
  reviewerWorkload,
  reviewSamples,
} from '@anjuan/reviewer-approval-domain';
import type { Caller, ContextTools, QueryHandlers } from '@anjuan/runtime';
import type { FindSamples, SamplePage, Workload } from './review-schemas';

/** What supervisors ask: samples to look at, and who has how much to do. */
export const supervisionQueries = (tools: ContextTools): QueryHandlers => ({
  FindSamples: async ({ status, mine, limit, cursor }: FindSamples, caller: Caller): Promise<SamplePage> => {
    const { accountId, onBehalfOf } = caller.actor;
    const filter = {
      ...(status ? { status: { eq: status } } : {}),
      ...(mine === 'true' ? { samplerId: { eq: onBehalfOf ?? accountId } } : {}),
      ...caller.scopeFilter('review:sample', 'insuredRegion'),
    };
    const samples = tools.readModel(reviewSamples);
    const sort = { field: 'pickedAt', direction: 'desc' } as const;
    const page = await samples.find({ filter, sort, limit, cursor });
    const rows = page.rows.map(({ row }) => row as ReviewSampleRow);
    const details = await tools.readModel(reviewDetails).getMany(rows.map(({ reviewId }) => reviewId));
    return {
      rows: rows.map((sample) => ({ ...sample, ...described(details.get(sample.reviewId)) })),
      next: page.next,
      total: await samples.count(filter),
    };
  },

  ReviewerWorkload: async (_: unknown, caller: Caller): Promise<Workload> => {
    const month = chinaDateOf(tools.clock.now()).slice(0, 7);
    const filter = caller.scopeFilter('review:assign', 'insuredRegion');
    const page = await tools.readModel(reviewerWorkload).find({ filter, limit: 1000 });
    return {
      rows: page.rows.map(({ row }) => {
        const { accountId, insuredRegion, inHand, decided } = row as ReviewerWorkloadRow;
        return { accountId, insuredRegion, inHand: inHand.length, decidedThisMonth: decided[month] ?? 0 };
      }),
    };
  },
});

const described = (row: object | undefined) => {
  const details = row as ReviewDetailsRow | undefined;
  return {
    filingNumber: details?.file.filingNumber ?? null,
    kind: details?.file.kind ?? '',
    revision: details?.revision ?? -1,
  };
};
