import { setTimeout } from 'node:timers/promises';
import { ERASED, type Message } from '@anjuan/event-sourcing';
import type { BusUnderTest } from './bus-under-test';
import { courtEvent, playerBooked } from './court-bookings';
import { eventually } from './follower';

/** Consumes a topic and notes what came, as `<key> <hour>`. */
export function listen(under: BusUnderTest, group: string, topic = under.courts.topic) {
  const heard: string[] = [];
  const messages: Message[] = [];
  const consumer = under.engine.bus.consume({ group, topics: [topic] }, async (message) => {
    messages.push(message);
    heard.push(`${message.key} ${message.data.hour}`);
  });
  return { consumer, heard, messages };
}

export function deliveryContract(under: BusUnderTest, members: 'one per group' | 'several'): void {
  const append = (court: string, ...hours: readonly number[]) =>
    under.courts.append(under.engine.store, court, ...hours.map((hour) => playerBooked(hour)));

  it('delivers to a new group from the first message on, then what comes live', async () => {
    await append('a', 8, 9);
    const { consumer, heard } = listen(under, 'desk');
    await consumer.caughtUp();
    expect(heard).toEqual(['a 8', 'a 9']);
    await append('a', 10);
    await consumer.caughtUp();
    expect(heard).toEqual(['a 8', 'a 9', 'a 10']);
  });

  it('tells what an event was: its id, key, type, data and when it was recorded', async () => {
    const booking = playerBooked(8);
    await under.courts.append(under.engine.store, 'a', booking);
    const { consumer, messages } = listen(under, 'desk');
    await consumer.caughtUp();
    expect(messages).toEqual([
      {
        id: booking.id,
        topic: under.courts.topic,
        key: 'a',
        type: 'CourtBooked',
        data: { hour: 8, player: ERASED },
        metadata: expect.objectContaining({
          recordedAt: '2026-03-02T01:30:00.000Z',
          effectiveOn: '2026-03-02',
          $correlationId: 'contract',
        }),
      },
    ]);
  });

  it('carries personal fields on a guarded topic only', async () => {
    await under.courts.append(under.engine.store, 'a', playerBooked(8, '欧阳建国'));
    const [open, guarded] = [listen(under, 'desk'), listen(under, 'office', under.courts.guardedTopic)];
    await Promise.all([open.consumer.caughtUp(), guarded.consumer.caughtUp()]);
    expect(open.messages.map(({ data }) => data.player)).toEqual([ERASED]);
    expect(guarded.messages.map(({ data }) => data.player)).toEqual(['欧阳建国']);
  });

  it('passes over internal events', async () => {
    await under.courts.append(under.engine.store, 'a', courtEvent('CourtSwept'));
    const { consumer, heard } = listen(under, 'desk');
    await consumer.caughtUp();
    expect(heard).toEqual([]);
  });

  it('keeps the order of a key while other keys go on', async () => {
    const heard: string[] = [];
    const courts = ['a', 'b', 'c'];
    for (let hour = 0; hour < 20; hour++) for (const court of courts) await append(court, hour);
    const consumer = under.engine.bus.consume(
      { group: 'desk', topics: [under.courts.topic] },
      async ({ key, data }) => {
        await setTimeout(Number(data.hour) % 3);
        heard.push(`${key} ${data.hour}`);
      },
    );
    await consumer.caughtUp();
    for (const court of courts) {
      const hours = heard.filter((text) => text.startsWith(court));
      expect(hours).toEqual(Array.from({ length: 20 }, (_, hour) => `${court} ${hour}`));
    }
    expect(heard).toHaveLength(60);
  });

  it('does not let a slow key keep others waiting', async () => {
    await append('slow', 1);
    await append('quick', 1);
    const heard: string[] = [];
    let finish: () => void = () => {};
    const consumer = under.engine.bus.consume(
      { group: 'desk', topics: [under.courts.topic] },
      async ({ key }) => {
        if (key === 'slow') {
          await new Promise<void>((resolve) => {
            finish = resolve;
          });
        }
        heard.push(key);
      },
    );
    await eventually(() => heard.includes('quick'));
    finish();
    await consumer.caughtUp();
    expect(heard).toEqual(['quick', 'slow']);
  });

  it('delivers every message to each group', async () => {
    await append('a', 8);
    const [desk, kitchen] = [listen(under, 'desk'), listen(under, 'kitchen')];
    await Promise.all([desk.consumer.caughtUp(), kitchen.consumer.caughtUp()]);
    expect([desk.heard, kitchen.heard]).toEqual([['a 8'], ['a 8']]);
  });

  it('goes on where the group stopped, also after the engine was opened again', async () => {
    await append('a', 8);
    const first = listen(under, 'desk');
    await first.consumer.caughtUp();
    await first.consumer.stop();
    await append('a', 9);
    const second = listen(under, 'desk');
    await second.consumer.caughtUp();
    await under.reopen();
    await append('a', 10);
    const third = listen(under, 'desk');
    await third.consumer.caughtUp();
    expect([first.heard, second.heard, third.heard]).toEqual([['a 8'], ['a 9'], ['a 10']]);
  });

  it('gives a topic that a group adds later from its first message', async () => {
    await append('a', 8);
    const first = listen(under, 'desk');
    await first.consumer.caughtUp();
    await first.consumer.stop();
    const heard: string[] = [];
    const { topic, guardedTopic } = under.courts;
    const consumer = under.engine.bus.consume(
      { group: 'desk', topics: [topic, guardedTopic] },
      async (message) => {
        heard.push(message.topic);
      },
    );
    await consumer.caughtUp();
    expect(heard).toEqual([guardedTopic]);
  });

  it('refuses a topic that nobody publishes on', () => {
    expect(() => listen(under, 'desk', 'nowhere.v1')).toThrow('nowhere.v1');
  });

  if (members === 'one per group') {
    it('refuses a second consumer of a group', () => {
      listen(under, 'desk');
      expect(() => listen(under, 'desk')).toThrow('desk');
    });
  } else {
    it('shares the messages of a group among its members', async () => {
      const [one, other] = [listen(under, 'desk'), listen(under, 'desk')];
      for (const court of ['a', 'b', 'c', 'd']) await append(court, 8);
      await Promise.all([one.consumer.caughtUp(), other.consumer.caughtUp()]);
      expect([...one.heard, ...other.heard].sort()).toEqual(['a 8', 'b 8', 'c 8', 'd 8']);
    });
  }
}
