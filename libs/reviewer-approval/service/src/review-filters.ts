import type { Filter } from '@anjuan/event-sourcing';
import type { Caller } from '@anjuan/runtime';
import type { FindReviews } from './review-schemas';

const UNDECIDED = ['open', 'first-passed'];
const DECIDED = ['approved', 'rejected', 'voided'];
/** Everything but rows that only hold a name for a filing that was never submitted. */
const ALL = [...UNDECIDED, 'supplement-requested', ...DECIDED];

/** What each way to look at the queue shows. */
const viewFilters = (today: string, accountId: string): Record<FindReviews['view'], Filter> => ({
  open: { status: { in: UNDECIDED } },
  unassigned: { status: { in: UNDECIDED }, 'review.assigneeId': { eq: null } },
  mine: { status: { in: UNDECIDED }, 'review.assigneeId': { eq: accountId } },
  overdue: { status: { in: UNDECIDED }, 'review.dueOn': { lt: today } },
  waiting: { status: { in: ['supplement-requested'] } },
  decided: { status: { in: DECIDED } },
  all: { status: { in: ALL } },
});

export const viewFilter = (view: FindReviews['view'], today: string, { actor }: Caller): Filter =>
  viewFilters(today, actor.onBehalfOf ?? actor.accountId)[view];

/** Asked-for filters over the view's, kept to the caller's areas. @throws Rejected `access.outside-area` */
export function filterOf(find: FindReviews, today: string, caller: Caller): Filter {
  const { view, status, filingId, insuredRegion, dueFrom, dueTo } = find;
  if (insuredRegion) caller.requireAnyArea('review:read', [insuredRegion]);
  const due = { ...(dueFrom ? { gte: dueFrom } : {}), ...(dueTo ? { lte: dueTo } : {}) };
  const viewed = viewFilter(view, today, caller);
  return {
    ...viewed,
    ...(status ? { status: { eq: status } } : {}),
    ...(filingId ? { filingId: { eq: filingId } } : {}),
    ...equals(find, ['assigneeId', 'decidedBy', 'kind', 'channel', 'subject', 'level', 'route']),
    ...(dueFrom || dueTo ? { 'review.dueOn': { ...viewed['review.dueOn'], ...due } } : {}),
    ...(insuredRegion
      ? { 'review.insuredRegion': { eq: insuredRegion } }
      : caller.scopeFilter('review:read', 'review.insuredRegion')),
  };
}

const equals = (find: FindReviews, fields: readonly (keyof FindReviews)[]): Filter =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = find[field];
      return value === undefined ? [] : [[`review.${field}`, { eq: value }]];
    }),
  );
