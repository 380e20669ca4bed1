import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Clock, KeyDestroyed, type KeyStore } from '@anjuan/event-sourcing';
import { GroupCommit } from '../files/group-commit';
import { purgeDatabase } from '../files/purge-database';
import { inTransaction } from '../files/transaction';
import { WalSync } from '../files/wal-sync';
import { type Database, openDatabase } from '../sqlite';
import { KeyCache } from './key-cache';
import { KeyTables } from './key-tables';

const CACHED_KEYS = 50_000;

export interface KeyStoreOptions {
  readonly folder: string;
  /** Dates the destruction of keys. */
  readonly clock: Clock;
}

/**
 * Opens the keys of a folder, made when absent. Every write waits for the disk. The rewriting of the file stays in
 * memory (`temp_store`), so that no key is ever in the system's temporary folder.
 */
export function openEmbeddedKeyStore({ folder, clock }: KeyStoreOptions): KeyStore {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'keys.db');
  const database = openDatabase(path);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON');
  database.exec('PRAGMA temp_store = MEMORY');
  return new EmbeddedKeyStore(database, new WalSync(path), clock);
}

class EmbeddedKeyStore implements KeyStore {
  private readonly tables: KeyTables;
  private readonly group: GroupCommit;
  private readonly cache = new KeyCache(CACHED_KEYS);
  /** Keys that can be read already but may not be on disk yet. */
  private readonly unsynced = new Map<string, Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly wal: WalSync,
    private readonly clock: Clock,
  ) {
    this.tables = new KeyTables(database);
    this.group = new GroupCommit(database, wal);
    if (this.tables.isPurgeDue()) this.purge();
  }

  async ensure(keyId: string, personId?: string): Promise<void> {
    const making = this.unsynced.get(keyId);
    if (making) await making;
    this.group.requireSound();
    if (personId === undefined && this.get(keyId)) return;
    const made = this.group.run(() => {
      this.refuseDestroyed(keyId);
      this.tables.addKey(keyId);
      if (personId !== undefined) this.tables.addOwner(keyId, personId);
    });
    this.unsynced.set(keyId, made);
    try {
      await made;
    } finally {
      if (this.unsynced.get(keyId) === made) this.unsynced.delete(keyId);
    }
  }

  assign(keyId: string, personId: string): Promise<void> {
    return this.group.run(() => {
      this.refuseDestroyed(keyId);
      if (!this.tables.key(keyId)) throw new Error(`there is no key ${keyId}`);
      this.tables.addOwner(keyId, personId);
    });
  }

  get(keyId: string): Uint8Array | undefined {
    const cached = this.cache.get(keyId);
    if (cached) return cached;
    const key = this.tables.key(keyId);
    if (key) this.cache.put(keyId, key);
    return key;
  }

  keysOf(personId: string): readonly string[] {
    return this.tables.keysOf(personId);
  }

  async destroy(keyIds: readonly string[]): Promise<void> {
    const at = this.clock.now();
    for (const keyId of keyIds) this.cache.delete(keyId);
    inTransaction(this.database, () => {
      for (const keyId of keyIds) this.tables.destroy(keyId, at);
    });
    this.purge();
  }

  isDestroyed(keyId: string): boolean {
    return this.tables.isDestroyed(keyId);
  }

  async secret(name: string): Promise<Uint8Array> {
    const known = this.tables.secret(name);
    if (known) return known;
    await this.group.run(() => this.tables.addSecret(name));
    const made = this.tables.secret(name);
    if (!made) throw new Error(`the secret ${name} was not stored`);
    return made;
  }

  async close(): Promise<void> {
    await this.group.idle();
    await this.wal.close();
    this.database.close();
  }

  private purge(): void {
    purgeDatabase(this.database);
    this.tables.purgeDone();
  }

  private refuseDestroyed(keyId: string): void {
    if (this.tables.isDestroyed(keyId)) throw new KeyDestroyed(`the key ${keyId} was destroyed`);
  }
}
