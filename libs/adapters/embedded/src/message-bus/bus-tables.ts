import type { Database } from '../sqlite';

/** A message that waits in a key's queue: where its event is, not what it says. */
export interface HeldMessage {
  readonly group: string;
  readonly topic: string;
  readonly key: string;
  readonly messageId: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: bigint;
  /** Failed deliveries; 0 for one that waits behind another. */
  readonly attempts: number;
  readonly error: string;
  /** Set when it is tried no more. */
  readonly parkedAt: string | null;
}

type HeldRow = Omit<HeldMessage, 'position'> & { readonly position: string };

const SCHEMA = `
CREATE TABLE IF NOT EXISTS offsets (
  "group" TEXT, topic TEXT, position INTEGER NOT NULL, PRIMARY KEY ("group", topic)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS held (
  "group" TEXT, position INTEGER, topic TEXT, key TEXT NOT NULL, messageId TEXT NOT NULL, stream TEXT NOT NULL,
  revision INTEGER NOT NULL, attempts INTEGER NOT NULL, error TEXT NOT NULL, parkedAt TEXT,
  PRIMARY KEY ("group", position, topic)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS heldByKey ON held ("group", key, position);
`;

const COLUMNS =
  '"group", topic, key, messageId, stream, revision, CAST(position AS TEXT) AS position, attempts, error, parkedAt';

const heldMessage = (row: HeldRow): HeldMessage => ({ ...row, position: BigInt(row.position) });

/** Offsets of the groups, and what could not be delivered. A held message has a queue, which is its key's. */
export class BusTables {
  constructor(private readonly database: Database) {
    database.exec(SCHEMA);
  }

  /** How far a group has got in a topic; -1n at the beginning. */
  offset(group: string, topic: string): bigint {
    const found = this.database
      .prepare<{ position: string }>(
        'SELECT CAST(position AS TEXT) AS position FROM offsets WHERE "group" = ? AND topic = ?',
      )
      .get(group, topic);
    return BigInt(found?.position ?? -1);
  }

  /** All topics of a group at once; never backwards, as a topic that came later reads what others had before. */
  setOffsets(group: string, topics: readonly string[], position: bigint): void {
    this.database
      .prepare(
        `INSERT INTO offsets SELECT ?, value, ? FROM json_each(?) WHERE TRUE
         ON CONFLICT DO UPDATE SET position = max(position, excluded.position)`,
      )
      .run(group, position, JSON.stringify(topics));
  }

  /** Does nothing when it is held already, as after a crash before its offset was stored. */
  hold(held: HeldMessage): void {
    this.database
      .prepare('INSERT OR IGNORE INTO held VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
      .run(
        held.group,
        held.position,
        held.topic,
        held.key,
        held.messageId,
        held.stream,
        held.revision,
        held.attempts,
        held.error,
        held.parkedAt,
      );
  }

  remove({ group, position, topic }: HeldMessage): void {
    this.database
      .prepare('DELETE FROM held WHERE "group" = ? AND position = ? AND topic = ?')
      .run(group, position, topic);
  }

  failed({ group, position, topic }: HeldMessage, error: string, parkedAt: string | null): void {
    this.database
      .prepare(
        'UPDATE held SET attempts = attempts + 1, error = ?, parkedAt = ? WHERE "group" = ? AND position = ? AND topic = ?',
      )
      .run(error, parkedAt, group, position, topic);
  }

  /** Makes a parked message one that is tried again. @returns its keys, none when it is not parked */
  unpark(group: string, messageId: string): readonly string[] {
    return this.database
      .prepare<{ key: string }>(
        'UPDATE held SET attempts = 0, parkedAt = NULL WHERE "group" = ? AND messageId = ? AND parkedAt IS NOT NULL RETURNING key',
      )
      .all(group, messageId)
      .map(({ key }) => key);
  }

  keys(group: string): readonly string[] {
    return this.database
      .prepare<{ key: string }>('SELECT DISTINCT key FROM held WHERE "group" = ?')
      .all(group)
      .map(({ key }) => key);
  }

  /** The message of a key that is next. */
  head(group: string, key: string): HeldMessage | undefined {
    const found = this.database
      .prepare<HeldRow>(
        `SELECT ${COLUMNS} FROM held WHERE "group" = ? AND key = ? ORDER BY held.position, topic LIMIT 1`,
      )
      .get(group, key);
    return found && heldMessage(found);
  }

  parked(group: string | undefined): readonly HeldMessage[] {
    return this.database
      .prepare<HeldRow>(
        `SELECT ${COLUMNS} FROM held WHERE parkedAt IS NOT NULL AND "group" = coalesce(?, "group") ORDER BY "group", held.position`,
      )
      .all(group ?? null)
      .map(heldMessage);
  }

  /** Whether a message up to this position is still being tried; behind a parked one nothing is. */
  isRetrying(group: string, upTo: bigint): boolean {
    const found = this.database
      .prepare(
        `SELECT 1 FROM held AS waiting WHERE "group" = ? AND position <= ? AND NOT EXISTS (
           SELECT 1 FROM held AS other
           WHERE other."group" = waiting."group" AND other.key = waiting.key AND other.parkedAt IS NOT NULL
         ) LIMIT 1`,
      )
      .get(group, upTo);
    return found !== undefined;
  }
}
