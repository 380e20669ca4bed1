import { categoryOf, type JsonObject, type Metadata, type StoredEvent } from '@anjuan/event-sourcing';
import type { RegexFilter, ResolvedEvent } from '@kurrent/kurrentdb-client';
import { streamNameFilter } from '@kurrent/kurrentdb-client';
import { LogTampered } from './errors';

/** The category of the streams that keep idempotency requests; nobody sees them. */
export const REQUEST_CATEGORY = 'request';

/** What the server adds to the metadata of a record that came with `appendRecords`. */
const SCHEMA_PREFIX = '$schema.';

type ResolvedRecord = Pick<ResolvedEvent, 'event' | 'commitPosition'>;

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);

const isJsonObject = (value: unknown): value is JsonObject => isObject(value);

function metadataOf(value: unknown): Metadata | undefined {
  if (!isObject(value)) return undefined;
  const own: Record<string, string> = {};
  for (const [key, entry] of Object.entries(value)) {
    if (key.startsWith(SCHEMA_PREFIX)) continue;
    if (typeof entry !== 'string') return undefined;
    own[key] = entry;
  }
  return own;
}

/** The position of a record in the log: its commit position, which is that of the record itself. */
export function positionOf({ event, commitPosition }: ResolvedRecord): bigint {
  const position = event?.position?.commit ?? commitPosition;
  if (position === undefined) throw new Error('KurrentDB gave a record without a position');
  return position;
}

/** @throws LogTampered when the record is none of ours: no JSON object, or metadata that is not flat text */
export function toStoredEvent(resolved: ResolvedRecord): StoredEvent {
  const { event } = resolved;
  if (!event) throw new Error('KurrentDB gave a link without an event');
  const { data, streamId, id, type } = event;
  const metadata = metadataOf(event.metadata);
  if (!event.isJson || !isJsonObject(data) || !metadata) {
    throw new LogTampered(streamId, `event ${id} of type ${type} was not written by the office`);
  }
  const revision = Number(event.revision);
  return { id, type, data, metadata, stream: streamId, revision, position: positionOf(resolved) };
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** How many records the server looks at before it answers a page that has few or no hits. */
const SEARCH_WINDOW = 500;

const byStreamName = (regex: string): RegexFilter =>
  streamNameFilter({ regex, maxSearchWindow: SEARCH_WINDOW, checkpointInterval: 1 });

/** Lets all streams pass but the server's own, requests included. */
export const systemStreamsOut = (): RegexFilter => byStreamName('^(?!\\$)');

/** Lets the streams of the categories pass, those of the whole office when left out. */
export function visibleStreams(categories: readonly string[] | undefined): RegexFilter {
  if (!categories) return byStreamName(`^(?!\\$|${REQUEST_CATEGORY}(?:-|$))`);
  const names = categories.filter((category) => category !== REQUEST_CATEGORY).map(escaped);
  return byStreamName(names.length > 0 ? `^(?:${names.join('|')})(?:-|$)` : '^(?!)');
}

/** The same rule as `visibleStreams`, for records that the server did not filter. */
export function isVisible(stream: string, categories: ReadonlySet<string> | undefined): boolean {
  const category = categoryOf(stream);
  if (category === REQUEST_CATEGORY || stream.startsWith('$')) return false;
  return !categories || categories.has(category);
}
