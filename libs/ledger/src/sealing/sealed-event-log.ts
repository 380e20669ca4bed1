import {
  type AppendRecord,
  AppendRefused,
  type AppendRequest,
  type AppendResult,
  type EventLog,
  type EventStore,
  type EventToRecord,
  type KeyStore,
  type LoadedStream,
  NO_STREAM,
  type OpenedEvent,
  type RecordingContext,
  type StoredEvent,
  type StreamHead,
} from '@anjuan/event-sourcing';
import { v7 } from 'uuid';
import { type CipherName, cipherNamed } from '../crypto/cipher';
import { type HashAlgorithm, requireHash } from '../crypto/hash-algorithm';
import { takeRandom } from '../crypto/random-pool';
import { eventCatalogue, type LoggedCategory } from './event-catalogue';
import { StoredEventOpener } from './event-opener';
import { EventSealer } from './event-sealer';

export interface EventLogOptions {
  readonly store: EventStore;
  readonly keys: KeyStore;
  /** Every category of the log with its events; deciders and stream models fit. */
  readonly models: readonly LoggedCategory[];
  /** For new events; old ones are read with what they were written with. */
  readonly hashAlgorithm: HashAlgorithm;
  readonly cipher: CipherName;
  /** UUIDv7 when left out; tests give fixed ones. */
  readonly newEventId?: () => string;
}

/** Opens the office's log over a store. @throws where OpenSSL lacks the algorithms that the settings ask for */
export function openEventLog(options: EventLogOptions): EventLog {
  requireHash(options.hashAlgorithm);
  cipherNamed(options.cipher).requireAvailable();
  return new SealedEventLog(options);
}

class SealedEventLog implements EventLog {
  private readonly store: EventStore;
  private readonly sealer: EventSealer;
  private readonly opener: StoredEventOpener;

  constructor(options: EventLogOptions) {
    const catalogue = eventCatalogue(options.models);
    this.store = options.store;
    this.sealer = new EventSealer({
      ...options,
      catalogue,
      newEventId: options.newEventId ?? (() => v7({ random: takeRandom(16) })),
    });
    this.opener = new StoredEventOpener(catalogue, options.keys);
  }

  async load(stream: string): Promise<LoadedStream> {
    const stored = await this.store.readStream(stream);
    const last = stored.at(-1);
    const head = { stream, revision: last?.revision ?? NO_STREAM, hash: last?.metadata.hash ?? '' };
    return { head, events: stored.map((event) => this.open(event)) };
  }

  async append(
    events: readonly EventToRecord[],
    heads: readonly StreamHead[],
    context: RecordingContext,
    request?: AppendRequest,
  ): Promise<AppendResult> {
    const ends = new Map(heads.map((head) => [head.stream, head]));
    const records: AppendRecord[] = [];
    for (const record of events) {
      const end = ends.get(record.stream);
      if (!end) throw new AppendRefused(`${record.stream} is written but its head was not given`);
      const place = { revision: end.revision + 1, previousHash: end.hash };
      const event = await this.sealer.seal(record, place, context);
      records.push({ stream: record.stream, event });
      ends.set(record.stream, { ...end, revision: place.revision, hash: event.metadata.hash });
    }
    const checks = heads.map(({ stream, revision }) => ({ stream, expected: revision }));
    return this.store.append(records, checks, request);
  }

  open(event: StoredEvent): OpenedEvent {
    return this.opener.open(event);
  }

  openWithoutPersonal(event: StoredEvent): OpenedEvent {
    return this.opener.openWithoutPersonal(event);
  }

  findRequest(account: string, key: string): Promise<AppendRequest | undefined> {
    return this.store.findRequest(account, key);
  }

  lastPosition(): Promise<bigint> {
    return this.store.lastPosition();
  }
}
