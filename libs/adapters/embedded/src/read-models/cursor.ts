import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { CursorMismatch, type PageRequest } from '@anjuan/event-sourcing';
import type { SqlValue } from '../sqlite';

/** Where a page ended: the sort field's value (null without a sort) and the id of its last row. */
export interface Place {
  readonly value: SqlValue;
  readonly id: string;
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Everything but limit and cursor: what must be the same for the next page. */
const requestText = (model: string, { filter = {}, search, sort }: PageRequest): string => {
  const conditions = Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([model, conditions, search ?? null, sort ? [sort.field, sort.direction] : null]);
};

/**
 * Seals a place for its request. A cursor travels in URLs and the sort field may be a name, so it is encrypted; the
 * request is authenticated with it, so that a cursor opens only for filter, search and sort it was made for.
 */
export function sealCursor(key: Uint8Array, model: string, request: PageRequest, place: Place): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(requestText(model, request)));
  const sealed = Buffer.concat([cipher.update(JSON.stringify([place.value, place.id])), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** @throws CursorMismatch */
export function openCursor(key: Uint8Array, model: string, request: PageRequest, cursor: string): Place {
  const bytes = Buffer.from(cursor, 'base64url');
  if (bytes.length <= IV_BYTES + TAG_BYTES) throw new CursorMismatch();
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES));
  decipher.setAAD(Buffer.from(requestText(model, request)));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  const [value, id]: [SqlValue, string] = JSON.parse(unseal(decipher, bytes.subarray(IV_BYTES + TAG_BYTES)));
  return { value, id };
}

function unseal(decipher: ReturnType<typeof createDecipheriv>, sealed: Uint8Array): string {
  try {
    return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
  } catch {
    throw new CursorMismatch();
  }
}
