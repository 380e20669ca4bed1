import {
  categoryOf,
  chinaDateOf,
  ERASED,
  type EventDefinition,
  type EventDefinitions,
  type EventOpener,
  type FieldPath,
  idOf,
  type Json,
  type JsonObject,
  type OpenedEvent,
  type StoredEvent,
  upcast,
} from '@anjuan/event-sourcing';

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/** Puts the placeholder where a path leads; a path that leads nowhere changes nothing. */
function withoutField(value: Json, [name, ...rest]: FieldPath): Json {
  if (name === undefined) return typeof value === 'string' ? ERASED : value;
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return name === '*' ? value.map((element) => withoutField(element, rest)) : value;
  return withoutFields(value, [[name, ...rest]]);
}

const withoutFields = (data: JsonObject, paths: readonly FieldPath[]): JsonObject =>
  Object.fromEntries(
    Object.entries(data).map(([key, field]) => [key, paths.reduce(withoutPath(key), field)]),
  );

const withoutPath =
  (key: string) =>
  (field: Json | undefined, [name, ...rest]: FieldPath): Json | undefined =>
    field !== undefined && (name === key || name === '*') ? withoutField(field, rest) : field;

/**
 * Opens events that are stored in plain text, as the sample domain has them.
 * @param events the declared events of each category
 */
export function plainEventLog(events: Readonly<Record<string, EventDefinitions>>): EventOpener {
  const definitionOf = ({ stream, type }: StoredEvent): EventDefinition => {
    const definition = events[categoryOf(stream)]?.[type];
    if (!definition) throw new Error(`${stream} does not declare the event ${type}`);
    return definition;
  };
  const open = (stored: StoredEvent): OpenedEvent => {
    const { id, type, stream, revision, position, metadata } = stored;
    const { recordedAt = '', actorId = '' } = metadata;
    const effectiveOn = metadata.effectiveOn ?? chinaDateOf(recordedAt);
    const data = upcast(definitionOf(stored), stored.data, Number(metadata.schemaVersion));
    const meta = { id, stream, streamId: idOf(stream), revision, position };
    return { event: { type, data }, meta: { ...meta, recordedAt, effectiveOn, actorId, metadata } };
  };
  const openWithoutPersonal = (stored: StoredEvent): OpenedEvent => {
    const { event, meta } = open(stored);
    const data = withoutFields(event.data, definitionOf(stored).personal);
    return { event: { ...event, data }, meta };
  };
  return { open, openWithoutPersonal };
}
