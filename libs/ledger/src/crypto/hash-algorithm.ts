import { createHmac, getCiphers, getHashes, hash } from 'node:crypto';

/** SHA-256 by default; SM3 (GB/T 32905-2016) where national cryptography is asked for. Both give 32 bytes. */
export type HashAlgorithm = 'sha256' | 'sm3';

export const isHashAlgorithm = (name: string | undefined): name is HashAlgorithm =>
  name === 'sha256' || name === 'sm3';

/** Digest of the parts, one after the other. In one call, which costs half of what a hash object does. */
export function digest(algorithm: HashAlgorithm, ...parts: readonly (string | Uint8Array)[]): Buffer {
  const [only = ''] = parts;
  const input =
    parts.length > 1
      ? Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)))
      : only;
  return hash(algorithm, input, 'buffer');
}

export function hmac(
  algorithm: HashAlgorithm,
  key: Uint8Array,
  ...parts: readonly (string | Uint8Array)[]
): Buffer {
  const mac = createHmac(algorithm, key);
  for (const part of parts) mac.update(part);
  return mac.digest();
}

/** Fails early, at start, where this build of OpenSSL was made without an algorithm. */
export function requireHash(algorithm: HashAlgorithm): void {
  if (!getHashes().includes(algorithm)) throw missing(algorithm);
}

export function requireOpenSslCipher(name: string): void {
  if (!getCiphers().includes(name)) throw missing(name);
}

const missing = (name: string): Error =>
  new Error(
    `OpenSSL ${process.versions.openssl} of this Node has no ${name} / 此 Node 的 OpenSSL 不支持 ${name}: ` +
      'choose another algorithm in the settings or run a Node that has it',
  );
