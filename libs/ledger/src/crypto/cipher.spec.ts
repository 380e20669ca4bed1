import { type CipherName, cipherNamed } from './cipher';
import { digest } from './hash-algorithm';
import { bodyDigest, identityDigest } from './keyed-digest';

const key = new Uint8Array(32).fill(7);

describe.each<CipherName>(['aes-256-gcm', 'sm4-ctr-hmac-sm3'])('%s', (name) => {
  const cipher = cipherNamed(name);

  it('opens what it sealed, whatever the length', () => {
    for (const text of ['', '张', '张三'.repeat(500)]) {
      expect(cipher.open(key, cipher.seal(key, Buffer.from(text), 'here'), 'here')?.toString()).toBe(text);
    }
  });

  it('opens nothing that was changed in any byte, cut, moved or sealed under another key', () => {
    const box = cipher.seal(key, Buffer.from('张三'), 'here');
    for (let at = 0; at < box.length; at++) {
      const changed = Buffer.from(box);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(cipher.open(key, changed, 'here')).toBeUndefined();
      expect(cipher.open(key, box.subarray(0, at), 'here')).toBeUndefined();
    }
    expect(cipher.open(key, box, 'there')).toBeUndefined();
    expect(cipher.open(new Uint8Array(32).fill(8), box, 'here')).toBeUndefined();
  });

  it('never seals the same text to the same bytes', () => {
    const once = cipher.seal(key, Buffer.from('张三'), 'here');
    expect(cipher.seal(key, Buffer.from('张三'), 'here').equals(once)).toBe(false);
  });
});

describe('digests', () => {
  it('SM3 gives the value of GB/T 32905-2016, A.1', () => {
    expect(digest('sm3', 'a', 'bc').toString('hex')).toBe(
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    );
  });

  it('an identity digest depends on secret, document type and number, and on where one ends', () => {
    const digests = [
      identityDigest(key, '01', '110101199003070010'),
      identityDigest(new Uint8Array(32), '01', '110101199003070010'),
      identityDigest(key, '02', '110101199003070010'),
      identityDigest(key, '011', '10101199003070010'),
      identityDigest(key, '01', '110101199003070010', 'sm3'),
    ];
    expect(new Set(digests).size).toBe(5);
    expect(digests[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(identityDigest(key, '01', '110101199003070010')).toBe(digests[0]);
  });

  it('a body digest does not depend on the order of properties', () => {
    expect(bodyDigest(key, { a: 1, b: [2] })).toBe(bodyDigest(key, { b: [2], a: 1 }));
    expect(bodyDigest(key, { a: 1 })).not.toBe(bodyDigest(key, { a: 2 }));
  });
});
