import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { openEmbeddedEventStore } from './embedded-event-store';

const say = (line: object): boolean => process.stdout.write(`${JSON.stringify(line)}\n`);

/**
 * A process that appends until the disk takes no more, waits for a line on its input, and appends once more. Prints one
 * JSON line per step.
 */
async function run(folder: string): Promise<void> {
  const store = await openEmbeddedEventStore({ folder });
  const append = async (stream: string) => {
    const data = { picture: 'x'.repeat(50_000) };
    const event = { id: randomUUID(), type: 'PictureTaken', data, metadata: {} };
    await store.append([{ stream, event }], [{ stream, expected: -1 }]);
    say({ acknowledged: stream });
  };
  try {
    for (let n = 0; n < 1000; n++) await append(`picture-${n}`);
  } catch (error) {
    say({ failed: String(error), name: error instanceof Error ? error.constructor.name : '' });
  }
  say({ readable: (await store.readAll()).length });
  await once(process.stdin, 'data');
  await append('picture-after');
  await store.close();
  process.stdin.destroy();
}

run(process.argv[2] ?? '').catch((error: unknown) => {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
});
