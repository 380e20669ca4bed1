import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Cipher } from './cipher';
import { derivation } from './derived-key';
import { requireOpenSslCipher } from './hash-algorithm';
import { takeRandom } from './random-pool';

const NAME = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;
const encryptionKey = derivation('sha256', 'anjuan aes-256-gcm', 32);

/** A box is 12 bytes of random nonce, the ciphertext, 16 bytes of tag. */
export const gcmCipher: Cipher = {
  requireAvailable: () => requireOpenSslCipher(NAME),

  seal(key, plaintext, bound) {
    const nonce = takeRandom(NONCE);
    const cipher = createCipheriv(NAME, encryptionKey(key), nonce).setAAD(Buffer.from(bound));
    return Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
  },

  open(key, box, bound) {
    if (box.length < NONCE + TAG) return undefined;
    const decipher = createDecipheriv(NAME, encryptionKey(key), box.subarray(0, NONCE), {
      authTagLength: TAG,
    })
      .setAAD(Buffer.from(bound))
      .setAuthTag(box.subarray(box.length - TAG));
    const plaintext = decipher.update(box.subarray(NONCE, box.length - TAG));
    try {
      return Buffer.concat([plaintext, decipher.final()]);
    } catch {
      return undefined;
    }
  },
};
