import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { useTemporaryFolders } from '@anjuan/testing';
import { workerFile } from '../files/worker-file';
import { openEmbeddedEventStore } from './embedded-event-store';

const temporaryFolder = useTemporaryFolders();

/** Lets a process append until it has acknowledged so many events, then kills it in the middle of its work. */
async function killUnderLoad(folder: string, acknowledgements: number): Promise<string[]> {
  const child = spawn(process.execPath, [workerFile('event-store/append-load.fixture.js'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged: string[] = [];
  const exit = once(child, 'exit');
  for await (const id of createInterface({ input: child.stdout })) {
    acknowledged.push(id);
    if (acknowledged.length === acknowledgements) child.kill('SIGKILL');
  }
  expect((await exit)[1]).toBe('SIGKILL');
  return acknowledged;
}

it('keeps every acknowledged event when the process is killed under load, again and again', async () => {
  const folder = temporaryFolder();
  const acknowledged: string[] = [];
  for (const count of [150, 1000, 3000]) {
    acknowledged.push(...(await killUnderLoad(folder, count)));
    const store = await openEmbeddedEventStore({ folder });
    const rows = store.readStoredBytes({ limit: 1_000_000 });
    const ids = new Set(rows.map(({ id }) => id));
    expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
    expect(rows.map(({ position }) => position)).toEqual(rows.map((_, n) => n));
    await store.close();
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(4150);
}, 60_000);
