import type { Clock, EventOpener, EventStore, MessageBus, Publisher } from '@anjuan/event-sourcing';
import type { CourtBookings } from './court-bookings';
import type { EngineUnderTest } from './engine-under-test';

/** A bus and the store whose events it carries. `close` closes both. */
export interface BusAndStore {
  readonly bus: MessageBus;
  readonly store: EventStore;
  close(): Promise<void>;
}

/** What the bus is made of in a test. Retries follow at once: two more attempts after the first. */
export interface BusSetting {
  readonly publishers: readonly Publisher[];
  readonly log: EventOpener;
  readonly clock: Clock;
  readonly retryDelays: readonly number[];
}

export interface BusUnderTest extends EngineUnderTest<BusAndStore> {
  readonly courts: CourtBookings;
}

export const PARKED_AT = '2026-03-02T02:00:00.000Z';
