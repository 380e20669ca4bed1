import {
  type AppendRecord,
  AppendRefused,
  type AppendRequest,
  categoryOf,
  NO_STREAM,
  type StreamCheck,
} from '@anjuan/event-sourcing';
import type { AppendCall, RecordRow } from './event-store-protocol';

/** An append as text, and its size. */
export interface PreparedAppend {
  readonly call: Omit<AppendCall, 'tag'>;
  readonly bytes: number;
}

const bytesOf = ({ data, metadata }: RecordRow): number =>
  Buffer.byteLength(data) + Buffer.byteLength(metadata);

function checkRevisions(records: readonly AppendRecord[], checks: readonly StreamCheck[]): void {
  const checked = new Set(checks.map(({ stream }) => stream));
  const unchecked = records.find(({ stream }) => !checked.has(stream));
  if (unchecked) throw new AppendRefused(`${unchecked.stream} is written without a check of its revision`);
  const inexact = checks.find(({ expected }) => !Number.isInteger(expected) || expected < NO_STREAM);
  if (inexact) throw new AppendRefused(`${inexact.expected} is no revision of ${inexact.stream}`);
}

function checkRecords(records: readonly AppendRecord[]): void {
  if (records.length === 0) throw new AppendRefused('an append needs at least one event');
  const nameless = records.find(({ stream }) => categoryOf(stream) === '');
  if (nameless) throw new AppendRefused(`the stream name "${nameless.stream}" has no category`);
  const ids = new Set(records.map(({ event }) => event.id));
  if (ids.size < records.length) throw new AppendRefused('the append holds the same event id twice');
}

const rowOf = ({ stream, event }: AppendRecord): RecordRow => ({
  stream,
  category: categoryOf(stream),
  id: event.id,
  type: event.type,
  data: JSON.stringify(event.data),
  metadata: JSON.stringify(event.metadata),
});

/**
 * Turns an append into what is written.
 * @throws AppendRefused when it breaks a rule of the port
 */
export function prepareAppend(
  records: readonly AppendRecord[],
  checks: readonly StreamCheck[],
  request: AppendRequest | undefined,
  maxEventBytes: number,
): PreparedAppend {
  checkRecords(records);
  checkRevisions(records, checks);
  const rows = records.map(rowOf);
  const sizes = rows.map(bytesOf);
  const tooLarge = sizes.findIndex((size) => size > maxEventBytes);
  if (tooLarge >= 0) {
    throw new AppendRefused(
      `event ${rows[tooLarge]?.id} has ${sizes[tooLarge]} bytes, more than ${maxEventBytes}`,
    );
  }
  return {
    call: {
      records: rows,
      checks,
      request: request && { ...request, result: JSON.stringify(request.result) },
    },
    bytes: sizes.reduce((sum, size) => sum + size, 0),
  };
}
