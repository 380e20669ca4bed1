import { randomUUID } from 'node:crypto';
import { openEmbeddedEventStore } from './embedded-event-store';

/**
 * A process that appends to 16 streams of a folder, each event after the one before was acknowledged, and prints every
 * acknowledged one. It ends by being killed, or with the error of the first append that fails.
 */
async function run(folder: string): Promise<void> {
  const store = await openEmbeddedEventStore({ folder });
  const writer = async (stream: string) => {
    const [last] = await store.readStream(stream, { direction: 'backwards', limit: 1 });
    for (let revision = last?.revision ?? -1; ; revision++) {
      const event = { id: randomUUID(), type: 'CourtBooked', data: { note: '订'.repeat(100) }, metadata: {} };
      await store.append([{ stream, event }], [{ stream, expected: revision }]);
      process.stdout.write(`${event.id}\n`);
    }
  };
  await Promise.all(Array.from({ length: 16 }, (_, id) => writer(`court-${id}`)));
}

run(process.argv[2] ?? '').catch((error: unknown) => {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
});
