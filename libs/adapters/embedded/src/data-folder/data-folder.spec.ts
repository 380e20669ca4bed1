import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { useTemporaryFolders } from '@anjuan/testing';
import { workerFile } from '../files/worker-file';
import { controlSocketOf } from './control-socket';
import { DataFolderNotUnderstood, openDataFolder } from './data-folder';
import { DataFolderInUse } from './folder-lock';

const temporaryFolder = useTemporaryFolders();

describe('the layout', () => {
  it('is made with the folder, for the owner alone', () => {
    const path = join(temporaryFolder(), 'bureau', 'data');
    const folder = openDataFolder(path);
    const directories = ['bus', 'checkpoints', 'evidence', 'keys', 'log', 'read-models', 'sessions'];
    expect(readdirSync(path)).toEqual(expect.arrayContaining(directories));
    const { log, readModels, bus, keys, evidence, checkpoints, sessions } = folder;
    expect([bus, checkpoints, evidence, keys, log, readModels, sessions]).toEqual(
      directories.map((name) => join(path, name)),
    );
    expect(statSync(path).mode & 0o777).toBe(0o700);
    folder.close();
  });

  it('has a schema version, and a newer one is refused', () => {
    const path = temporaryFolder();
    openDataFolder(path).close();
    expect(JSON.parse(readFileSync(join(path, 'schema.json'), 'utf8'))).toEqual({ schema: 1 });
    writeFileSync(join(path, 'schema.json'), '{"schema":2}\n');
    expect(() => openDataFolder(path)).toThrow(DataFolderNotUnderstood);
    expect(() => openDataFolder(path)).toThrow('schema 2');
    writeFileSync(join(path, 'schema.json'), 'something else');
    expect(() => openDataFolder(path)).toThrow('names no schema');
  });
});

describe('the lock', () => {
  const children: ChildProcess[] = [];
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });

  /** Starts another process that holds the folder. */
  const hold = async (path: string): Promise<ChildProcess> => {
    const child = spawn(
      process.execPath,
      ['--expose-gc', workerFile('data-folder/hold-folder.fixture.js'), path],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    children.push(child);
    await once(child.stdout, 'data');
    return child;
  };

  it('refuses a folder that another process holds, and names that process', async () => {
    const path = temporaryFolder();
    const holder = await hold(path);
    expect(() => openDataFolder(path)).toThrow(DataFolderInUse);
    expect(() => openDataFolder(path)).toThrow(`held by process ${holder.pid}`);
  });

  it('is free again at once when its holder is killed', async () => {
    const path = temporaryFolder();
    const holder = await hold(path);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect(existsSync(join(path, 'holder'))).toBe(true);
    const folder = openDataFolder(path);
    expect(readFileSync(join(path, 'holder'), 'utf8')).toBe(`${process.pid}\n`);
    folder.close();
  });

  it('refuses a second opening in the same process, until the first is closed', () => {
    const path = temporaryFolder();
    const first = openDataFolder(path);
    expect(() => openDataFolder(path)).toThrow(`held by process ${process.pid}`);
    first.close();
    openDataFolder(path).close();
  });

  it('is given back when the folder is refused', () => {
    const path = temporaryFolder();
    writeFileSync(join(path, 'schema.json'), '{"schema":99}');
    expect(() => openDataFolder(path)).toThrow('schema 99');
    writeFileSync(join(path, 'schema.json'), '{"schema":1}');
    openDataFolder(path).close();
  });
});

describe('the control socket', () => {
  it('lies in the folder', () => {
    expect(controlSocketOf('/srv/anjuan')).toBe('/srv/anjuan/control.sock');
  });

  it('has a short path of its own where the folder has a long one, which a server can listen on', async () => {
    const path = join(temporaryFolder(), '数据'.repeat(20), '案卷'.repeat(20));
    const folder = openDataFolder(path);
    expect(folder.controlSocket).toBe(controlSocketOf(path));
    expect(Buffer.byteLength(folder.controlSocket)).toBeLessThanOrEqual(100);
    expect(folder.controlSocket).not.toBe(controlSocketOf(`${path}2`));
    const server = createServer().listen(folder.controlSocket);
    await once(server, 'listening');
    server.close();
    await once(server, 'close');
    folder.close();
  });
});
