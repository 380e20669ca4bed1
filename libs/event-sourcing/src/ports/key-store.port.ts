/**
 * Keys that encrypt personal data, apart from the log. A new key is on disk before `ensure` resolves, so that no event
 * can name a key that a crash takes away.
 */
export interface KeyStore {
  /** The 32-byte key of this id, made when there is none. Fails for a destroyed key. @throws KeyDestroyed */
  ensure(keyId: string, personId?: string): Promise<void>;
  /** Notes whose data a key protects, so that erasing a person finds it. */
  assign(keyId: string, personId: string): Promise<void>;
  /** From memory; undefined when the key was destroyed or never made. */
  get(keyId: string): Uint8Array | undefined;
  keysOf(personId: string): readonly string[];
  /** Destroys keys for good: afterwards no file of the store holds their bytes. Repeatable. */
  destroy(keyIds: readonly string[]): Promise<void>;
  isDestroyed(keyId: string): boolean;
  /** A secret of the office that is not tied to a person (`identity`, `request`), made on first use. */
  secret(name: string): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** The key was destroyed with its person's data and is never made again. */
export class KeyDestroyed extends Error {
  readonly type = 'key-destroyed';
}
