import { StoreUnavailable } from '@anjuan/event-sourcing';
import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { isOutage, toStoreError } from './errors';

/** Each client holds a native one, so that a long outage must not make one for each failed call. */
const RENEWAL_PAUSE = 250;

/**
 * The client in use. One that has seen the server go away keeps failing to read when it is back, while a new one
 * works, so a client that failed is replaced.
 */
export class Clients {
  #client: KurrentDBClient;
  #renewed = 0;
  #closed = false;

  constructor(private readonly url: string) {
    this.#client = KurrentDBClient.connectionString(url);
  }

  current(): KurrentDBClient {
    if (this.#closed) throw new StoreUnavailable('the store is closed');
    return this.#client;
  }

  /** Replaces a client that failed, unless that was done already. */
  renew(failed: KurrentDBClient): void {
    if (failed !== this.#client || this.#closed || Date.now() - this.#renewed < RENEWAL_PAUSE) return;
    this.#renewed = Date.now();
    this.#client = KurrentDBClient.connectionString(this.url);
  }

  /** Runs a call that may be repeated: once more on a new client when the first one lost its server. */
  async call<T>(work: (client: KurrentDBClient) => Promise<T>): Promise<T> {
    const client = this.current();
    try {
      return await work(client);
    } catch (error) {
      if (!isOutage(error)) throw toStoreError(error);
      this.renew(client);
    }
    try {
      return await work(this.current());
    } catch (error) {
      throw toStoreError(error);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#client.dispose();
  }
}
