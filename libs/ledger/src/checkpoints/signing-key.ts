import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { KeyStore } from '@anjuan/event-sourcing';

/** DER before the 32-byte seed of an Ed25519 key in PKCS #8 (RFC 8410, 7). */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The office's key that signs checkpoints. */
export interface SigningKey {
  readonly privateKey: KeyObject;
  /** PEM, SPKI. Whoever verifies should have it from somewhere else than the folder that is verified. */
  readonly publicKey: string;
  readonly keyId: string;
}

/** The signing key, made on first use and kept in the key store as a seed. */
export async function checkpointSigningKey(keys: KeyStore): Promise<SigningKey> {
  const seed = await keys.secret('checkpoint-signing');
  if (seed.length !== 32) throw new Error('the secret checkpoint-signing is not an Ed25519 seed of 32 bytes');
  const privateKey = createPrivateKey({
    key: Buffer.concat([PKCS8_ED25519, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
  return { privateKey, publicKey, keyId: publicKeyId(publicKey) };
}

/** A short name of a public key: the first 16 hex digits of the SHA-256 of its DER. @throws on what is no key */
export const publicKeyId = (pem: string): string =>
  createHash('sha256')
    .update(createPublicKey(pem).export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);
