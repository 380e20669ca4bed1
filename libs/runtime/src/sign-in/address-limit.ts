import { isIPv6 } from 'node:net';
import { signInRejections } from './sign-in-rejections';

/** Failures from one address within the window; a whole bureau may share one, so it is well above the limit of a name. */
export const MAX_FAILURES_OF_ADDRESS = 30;

/** Attempts of one address at the same moment: the bureau signs in at half past eight, a flood does not get in. */
export const MAX_PENDING_OF_ADDRESS = 100;

const WINDOW_MS = 15 * 60_000;
const MAX_ADDRESSES = 10_000;

interface Source {
  /** When, in milliseconds. */
  readonly failures: readonly number[];
  readonly pending: number;
}

/** Slows down who tries many names from one address. In memory: a restart forgets, the lock of a name does not. */
export class AddressLimit {
  private readonly sources = new Map<string, Source>();

  /**
   * Lets an attempt begin.
   * @returns call it when the attempt is over, and say whether it succeeded
   * @throws Rejected `access.too-many-attempts`
   */
  admit(address: string, now: string): (succeeded: boolean) => void {
    const time = Date.parse(now);
    const key = sourceOf(address);
    const { failures, pending } = this.recent(key, time);
    if (failures.length >= MAX_FAILURES_OF_ADDRESS || pending >= MAX_PENDING_OF_ADDRESS) {
      signInRejections.reject('access.too-many-attempts');
    }
    this.sources.set(key, { failures, pending: pending + 1 });
    if (this.sources.size > MAX_ADDRESSES) this.forgetIdle(time);
    return (succeeded) => {
      const source = this.recent(key, time);
      const after = succeeded ? source.failures : [...source.failures, time];
      this.sources.set(key, { failures: after, pending: source.pending - 1 });
    };
  }

  private recent(key: string, time: number): Source {
    const { failures, pending } = this.sources.get(key) ?? { failures: [], pending: 0 };
    return { failures: failures.filter((at) => at > time - WINDOW_MS), pending };
  }

  private forgetIdle(time: number): void {
    for (const key of this.sources.keys()) {
      const { failures, pending } = this.recent(key, time);
      if (failures.length === 0 && pending === 0) this.sources.delete(key);
    }
  }
}

/** One customer of a provider gets a whole /64 of IPv6 addresses, so they count as one. */
const sourceOf = (address: string): string =>
  isIPv6(address) && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address;
