import type { Filter, Page } from '@anjuan/event-sourcing';
import type { Caller } from '../access/caller';
import type { AccessLogRow } from '../access-log/access-log.projection';
import { accessLogProjection } from '../access-log/access-log.projection';
import { shownAccess } from '../access-log/shown-access';
import type { ContextTools } from '../office/context';
import type { LiveReadModel } from '../office/live-read-model';
import { accountRejections } from './account-rejections';
import { areasOfAccount } from './account-state';
import { type AccountRow, accountsProjection } from './accounts.projection';
import { type ActivityRow, activityProjection } from './activity.projection';

export interface FindAccounts {
  readonly status?: 'active' | 'disabled';
  readonly kind?: 'person' | 'machine';
  readonly search?: string;
  readonly sort?: 'username' | 'lastSignInAt';
  readonly limit: number;
  readonly cursor?: string;
}

export interface FindAccount {
  readonly accountId: string;
}

export interface FindAccountActivity extends FindAccount {
  readonly limit: number;
  readonly cursor?: string;
  readonly accessCursor?: string;
}

const READ = 'account:read';
const SCAN = 500;

const rowsOf = <R extends AccountRow | ActivityRow>({ rows, next }: Page<R>) => ({
  rows: rows.map(({ row }) => row),
  next,
});

/** Questions about accounts. An account is seen by an administrator who has one of the areas it has a grant in. */
export const accountQueries = (tools: ContextTools) => {
  const accounts = tools.readModel(accountsProjection) as LiveReadModel<AccountRow>;
  const activity = tools.readModel(activityProjection([])) as LiveReadModel<ActivityRow>;
  const accessLog = tools.readModel(accessLogProjection) as LiveReadModel<AccessLogRow>;

  const visible = async (accountId: string, caller: Caller): Promise<AccountRow> => {
    const found = (await accounts.get(accountId)) ?? accountRejections.reject('account.no-such-account');
    caller.requireAnyArea(READ, areasOfAccount(found));
    return found;
  };

  return {
    FindAccounts: async (
      { status, kind, search, sort = 'username', limit, cursor }: FindAccounts,
      caller: Caller,
    ) => {
      const filter: Filter = {
        ...(status === undefined ? {} : { status: { eq: status } }),
        ...(kind === undefined ? {} : { kind: { eq: kind } }),
        ...(await visibleOnly(accounts, caller)),
      };
      const direction = sort === 'username' ? 'asc' : 'desc';
      const page = await accounts.find({ filter, search, sort: { field: sort, direction }, limit, cursor });
      return { ...rowsOf(page), total: await accounts.count(filter, search) };
    },
    FindAccount: ({ accountId }: FindAccount, caller: Caller) => visible(accountId, caller),
    FindAccountActivity: async (
      { accountId, limit, cursor, accessCursor }: FindAccountActivity,
      caller: Caller,
    ) => {
      const { grants, status } = await visible(accountId, caller);
      const page = {
        filter: { accountId: { eq: accountId } },
        sort: { field: 'at', direction: 'desc' as const },
        limit,
      };
      return {
        areas: areasOfAccount({ grants, status }),
        events: rowsOf(await activity.find({ ...page, cursor })),
        access: await shownAccess(tools, await accessLog.find({ ...page, cursor: accessCursor })),
      };
    },
  };
};

/** Grants are a list, which no index covers; accounts are few enough to look through for a caller who may not see all. */
async function visibleOnly(accounts: LiveReadModel<AccountRow>, caller: Caller): Promise<Filter> {
  if (caller.scope(READ) === 'everywhere') return {};
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await accounts.find({ limit: SCAN, cursor });
    const seen = page.rows.filter(({ row }) =>
      areasOfAccount(row).some((area) => caller.mayRead(READ, area)),
    );
    ids.push(...seen.map(({ id }) => id));
    cursor = page.next;
  } while (cursor !== undefined);
  return { accountId: { in: ids } };
}
