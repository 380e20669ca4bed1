import { isIPv6 } from 'node:net';
import { signInRejections } from './sign-in-rejections';

/** Failures from one address within the window; a whole bureau may share one, so it is well above the limit of a name. */
export const MAX_FAILURES_OF_ADDRESS = 30;

const WINDOW_MS = 15 * 60_000;
const MAX_ADDRESSES = 10_000;

/** Slows down who tries many names from one address. In memory: a restart forgets, the lock of a name does not. */
export class AddressLimit {
  private readonly attempts = new Map<string, number[]>();

  /**
   * Counts an attempt while it lasts, so that many at once do not slip through.
   * @returns call it when the attempt succeeded: it does not count then
   * @throws Rejected `access.too-many-attempts`
   */
  admit(address: string, now: string): () => void {
    const time = Date.parse(now);
    const source = sourceOf(address);
    const recent = (this.attempts.get(source) ?? []).filter((at) => at > time - WINDOW_MS);
    this.attempts.set(source, recent);
    if (recent.length >= MAX_FAILURES_OF_ADDRESS) signInRejections.reject('access.too-many-attempts');
    recent.push(time);
    if (this.attempts.size > MAX_ADDRESSES) this.forgetBefore(time - WINDOW_MS);
    return () => {
      const current = this.attempts.get(source) ?? [];
      const mine = current.indexOf(time);
      if (mine >= 0) current.splice(mine, 1);
    };
  }

  private forgetBefore(time: number): void {
    for (const [source, times] of this.attempts) {
      if (times.every((at) => at <= time)) this.attempts.delete(source);
    }
  }
}

/** One customer of a provider gets a whole /64 of IPv6 addresses, so they count as one. */
const sourceOf = (address: string): string =>
  isIPv6(address) && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address;
