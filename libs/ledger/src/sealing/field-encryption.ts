import {
  ERASED,
  type FieldPath,
  type JsonObject,
  type KeyStore,
  type StoredEvent,
} from '@anjuan/event-sourcing';
import { type CipherName, cipherNamed, isCipherName } from '../crypto/cipher';
import { fieldName, fieldPath, replaceString, stringsAt } from './field-path';

/** A personal field cannot be read although its key was not destroyed: changed, moved, or the key is lost. */
export class FieldUnreadable extends Error {
  readonly type = 'field-unreadable';
  constructor(
    readonly stream: string,
    readonly revision: number,
    readonly field: string,
    cause: string,
  ) {
    super(`${stream}@${revision}: the personal field ${field} cannot be read: ${cause}`);
  }
}

/** The event and the place in it; a ciphertext that is moved to another event or field does not open there. */
const boundTo = (eventId: string, field: string): string => `field ${eventId} ${field}`;

/** The names of the personal fields that are present in the data. */
export const personalFields = (data: JsonObject, patterns: readonly FieldPath[]): readonly string[] =>
  patterns.flatMap((pattern) => stringsAt(data, pattern)).map(fieldName);

/** The data with each named field replaced by its ciphertext, base64url. */
export function encryptFields(
  data: JsonObject,
  fields: readonly string[],
  { eventId, key, cipher }: { eventId: string; key: Uint8Array; cipher: CipherName },
): JsonObject {
  const seal = (field: string) => (text: string) =>
    cipherNamed(cipher).seal(key, Buffer.from(text), boundTo(eventId, field)).toString('base64url');
  return fields.reduce((result, field) => replaceString(result, fieldPath(field), seal(field)), data);
}

/** Which fields of a stored event are ciphertext; none for most events, and then reading costs nothing more. */
export const encryptedFieldsOf = (event: StoredEvent): readonly string[] =>
  event.metadata.personal ? event.metadata.personal.split(' ') : [];

/**
 * The data in plain text; each property with something personal in it is decrypted when it is read, and again once the
 * key is destroyed.
 */
export function decryptWhenRead(event: StoredEvent, fields: readonly string[], keys: KeyStore): JsonObject {
  const data = { ...event.data };
  for (const name of new Set(fields.map((field) => fieldPath(field)[0] ?? ''))) {
    const within = fields.filter((field) => fieldPath(field)[0] === name);
    let decrypted: JsonObject | undefined;
    const get = () => {
      if (!keys.get(event.metadata.keyId ?? '')) decrypted = undefined;
      decrypted ??= decryptFields(event, within, keys);
      return decrypted[name];
    };
    Object.defineProperty(data, name, { get, enumerable: true, configurable: true });
  }
  return data;
}

/**
 * The data in plain text, or with the placeholder in each field once the key is destroyed.
 * @throws FieldUnreadable
 */
function decryptFields(event: StoredEvent, fields: readonly string[], keys: KeyStore): JsonObject {
  const { keyId = '', cipher: name } = event.metadata;
  const key = keys.get(keyId);
  if (!key && keys.isDestroyed(keyId)) return eraseFields(event.data, fields);
  const open = (field: string) => (box: string) => {
    const fail = (cause: string) => new FieldUnreadable(event.stream, event.revision, field, cause);
    if (!key) throw fail(`the key store has no key ${keyId}`);
    if (!isCipherName(name)) throw fail(`unknown cipher ${name}`);
    const text = cipherNamed(name).open(key, Buffer.from(box, 'base64url'), boundTo(event.id, field));
    if (!text) throw fail('the ciphertext does not authenticate');
    return text.toString('utf8');
  };
  return fields.reduce((data, field) => replaceString(data, fieldPath(field), open(field)), event.data);
}

export const eraseFields = (data: JsonObject, fields: readonly string[]): JsonObject =>
  fields.reduce((result, field) => replaceString(result, fieldPath(field), () => ERASED), data);
