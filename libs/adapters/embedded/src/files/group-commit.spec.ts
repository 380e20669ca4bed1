import { join } from 'node:path';
import { useTemporaryFolders } from '@anjuan/testing';
import { openDatabase } from '../sqlite';
import { GroupCommit } from './group-commit';
import { WalSync } from './wal-sync';

const temporaryFolder = useTemporaryFolders();

function openNotes() {
  const path = join(temporaryFolder(), 'notes.db');
  const database = openDatabase(path);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; CREATE TABLE notes (text TEXT)');
  const wal = new WalSync(path);
  const group = new GroupCommit(database, wal);
  const write = (text: string) =>
    group.run(() => void database.prepare('INSERT INTO notes VALUES (?)').run(text));
  const close = async () => {
    await group.idle();
    await wal.close();
    database.close();
  };
  return { group, wal, write, close, count: () => database.prepare('SELECT * FROM notes').all().length };
}

it('rejects alone what refuses, and writes the rest', async () => {
  const { group, write, count, close } = openNotes();
  const refused = group.run(() => {
    throw new Error('no');
  });
  const [one, two] = await Promise.allSettled([refused, write('a')]);
  expect([one.status, two.status, count()]).toEqual(['rejected', 'fulfilled', 1]);
  await close();
});

it('waits for all that was asked of it before it is idle', async () => {
  const { group, write, count, close } = openNotes();
  const written = [write('a'), write('b')];
  await group.idle();
  expect(count()).toBe(2);
  await Promise.all(written);
  await close();
});

it('writes nothing more after the disk has failed once', async () => {
  const { group, wal, write, count, close } = openNotes();
  await write('a');
  await wal.close();
  await expect(write('b')).rejects.toThrow('closed');
  await expect(write('c')).rejects.toThrow('closed');
  expect(() => group.requireSound()).toThrow('closed');
  expect(count()).toBe(2);
  await close();
});
