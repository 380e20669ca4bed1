import { setImmediate as nextTurn } from 'node:timers/promises';
import { StoreBusy, StoreUnavailable } from '@anjuan/event-sourcing';
import { booked, check, record } from '@anjuan/testing';
import { appendCommand } from './append-command';
import { AppendQueue, type PendingAppend } from './append-queue';

const command = (...streams: string[]) =>
  appendCommand(
    streams.slice(0, 1).map((stream) => record(stream, booked(9))),
    streams.map((stream) => check(stream)),
  );

/** A queue whose calls stay in flight until the test lets them go. */
function heldQueue(limits = { commands: 100, bytes: 1_000_000 }) {
  const calls: (readonly PendingAppend[])[] = [];
  let finish = () => {};
  const queue = new AppendQueue((group) => {
    calls.push(group);
    return new Promise((resolve) => {
      finish = resolve;
    });
  }, limits);
  const release = async () => {
    for (const { resolve } of calls.at(-1) ?? [])
      resolve({ position: 1n, revisions: new Map(), repeated: false });
    finish();
    await nextTurn();
  };
  const streamsOf = (call: number) => calls[call]?.map(({ command: sent }) => sent.records[0]?.stream);
  return { queue, calls, release, streamsOf };
}

describe('the queue of appends', () => {
  it('sends what came in one turn in one call, and what came meanwhile in the next', async () => {
    const { queue, calls, release, streamsOf } = heldQueue();
    const answers = [queue.add(command('court-1')), queue.add(command('court-2'))];
    await nextTurn();
    answers.push(queue.add(command('court-3')));
    await nextTurn();
    answers.push(queue.add(command('court-4')));
    expect(calls).toHaveLength(1);
    await release();
    expect(calls).toHaveLength(2);
    await release();
    await Promise.all(answers);
    expect([streamsOf(0), streamsOf(1)]).toEqual([
      ['court-1', 'court-2'],
      ['court-3', 'court-4'],
    ]);
  });

  it('never puts two commands that write or check one stream in a call, and keeps their order', async () => {
    const { queue, release, streamsOf, calls } = heldQueue();
    const sent = [
      command('court-1', 'member-1'),
      command('court-2', 'member-1'),
      command('court-3'),
      command('member-1'),
      command('court-2'),
    ];
    const answers = sent.map((each) => queue.add(each));
    await nextTurn();
    while (calls.length < 3) await release();
    await release();
    await Promise.all(answers);
    expect([0, 1, 2].map(streamsOf)).toEqual([['court-1', 'court-3'], ['court-2'], ['member-1', 'court-2']]);
  });

  it('counts streams whose names differ by case only as one, as the server does', async () => {
    const { queue, streamsOf } = heldQueue();
    queue.add(command('court-a'));
    queue.add(command('court-A'));
    await nextTurn();
    expect(streamsOf(0)).toEqual(['court-a']);
  });

  it('is busy when too many commands wait for their answer, and takes more after one got it', async () => {
    const { queue, release } = heldQueue({ commands: 2, bytes: 1_000_000 });
    const answers = [queue.add(command('court-1')), queue.add(command('court-2'))];
    await expect(queue.add(command('court-3'))).rejects.toBeInstanceOf(StoreBusy);
    await nextTurn();
    await release();
    await Promise.all(answers);
    queue.add(command('court-3'));
  });

  it('is busy when the commands that wait are too large together', async () => {
    const { bytes } = command('court-1');
    const { queue } = heldQueue({ commands: 100, bytes: bytes * 2 });
    queue.add(command('court-1'));
    queue.add(command('court-2'));
    await expect(queue.add(command('court-3'))).rejects.toBeInstanceOf(StoreBusy);
  });

  it('sends what it took when it is closed, and takes no more', async () => {
    const { queue, release } = heldQueue();
    const answer = queue.add(command('court-1'));
    const closed = queue.close();
    await expect(queue.add(command('court-2'))).rejects.toBeInstanceOf(StoreUnavailable);
    await nextTurn();
    await release();
    await Promise.all([answer, closed]);
  });
});
