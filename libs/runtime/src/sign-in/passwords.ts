import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { z } from 'zod';
import { accountRejections } from '../accounts/account-rejections';

/** What the OWASP Password Storage Cheat Sheet asks of Argon2id at least: 19 MiB, two passes, one lane. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

const MIN_LENGTH = 10;
const LONG_ENOUGH_FOR_ANY = 16;
const KINDS = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/];

/** A password as it comes in: bounded, since hashing takes time by length. */
export const passwordSchema = z.string().min(1).max(128);

/** @throws Rejected `account.password-weak` */
export function requireStrong(password: string, username: string): void {
  const kinds = KINDS.filter((kind) => kind.test(password)).length;
  const long = password.length >= LONG_ENOUGH_FOR_ANY && new Set(password).size >= 5;
  const strong = long || (password.length >= MIN_LENGTH && kinds >= 3);
  if (!strong || password.toLowerCase().includes(username.toLowerCase())) {
    accountRejections.reject('account.password-weak');
  }
}

/**
 * Argon2id in PHC form.
 * @param salt 16 bytes; random when left out. A repeated request gives the same one, so that it is the same request
 */
export const hashPassword = (password: string, salt: Uint8Array = randomBytes(16)): Promise<string> =>
  hash(password, { ...ARGON2ID, salt });

let decoy: Promise<string> | undefined;

/** Takes the same time when there is no hash: an unknown name must not be faster than a known one. */
export async function verifyPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(32).toString('base64'));
  const otherwise = await decoy;
  const expected = passwordHash ?? otherwise;
  return (await verify(expected, password)) && passwordHash !== undefined;
}
