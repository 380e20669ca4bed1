import { createCipheriv, createDecipheriv, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Cipher } from './cipher';
import { derivation } from './derived-key';
import { hmac, requireHash, requireOpenSslCipher } from './hash-algorithm';

const NAME = 'sm4-ctr';
const COUNTER = 16;
const TAG = 32;
const encryptionKey = derivation('sm3', 'anjuan sm4-ctr', 16);
const authenticationKey = derivation('sm3', 'anjuan hmac-sm3', 32);

/** The length stands first, so that bound text and ciphertext cannot be divided differently. */
function tagOf(key: Uint8Array, bound: string, body: Uint8Array): Buffer {
  const text = Buffer.from(bound);
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE(BigInt(text.length));
  return hmac('sm3', authenticationKey(key), length, text, body);
}

/** A box is 16 bytes of random counter, the ciphertext, 32 bytes of tag over all before it. */
export const sm4Cipher: Cipher = {
  requireAvailable: () => {
    requireOpenSslCipher(NAME);
    requireHash('sm3');
  },

  seal(key, plaintext, bound) {
    const counter = randomBytes(COUNTER);
    const cipher = createCipheriv(NAME, encryptionKey(key), counter);
    const body = Buffer.concat([counter, cipher.update(plaintext), cipher.final()]);
    return Buffer.concat([body, tagOf(key, bound, body)]);
  },

  open(key, box, bound) {
    if (box.length < COUNTER + TAG) return undefined;
    const body = box.subarray(0, box.length - TAG);
    if (!timingSafeEqual(tagOf(key, bound, body), box.subarray(box.length - TAG))) return undefined;
    const decipher = createDecipheriv(NAME, encryptionKey(key), body.subarray(0, COUNTER));
    return Buffer.concat([decipher.update(body.subarray(COUNTER)), decipher.final()]);
  },
};
