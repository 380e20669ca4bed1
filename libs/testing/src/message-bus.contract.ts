import { type BusAndStore, type BusSetting, type BusUnderTest, PARKED_AT } from './bus-under-test';
import { courtBookings } from './court-bookings';
import { type EngineHome, engineUnderTest } from './engine-under-test';
import { deliveryContract } from './message-bus-delivery.contract';
import { parkingContract } from './message-bus-parking.contract';

/** What an engine does otherwise; everything left out is as the port promises. */
export interface MessageBusDifferences {
  /** `one per group`: a second consumer of a group in the same process is refused. */
  readonly members?: 'one per group';
}

/** What every message bus promises; an adapter's spec is one call. */
export function messageBusContract(
  name: string,
  home: (setting: BusSetting) => EngineHome<BusAndStore> | Promise<EngineHome<BusAndStore>>,
  differences: MessageBusDifferences = {},
): void {
  describe(`message bus contract: ${name}`, () => {
    let courts = courtBookings();
    const under = engineUnderTest(() => {
      courts = courtBookings();
      const { publishers, log } = courts;
      return home({ publishers, log, clock: { now: () => PARKED_AT }, retryDelays: [1, 5] });
    });
    const bus: BusUnderTest = {
      get engine() {
        return under.engine;
      },
      get courts() {
        return courts;
      },
      reopen: () => under.reopen(),
    };
    describe('delivery', () => deliveryContract(bus, differences.members ?? 'several'));
    describe('messages that cannot be handled', () => parkingContract(bus));
  });
}
