import { KeyDestroyed } from '@anjuan/event-sourcing';
import { type Club, openClub } from '../fixtures/tennis-club.fixture';
import type { CipherName } from './cipher';
import { decryptFile, encryptFile, FileUnreadable } from './file-encryption';

describe.each<CipherName>(['aes-256-gcm', 'sm4-ctr-hmac-sm3'])('evidence files with %s', (cipher) => {
  let club: Club;
  beforeEach(async () => {
    club = await openClub();
  });
  afterEach(() => club.close());
  const binding = { keyId: 'k1', evidenceId: 'e1' };
  const bytes = Buffer.from('%PDF-1.7 张三');

  it('decrypts what was encrypted, for the same key and evidence only', async () => {
    const stored = await encryptFile(club.keys, cipher, binding, bytes);
    expect(Buffer.from(stored).includes('张三')).toBe(false);
    expect(Buffer.from(decryptFile(club.keys, binding, stored)).equals(bytes)).toBe(true);
    await club.keys.ensure('k2');
    for (const other of [
      { ...binding, evidenceId: 'e2' },
      { ...binding, keyId: 'k2' },
      { ...binding, keyId: 'k3' },
    ]) {
      expect(() => decryptFile(club.keys, other, stored)).toThrow(FileUnreadable);
    }
    for (let at = 0; at < stored.length; at++) {
      const changed = Uint8Array.from(stored);
      changed[at] = (changed[at] ?? 0) ^ 0x40;
      expect(() => decryptFile(club.keys, binding, changed)).toThrow('evidence e1 does not authenticate');
    }
  });

  it('is gone with its key', async () => {
    const stored = await encryptFile(club.keys, cipher, binding, bytes);
    await club.keys.destroy(['k1']);
    expect(() => decryptFile(club.keys, binding, stored)).toThrow(KeyDestroyed);
    await expect(encryptFile(club.keys, cipher, binding, bytes)).rejects.toBeInstanceOf(KeyDestroyed);
  });
});
