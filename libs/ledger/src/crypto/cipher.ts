import { gcmCipher } from './gcm-cipher';
import { sm4Cipher } from './sm4-cipher';

/** AES-256-GCM by default; SM4-CTR with HMAC-SM3 (encrypt, then authenticate), since OpenSSL has no SM4-GCM. */
export type CipherName = 'aes-256-gcm' | 'sm4-ctr-hmac-sm3';

/** Authenticated encryption under a 32-byte key. A box holds the nonce, the ciphertext and the tag. */
export interface Cipher {
  /** @throws where OpenSSL lacks what it needs */
  requireAvailable(): void;
  /** @param bound what the box belongs to; not in the box, but needed again to open it */
  seal(key: Uint8Array, plaintext: Uint8Array, bound: string): Buffer;
  /** Undefined when the box was changed, moved, or sealed under another key. */
  open(key: Uint8Array, box: Uint8Array, bound: string): Buffer | undefined;
}

const CIPHERS: Readonly<Record<CipherName, Cipher>> = {
  'aes-256-gcm': gcmCipher,
  'sm4-ctr-hmac-sm3': sm4Cipher,
};

export const isCipherName = (name: string | undefined): name is CipherName =>
  name !== undefined && Object.hasOwn(CIPHERS, name);

export const cipherNamed = (name: CipherName): Cipher => CIPHERS[name];
