import {
  type EventDefinition,
  type EventFacets,
  type EventMeta,
  type EventOpener,
  idOf,
  type JsonObject,
  type KeyStore,
  type OpenedEvent,
  type StoredEvent,
  upcast,
} from '@anjuan/event-sourcing';
import type { EventCatalogue } from './event-catalogue';
import { decryptWhenRead, encryptedFieldsOf, eraseFields, personalFields } from './field-encryption';

/** Turns a stored event into today's version of it, with or without its personal fields. */
export class StoredEventOpener implements EventOpener {
  /** An engine may give the same event to many readers. */
  private readonly known = new WeakMap<StoredEvent, OpenedEvent>();

  constructor(
    private readonly catalogue: EventCatalogue,
    private readonly keys: KeyStore,
  ) {}

  /** Personal fields are decrypted when they are read, which throws FieldUnreadable where that fails: most readers need none. */
  open(stored: StoredEvent): OpenedEvent {
    return this.known.get(stored) ?? this.openAnew(stored);
  }

  /**
   * Also hides what is marked personal today but was stored in plain text, when the mark came with a later version.
   */
  openWithoutPersonal(stored: StoredEvent): OpenedEvent {
    const definition = this.catalogue(stored.stream, stored.type);
    const data = todays(definition, stored, eraseFields(stored.data, encryptedFieldsOf(stored)));
    return opened(stored, eraseFields(data, personalFields(data, definition.personal)));
  }

  /** What an upcaster copied out of personal fields must not be kept: the key may be destroyed. */
  private openAnew(stored: StoredEvent): OpenedEvent {
    const fields = encryptedFieldsOf(stored);
    const data = fields.length > 0 ? decryptWhenRead(stored, fields, this.keys) : stored.data;
    const today = todays(this.catalogue(stored.stream, stored.type), stored, data);
    const event = opened(stored, today);
    if (today === data) this.known.set(stored, event);
    return event;
  }
}

function todays(definition: EventDefinition, stored: StoredEvent, data: JsonObject): JsonObject {
  const version = Number(stored.metadata.schemaVersion);
  if (version === definition.version) return data;
  if (!(version >= 1 && version < definition.version)) {
    throw new Error(
      `${stored.stream}@${stored.revision}: ${stored.type} has version ${stored.metadata.schemaVersion}, ` +
        `this release knows up to ${definition.version}`,
    );
  }
  return upcast(definition, data, version);
}

function opened(stored: StoredEvent, data: JsonObject): OpenedEvent {
  const { stream, revision, position, id, type, metadata } = stored;
  const { recordedAt = '', effectiveOn = '', actorId = '' } = metadata;
  const meta: EventMeta = {
    id,
    stream,
    streamId: idOf(stream),
    revision,
    position,
    recordedAt,
    effectiveOn,
    actorId,
    metadata,
  };
  return { event: { type, data, facets: facetsOf(stored) }, meta };
}

function facetsOf({ metadata }: StoredEvent): EventFacets {
  const { effectiveOn, policyDigest, evidence, reasonCode } = metadata;
  return {
    effectiveOn,
    ...(policyDigest !== undefined && { policyDigest }),
    ...(evidence !== undefined && { evidence: evidence.split(' ') }),
    ...(reasonCode !== undefined && { reasonCode }),
  };
}
