import {
  coreRejections,
  evolveWith,
  idOf,
  PositionWaiters,
  type StoredEvent,
  type Subscription,
} from '@anjuan/event-sourcing';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Office } from '../office/office';
import { account } from './account';
import { type AccountState, noAccount } from './account-state';

const WAIT_MS = 5_000;

/**
 * Every account in memory, asked on each request. It follows the log by itself, and a command on an account is answered only when
 * it got here: what an administrator takes away is gone for the next request, open sessions included.
 */
@Injectable()
export class AccountDirectory implements OnModuleInit, OnModuleDestroy {
  private readonly accounts = new Map<string, AccountState>();
  private readonly holders = new Map<string, string>();
  private readonly waiters = new PositionWaiters();
  private subscription: Subscription | undefined;
  private failed = false;

  constructor(private readonly office: Office) {}

  async onModuleInit(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.subscription = this.office.engines.store.subscribe(
        { categories: [account.category] },
        {
          onBatch: (events, position) => {
            for (const event of events) this.take(event);
            this.waiters.advance(position);
          },
          onCaughtUp: () => resolve(),
          onError: (error) => {
            this.failed = true;
            this.office.logger.failed('account-directory', error);
            reject(error);
          },
        },
      );
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.subscription?.stop();
  }

  /** @throws Rejected `store.unavailable` when it cannot follow the log any more: better nobody than somebody with old rights */
  find(accountId: string): AccountState | undefined {
    if (this.failed) coreRejections.reject('store.unavailable');
    return this.accounts.get(accountId);
  }

  /** Every account, disabled ones too. @throws Rejected `store.unavailable` as `find` */
  all(): readonly AccountState[] {
    if (this.failed) coreRejections.reject('store.unavailable');
    return [...this.accounts.values()];
  }

  /** The account that a token was issued to, also when the token is revoked. */
  holderOf(tokenId: string): AccountState | undefined {
    const accountId = this.holders.get(tokenId);
    return accountId === undefined ? undefined : this.find(accountId);
  }

  /** Waits until the directory knows what was recorded up to a position. */
  async reached(position: string): Promise<void> {
    const known = await this.waiters.reached(BigInt(position), WAIT_MS);
    if (!known) this.office.logger.info('the account directory lags', { position });
  }

  private take(stored: StoredEvent): void {
    const { event, meta } = this.office.log.open(stored);
    const accountId = idOf(stored.stream);
    const state = evolveWith(account, this.accounts.get(accountId) ?? noAccount, event, meta);
    // Password hashes are read from the log when somebody signs in; they need not lie here all day.
    this.accounts.set(accountId, { ...state, passwordHash: undefined });
    for (const tokenId of Object.keys(state.tokens)) this.holders.set(tokenId, accountId);
  }
}
