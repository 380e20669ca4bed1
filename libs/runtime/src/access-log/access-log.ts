import {
  type Actor,
  chinaDateOf,
  coreRejections,
  type EventLog,
  metadataOf,
  RevisionConflict,
  StoreBusy,
  StoreUnavailable,
  type StreamHead,
  streamName,
} from '@anjuan/event-sourcing';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Caller } from '../access/caller';
import { Office } from '../office/office';
import { type ACCESS_ACTIONS, accessLogKey, accessLogStream } from './access-log-stream';

/** What somebody is about to be shown. */
export interface AccessEntry {
  readonly action: (typeof ACCESS_ACTIONS)[number];
  /** The stream's name, or what kind of thing was searched. */
  readonly subject: string;
  /** Of the case; the caller's own when left out. */
  readonly area?: string;
  /** Code from the header `X-Purpose`. */
  readonly purpose?: string;
  /** Searched text; kept encrypted. */
  readonly text?: string;
}

interface Waiting {
  readonly actor: Actor;
  readonly entry: AccessEntry;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

const ATTEMPTS = 8;

/**
 * The log of what was viewed, searched and exported. An entry is on disk before the answer leaves, so nothing that was
 * shown is missing here. Entries of one account that come while the one before is written go together.
 */
@Injectable()
export class AccessLog {
  private readonly queues = new Map<string, Waiting[]>();
  private readonly log: EventLog;

  constructor(private readonly office: Office) {
    const owner = office.contexts.find(({ models }) =>
      models.some(({ category }) => category === accessLogStream.category),
    );
    if (!owner) throw new Error('no context owns the access log');
    this.log = office.logOf(owner);
  }

  /** Resolves when the entry is on disk. @throws Rejected `store.busy`, `store.unavailable`, `store.contended` */
  record({ actor }: Caller, entry: AccessEntry): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiting = { actor, entry, resolve, reject };
      const queue = this.queues.get(actor.accountId);
      if (queue) queue.push(waiting);
      else {
        this.queues.set(actor.accountId, [waiting]);
        void this.drain(actor.accountId);
      }
    });
  }

  private async drain(accountId: string): Promise<void> {
    for (;;) {
      const batch = this.queues.get(accountId)?.splice(0) ?? [];
      if (batch.length === 0) break;
      const failed = await this.write(accountId, batch).then(
        () => undefined,
        (error: unknown) => ({ error }),
      );
      for (const { resolve, reject } of batch) {
        if (failed) reject(failed.error);
        else resolve();
      }
    }
    this.queues.delete(accountId);
  }

  private async write(accountId: string, batch: readonly Waiting[]): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.append(accountId, batch);
      } catch (error) {
        if (error instanceof StoreBusy) coreRejections.reject('store.busy');
        if (error instanceof StoreUnavailable) coreRejections.reject('store.unavailable');
        if (!(error instanceof RevisionConflict)) throw error;
        if (attempt === ATTEMPTS) coreRejections.reject('store.contended');
      }
    }
  }

  private async append(accountId: string, batch: readonly Waiting[]): Promise<void> {
    const recordedAt = this.office.clock.now();
    const stream = streamName(accessLogStream.category, `${accountId}.${chinaDateOf(recordedAt)}`);
    const events = batch.map(({ actor, entry }) => ({
      stream,
      event: {
        type: 'AccessRecorded',
        data: { ...entry, accountId, area: entry.area ?? actor.grants[0]?.area },
      },
      keyId: accessLogKey(accountId),
    }));
    const [{ actor }] = batch as [Waiting];
    const metadata = metadataOf({ actor, channel: 'system', correlationId: v7() });
    await this.log.append(events, [await this.headOf(stream)], { recordedAt, metadata });
  }

  /** Only the newest event: a day's stream may be long. */
  private async headOf(stream: string): Promise<StreamHead> {
    const [last] = await this.office.engines.store.readStream(stream, { direction: 'backwards', limit: 1 });
    return { stream, revision: last?.revision ?? -1, hash: last?.metadata.hash ?? '' };
  }
}
