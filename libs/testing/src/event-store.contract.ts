import type { EventStore } from '@anjuan/event-sourcing';
import { appendContract } from './event-store-append.contract';
import { readContract } from './event-store-read.contract';
import { repeatedIdsContract, requestContract } from './event-store-repeat.contract';
import { subscriptionContract } from './event-store-subscription.contract';

/** Where the contract keeps its events. The store may hold other streams, but nobody else may write meanwhile. */
export interface EventStoreHome {
  /** Opens the store; every call over the same events. The contract closes what it opened. */
  open(): Promise<EventStore>;
  /** Removes what is left behind. */
  dispose?(): Promise<void>;
}

/** What an engine does otherwise; everything left out is as the port promises. */
export interface EventStoreDifferences {
  /** Size of the largest event that the engine takes, in bytes of data; 5,000,000 when left out. */
  readonly largeEventBytes?: number;
  /** `not noticed`: an id the store knows, sent among new ones or to another stream, is stored again. */
  readonly reusedIds?: 'not noticed';
}

/** The store that the contract has open at the moment. */
export interface StoreUnderTest {
  readonly store: EventStore;
  /** Closes the store and opens it again. */
  reopen(): Promise<void>;
}

/** What every event store promises; an adapter's spec is one call. */
export function eventStoreContract(
  name: string,
  home: () => EventStoreHome | Promise<EventStoreHome>,
  differences: EventStoreDifferences = {},
): void {
  describe(`event store contract: ${name}`, () => {
    const under = storeUnderTest(home);
    describe('appending', () => appendContract(under));
    describe('repeated event ids', () => repeatedIdsContract(under, differences.reusedIds ?? 'refused'));
    describe('requests', () => requestContract(under));
    describe('reading', () => readContract(under, differences.largeEventBytes ?? 5_000_000));
    describe('subscriptions', () => subscriptionContract(under));
  });
}

function storeUnderTest(home: () => EventStoreHome | Promise<EventStoreHome>): StoreUnderTest {
  let opened: { home: EventStoreHome; store: EventStore } | undefined;
  const current = () => {
    if (!opened) throw new Error('the store is opened before the first test');
    return opened;
  };
  beforeAll(async () => {
    const place = await home();
    opened = { home: place, store: await place.open() };
  });
  afterAll(async () => {
    await opened?.store.close();
    await opened?.home.dispose?.();
  });
  return {
    get store() {
      return current().store;
    },
    async reopen() {
      const { home: place, store } = current();
      await store.close();
      opened = { home: place, store: await place.open() };
    },
  };
}
