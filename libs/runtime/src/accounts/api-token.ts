import { hash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A bearer token of a machine. Only the hash of its secret is kept. */
export interface NewToken {
  readonly tokenId: string;
  /** `anj_<id>_<secret>`; shown once. */
  readonly token: string;
  readonly tokenHash: string;
}

const BEARER = /^Bearer anj_([0-9a-f]{16})_([A-Za-z0-9_-]{43})$/i;

/** SHA-256, 64 hex digits: enough for a random secret of 256 bits, which nobody can guess. */
export const secretHash = (secret: string): string => hash('sha256', secret);

/** A new random secret of 256 bits, 43 characters. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

export function newToken(): NewToken {
  const tokenId = randomBytes(8).toString('hex');
  const secret = newSecret();
  return { tokenId, token: `anj_${tokenId}_${secret}`, tokenHash: secretHash(secret) };
}

/** Id and secret's hash of an `Authorization` header; undefined when it is none of ours. */
export function readBearer(header: string): { tokenId: string; tokenHash: string } | undefined {
  const [, tokenId, secret] = BEARER.exec(header) ?? [];
  return tokenId && secret ? { tokenId: tokenId.toLowerCase(), tokenHash: secretHash(secret) } : undefined;
}

/** Compares two texts in a time that does not tell where they differ. */
export const sameText = (a: string, b: string): boolean =>
  timingSafeEqual(hash('sha256', a, 'buffer'), hash('sha256', b, 'buffer'));
