import { join } from 'node:path';
import type { KeyStore } from '@anjuan/event-sourcing';
import { useTemporaryFolders } from '@anjuan/testing';
import { filesContaining } from '../files/files-containing.fixture';
import { openDatabase } from '../sqlite';
import { openEmbeddedKeyStore } from './embedded-key-store';

const temporaryFolder = useTemporaryFolders();
const clock = { now: () => '2026-03-02T01:30:00.000Z' };

const bytesOf = (keys: KeyStore, keyId: string): Buffer => Buffer.from(keys.get(keyId) ?? []);

/** Many keys, so that those of one person lie on several pages. */
async function filled(folder: string): Promise<KeyStore> {
  const keys = openEmbeddedKeyStore({ folder, clock });
  await Promise.all(Array.from({ length: 2_000 }, (_, n) => keys.ensure(`key-${n}`, `person-${n % 10}`)));
  return keys;
}

describe('a destroyed key', () => {
  it('is in no file of the folder, while the store is open and after', async () => {
    const folder = temporaryFolder();
    const keys = await filled(folder);
    const ids = keys.keysOf('person-3');
    const destroyed = ids.map((id) => bytesOf(keys, id));
    const kept = bytesOf(keys, 'key-4');
    expect(destroyed).toHaveLength(200);
    const found = () => destroyed.filter((key) => filesContaining(folder, key).length > 0).length;
    expect(found()).toBe(200);

    await keys.destroy(ids);
    expect(found()).toBe(0);
    expect(filesContaining(folder, kept)).toEqual(['keys.db']);
    await keys.close();
    expect(found()).toBe(0);
  }, 30_000);

  it('is gone after a crash between its deletion and the rewriting of the file', async () => {
    const folder = temporaryFolder();
    const keys = await filled(folder);
    const key = bytesOf(keys, 'key-3');
    await keys.close();
    const database = openDatabase(join(folder, 'keys.db'));
    database.exec('PRAGMA secure_delete = OFF');
    database.exec(`DELETE FROM keys WHERE keyId = 'key-3'; INSERT INTO purges VALUES (1)`);
    database.close();
    expect(filesContaining(folder, key)).not.toEqual([]);

    const opened = openEmbeddedKeyStore({ folder, clock });
    expect(filesContaining(folder, key)).toEqual([]);
    expect(opened.get('key-4')).toHaveLength(32);
    await opened.close();
  });

  it('leaves its id and the time', async () => {
    const folder = temporaryFolder();
    const keys = await filled(folder);
    await keys.destroy(['key-3']);
    await keys.close();
    const database = openDatabase(join(folder, 'keys.db'), { readOnly: true });
    const rows = database.prepare('SELECT keyId, destroyedAt FROM destroyed').all();
    database.close();
    expect(rows.map((row) => ({ ...row }))).toEqual([
      { keyId: 'key-3', destroyedAt: '2026-03-02T01:30:00.000Z' },
    ]);
  });
});

it('makes keys that were asked for at the same time in one commit', async () => {
  const folder = temporaryFolder();
  const keys = openEmbeddedKeyStore({ folder, clock });
  const reader = openDatabase(join(folder, 'keys.db'), { readOnly: true });
  const count = () => Object.values(reader.prepare('SELECT count(*) FROM keys').get() ?? {})[0];
  const first = keys.ensure('key-0');
  const others = Array.from({ length: 20 }, (_, n) => keys.ensure(`key-${n + 1}`));
  await first;
  expect(count()).toBe(21);
  await Promise.all(others);
  reader.close();
  await keys.close();
});
