import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { useTemporaryFolders } from '@anjuan/testing';
import { workerFile } from '../files/worker-file';
import { openEmbeddedEventStore } from './embedded-event-store';

const temporaryFolder = useTemporaryFolders();

/** Starts the fixture with files limited to 1 MiB: a larger write fails, as on a full disk. */
const startWithSmallDisk = (folder: string) =>
  spawn(
    'bash',
    [
      '-c',
      'ulimit -S -f 1024; exec "$0" "$@"',
      process.execPath,
      workerFile('event-store/disk-failure.fixture.js'),
      folder,
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );

// The limit of a running process can be raised from outside on Linux only.
const onLinux = process.platform === 'linux' ? it : it.skip;

onLinux(
  'answers StoreUnavailable when the disk takes no more, keeps what it acknowledged, and recovers by itself',
  async () => {
    const folder = temporaryFolder();
    const child = startWithSmallDisk(folder);
    const exit = once(child, 'exit');
    const acknowledged: string[] = [];
    const said: Record<string, unknown> = {};
    for await (const line of createInterface({ input: child.stdout })) {
      const step = JSON.parse(line);
      if (step.acknowledged) acknowledged.push(step.acknowledged);
      Object.assign(said, step);
      if (step.readable === undefined) continue;
      expect(step.readable).toBe(acknowledged.length);
      execFileSync('prlimit', ['--pid', String(child.pid), '--fsize=unlimited']);
      child.stdin.write('go on\n');
    }
    expect(await exit).toEqual([0, null]);
    expect(said.name).toBe('StoreUnavailable');
    expect(acknowledged.length).toBeGreaterThan(2);
    expect(acknowledged.at(-1)).toBe('picture-after');
    const store = await openEmbeddedEventStore({ folder });
    expect(store.readStoredBytes().map(({ stream }) => stream)).toEqual(acknowledged);
    await store.close();
  },
  60_000,
);
