import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '@anjuan/event-sourcing';
import { openDatabase } from '../sqlite';

/** A sign-in as it is kept; anything else that is needed with it may be added. */
export interface Session extends JsonObject {
  readonly accountId: string;
  readonly csrf: string;
  /** UTC instant, ISO 8601 with milliseconds. */
  readonly expiresAt: string;
}

/** Sign-ins by the hash of their token. They end by themselves and are no part of the log. */
export interface SessionStore {
  /** On disk before it returns; replaces what was there. */
  put(tokenHash: string, session: Session): void;
  /** Also an expired one: the caller knows the time. */
  get(tokenHash: string): Session | undefined;
  delete(tokenHash: string): void;
  deleteOfAccount(accountId: string): void;
  /** Deletes all that ended at this instant or before. @returns how many */
  deleteExpired(now: string): number;
  close(): void;
}

const SCHEMA = `
CREATE TABLE IF NOT EXISTS sessions (
  tokenHash TEXT PRIMARY KEY, accountId TEXT NOT NULL, expiresAt TEXT NOT NULL, session TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS sessionsOfAccount ON sessions (accountId);
CREATE INDEX IF NOT EXISTS sessionsByEnd ON sessions (expiresAt);
`;

/** Opens the sessions of a folder, made when absent. Commits wait for the disk: a sign-out must not be undone by a crash. */
export function openSessionStore(folder: string): SessionStore {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = openDatabase(join(folder, 'sessions.db'));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
  database.exec(SCHEMA);
  const put = database.prepare('INSERT OR REPLACE INTO sessions VALUES (?, ?, ?, ?)');
  const get = database.prepare<{ session: string }>('SELECT session FROM sessions WHERE tokenHash = ?');
  const remove = database.prepare('DELETE FROM sessions WHERE tokenHash = ?');
  const removeOfAccount = database.prepare('DELETE FROM sessions WHERE accountId = ?');
  const removeExpired = database.prepare('DELETE FROM sessions WHERE expiresAt <= ?');
  return {
    put(tokenHash, session) {
      put.run(tokenHash, session.accountId, session.expiresAt, JSON.stringify(session));
    },
    get(tokenHash) {
      const found = get.get(tokenHash);
      return found && JSON.parse(found.session);
    },
    delete(tokenHash) {
      remove.run(tokenHash);
    },
    deleteOfAccount(accountId) {
      removeOfAccount.run(accountId);
    },
    deleteExpired: (now) => Number(removeExpired.run(now).changes),
    close: () => database.close(),
  };
}
