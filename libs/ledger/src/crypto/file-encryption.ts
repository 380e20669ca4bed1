import { KeyDestroyed, type KeyStore } from '@anjuan/event-sourcing';
import { type CipherName, cipherNamed, isCipherName } from './cipher';

/** What the bytes of a file are bound to; the ciphertext opens for nothing else. */
export interface FileBinding {
  readonly keyId: string;
  readonly evidenceId: string;
}

/** The ciphertext does not authenticate: it was changed, or it belongs to other evidence. */
export class FileUnreadable extends Error {
  readonly type = 'file-unreadable';
}

/** First byte of a stored file: what it was encrypted with, so that a change of the setting leaves old files readable. */
const FORMATS: Readonly<Record<CipherName, number>> = { 'aes-256-gcm': 1, 'sm4-ctr-hmac-sm3': 2 };

const boundTo = ({ keyId, evidenceId }: FileBinding): string => `file ${JSON.stringify([keyId, evidenceId])}`;

/**
 * Encrypts the bytes of an evidence file. The key is on disk before it resolves.
 * @throws KeyDestroyed
 */
export async function encryptFile(
  keys: KeyStore,
  cipher: CipherName,
  binding: FileBinding,
  bytes: Uint8Array,
): Promise<Uint8Array> {
  await keys.ensure(binding.keyId);
  const key = keys.get(binding.keyId);
  if (!key) throw new FileUnreadable(`the key store made no key ${binding.keyId}`);
  return Buffer.concat([Buffer.of(FORMATS[cipher]), cipherNamed(cipher).seal(key, bytes, boundTo(binding))]);
}

/**
 * @throws KeyDestroyed when the person was erased
 * @throws FileUnreadable when the bytes do not authenticate
 */
export function decryptFile(keys: KeyStore, binding: FileBinding, ciphertext: Uint8Array): Uint8Array {
  const key = keys.get(binding.keyId);
  if (!key && keys.isDestroyed(binding.keyId)) throw new KeyDestroyed(`key ${binding.keyId} was destroyed`);
  if (!key) throw new FileUnreadable(`the key store has no key ${binding.keyId}`);
  const name = Object.keys(FORMATS).find((known) => isCipherName(known) && FORMATS[known] === ciphertext[0]);
  const bytes = isCipherName(name) && cipherNamed(name).open(key, ciphertext.subarray(1), boundTo(binding));
  if (!bytes) throw new FileUnreadable(`evidence ${binding.evidenceId} does not authenticate`);
  return bytes;
}
