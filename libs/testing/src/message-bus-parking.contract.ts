import { type Message, MessageNotParked } from '@anjuan/event-sourcing';
import { type BusUnderTest, PARKED_AT } from './bus-under-test';
import { playerBooked } from './court-bookings';
import { listen } from './message-bus-delivery.contract';

/** Attempts that the setting of the contract allows. */
const ATTEMPTS = 3;

/** A handler that fails for some messages until it is mended. */
class Troubled {
  readonly heard: string[] = [];
  readonly attempts: string[] = [];

  constructor(private fails: (text: string, attempt: number) => boolean) {}

  handle = async ({ key, data }: Message): Promise<void> => {
    const text = `${key} ${data.hour}`;
    this.attempts.push(text);
    const attempt = this.attempts.filter((other) => other === text).length;
    if (this.fails(text, attempt)) throw new Error('the net is torn');
    this.heard.push(text);
  };

  mend(): void {
    this.fails = () => false;
  }
}

export function parkingContract(under: BusUnderTest): void {
  const append = (court: string, ...hours: readonly number[]) =>
    under.courts.append(under.engine.store, court, ...hours.map((hour) => playerBooked(hour)));
  const consume = (troubled: Troubled) =>
    under.engine.bus.consume({ group: 'desk', topics: [under.courts.topic] }, troubled.handle);
  const parkedId = async (): Promise<string> => (await under.engine.bus.parked('desk'))[0]?.message.id ?? '';

  it('tries again what failed, and keeps the order of its key', async () => {
    await append('a', 8, 9);
    const troubled = new Troubled((text, attempt) => text === 'a 8' && attempt < ATTEMPTS);
    const consumer = consume(troubled);
    await consumer.caughtUp();
    expect(troubled.attempts).toEqual(['a 8', 'a 8', 'a 8', 'a 9']);
    expect(await under.engine.bus.parked()).toEqual([]);
  });

  it('parks what keeps failing: what it is, why, how often it was tried and when it was given up', async () => {
    await append('a', 8);
    const troubled = new Troubled(() => true);
    await consume(troubled).caughtUp();
    expect(troubled.attempts).toHaveLength(ATTEMPTS);
    const [parked, ...more] = await under.engine.bus.parked('desk');
    expect(more).toEqual([]);
    expect(parked).toMatchObject({ group: 'desk', attempts: ATTEMPTS, parkedAt: PARKED_AT });
    expect(parked?.error).toContain('the net is torn');
    expect(parked?.message).toMatchObject({ key: 'a', type: 'CourtBooked', data: { hour: 8 } });
    expect(await under.engine.bus.parked('kitchen')).toEqual([]);
  });

  it('lets later messages of a parked key wait while others go on', async () => {
    await append('a', 8, 9);
    await append('b', 8);
    const troubled = new Troubled((text) => text === 'a 8');
    const consumer = consume(troubled);
    await consumer.caughtUp();
    await append('a', 10);
    await append('b', 9);
    await consumer.caughtUp();
    expect(troubled.heard).toEqual(['b 8', 'b 9']);
    expect(await under.engine.bus.parked('desk')).toHaveLength(1);
  });

  it('delivers a parked message and what waits behind it in order when it is sent again', async () => {
    await append('a', 8, 9);
    const troubled = new Troubled((text) => text === 'a 8');
    const consumer = consume(troubled);
    await consumer.caughtUp();
    await append('a', 10);
    await consumer.caughtUp();
    troubled.mend();
    await under.engine.bus.resend('desk', await parkedId());
    await append('a', 11);
    await consumer.caughtUp();
    expect(troubled.heard).toEqual(['a 8', 'a 9', 'a 10', 'a 11']);
    expect(await under.engine.bus.parked('desk')).toEqual([]);
  });

  it('parks a message again that fails again, after the same number of attempts', async () => {
    await append('a', 8, 9);
    const troubled = new Troubled((text) => text === 'a 8');
    const consumer = consume(troubled);
    await consumer.caughtUp();
    await under.engine.bus.resend('desk', await parkedId());
    await consumer.caughtUp();
    expect(troubled.attempts).toEqual(Array.from({ length: 2 * ATTEMPTS }, () => 'a 8'));
    expect(await under.engine.bus.parked('desk')).toMatchObject([{ attempts: ATTEMPTS }]);
  });

  it('parks the next of a key by itself when that fails too', async () => {
    await append('a', 8, 9);
    const troubled = new Troubled((text, attempt) => text === 'a 9' || attempt <= ATTEMPTS);
    const consumer = consume(troubled);
    await consumer.caughtUp();
    await under.engine.bus.resend('desk', await parkedId());
    await consumer.caughtUp();
    expect(troubled.heard).toEqual(['a 8']);
    expect(await under.engine.bus.parked('desk')).toMatchObject([{ message: { data: { hour: 9 } } }]);
  });

  it('keeps parked and waiting messages when it is opened again, and sends them again then', async () => {
    await append('a', 8, 9);
    await consume(new Troubled(() => true)).caughtUp();
    await under.reopen();
    const { consumer, heard } = listen(under, 'desk');
    await consumer.caughtUp();
    expect(heard).toEqual([]);
    await under.engine.bus.resend('desk', await parkedId());
    await consumer.caughtUp();
    expect(heard).toEqual(['a 8', 'a 9']);
  });

  it('sends a message again that was released while nobody consumed', async () => {
    await append('a', 8, 9);
    const consumer = consume(new Troubled(() => true));
    await consumer.caughtUp();
    await consumer.stop();
    await under.engine.bus.resend('desk', await parkedId());
    const { consumer: next, heard } = listen(under, 'desk');
    await next.caughtUp();
    expect(heard).toEqual(['a 8', 'a 9']);
  });

  it('parks for one group only', async () => {
    await append('a', 8);
    await consume(new Troubled(() => true)).caughtUp();
    const { consumer, heard } = listen(under, 'kitchen');
    await consumer.caughtUp();
    expect(heard).toEqual(['a 8']);
  });

  it('refuses to send again what is not parked', async () => {
    await expect(under.engine.bus.resend('desk', 'no-such-message')).rejects.toThrow(MessageNotParked);
  });
}
