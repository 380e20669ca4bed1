import { StoreUnavailable } from '@anjuan/event-sourcing';
import { type KurrentDBClient, UnavailableError } from '@kurrent/kurrentdb-client';
import { Clients } from './clients';
import { LogTampered } from './errors';

/** A server that is not there: nothing listens on the discard port. */
const NOWHERE = 'kurrentdb://127.0.0.1:9?tls=false';

describe('the clients of KurrentDB', () => {
  const clients = new Clients(NOWHERE);

  afterAll(() => clients.close());

  it('repeat a call on a new client when the first lost its server', async () => {
    const lost = clients.current();
    const tried: KurrentDBClient[] = [];
    const answer = await clients.call(async (client) => {
      tried.push(client);
      if (client === lost) throw new UnavailableError();
      return 'answer';
    });
    expect(answer).toBe('answer');
    expect(tried).toEqual([lost, clients.current()]);
    expect(clients.current()).not.toBe(lost);
  });

  it('say that the store is unavailable when the new client fails too', async () => {
    const refused = clients.call(() =>
      Promise.reject(new Error('14 UNAVAILABLE: No connection established')),
    );
    await expect(refused).rejects.toBeInstanceOf(StoreUnavailable);
  });

  it('repeat no call that failed for another reason', async () => {
    let calls = 0;
    const failed = clients.call(() => {
      calls += 1;
      return Promise.reject(new LogTampered('court-1', 'was deleted on the server'));
    });
    await expect(failed).rejects.toBeInstanceOf(LogTampered);
    expect(calls).toBe(1);
  });

  it('are not renewed at each failure of a long outage', () => {
    const seen = new Set<KurrentDBClient>();
    for (let failure = 0; failure < 20; failure++) {
      seen.add(clients.current());
      clients.renew(clients.current());
    }
    expect(seen.size).toBeLessThanOrEqual(2);
  });

  it('are not given out after they were closed', async () => {
    const closed = new Clients(NOWHERE);
    await closed.close();
    expect(() => closed.current()).toThrow(StoreUnavailable);
  });
});
