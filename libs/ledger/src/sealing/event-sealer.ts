import {
  AppendRefused,
  chinaDateOf,
  type EventToRecord,
  type EventToStore,
  type JsonObject,
  type KeyStore,
  type Metadata,
  type RecordingContext,
} from '@anjuan/event-sourcing';
import type { CipherName } from '../crypto/cipher';
import type { HashAlgorithm } from '../crypto/hash-algorithm';
import type { EventCatalogue } from './event-catalogue';
import { eventHash, NO_PREVIOUS_HASH } from './event-hash';
import { encryptFields, personalFields } from './field-encryption';
import { isSameJson } from './same-json';

export interface SealerOptions {
  readonly catalogue: EventCatalogue;
  readonly keys: KeyStore;
  readonly hashAlgorithm: HashAlgorithm;
  readonly cipher: CipherName;
  readonly newEventId: () => string;
}

/** Where in its stream an event goes. */
export interface Place {
  readonly revision: number;
  readonly previousHash: string;
}

export type SealedEvent = EventToStore & { readonly metadata: { readonly hash: string } };

/** Metadata that the log itself writes; a context that brings one of these would falsify the record. */
const OWN_METADATA = new Set(
  'schemaVersion recordedAt effectiveOn policyDigest evidence reasonCode keyId cipher personal hashAlgorithm previousHash hash'.split(
    ' ',
  ),
);

/** Turns a decided event into what is stored: checked against its schema, encrypted, chained. */
export class EventSealer {
  constructor(private readonly options: SealerOptions) {}

  /** @throws AppendRefused when the event breaks its declaration; @throws KeyDestroyed */
  async seal(record: EventToRecord, place: Place, context: RecordingContext): Promise<SealedEvent> {
    const definition = this.options.catalogue(record.stream, record.event.type);
    const data = this.checked(record);
    const id = this.options.newEventId();
    const fields = personalFields(data, definition.personal);
    const stored =
      fields.length > 0 ? await this.encrypted(record, id, data, fields) : { data, metadata: {} };
    const metadata: Metadata = {
      ...foreignMetadata(context.metadata),
      schemaVersion: String(definition.version),
      ...facetsOf(record, context.recordedAt),
      ...stored.metadata,
      hashAlgorithm: this.options.hashAlgorithm,
      previousHash: place.previousHash || NO_PREVIOUS_HASH,
    };
    const event = { id, type: record.event.type, data: stored.data, metadata };
    const hash = eventHash(this.options.hashAlgorithm, {
      ...event,
      stream: record.stream,
      revision: place.revision,
    });
    return { ...event, metadata: { ...metadata, hash } };
  }

  /** The schema must accept the data and leave them as they are: what it would drop or change is a mistake upstream. */
  private checked({ stream, event }: EventToRecord): JsonObject {
    const parsed = this.options.catalogue(stream, event.type).schema.safeParse(event.data);
    const refuse = (why: string) => new AppendRefused(`${stream}: ${event.type} breaks its schema: ${why}`);
    if (!parsed.success) {
      throw refuse(parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; '));
    }
    if (!isSameJson(parsed.data, event.data))
      throw refuse('the data hold fields or values it does not declare');
    return event.data;
  }

  private async encrypted(
    record: EventToRecord,
    eventId: string,
    data: JsonObject,
    fields: readonly string[],
  ) {
    const { keys, cipher } = this.options;
    const { keyId, stream, event } = record;
    if (!keyId) throw new AppendRefused(`${stream}: ${event.type} has personal fields but names no key`);
    // Also where the key is there: another append may have made it a moment ago, and wait for the disk still.
    await keys.ensure(keyId);
    const key = keys.get(keyId);
    if (!key) throw new Error(`the key store made no key ${keyId}`);
    return {
      data: encryptFields(data, fields, { eventId, key, cipher }),
      metadata: { keyId, cipher, personal: fields.join(' ') },
    };
  }
}

function foreignMetadata(metadata: Metadata): Metadata {
  const own = Object.keys(metadata).find((name) => OWN_METADATA.has(name));
  if (own) throw new AppendRefused(`the metadata ${own} is written by the log itself`);
  return metadata;
}

function facetsOf({ event: { facets = {} } }: EventToRecord, recordedAt: string): Metadata {
  const { effectiveOn = chinaDateOf(recordedAt), policyDigest, evidence, reasonCode } = facets;
  return {
    recordedAt,
    effectiveOn,
    ...(policyDigest !== undefined && { policyDigest }),
    ...(evidence?.length && { evidence: evidence.join(' ') }),
    ...(reasonCode !== undefined && { reasonCode }),
  };
}
