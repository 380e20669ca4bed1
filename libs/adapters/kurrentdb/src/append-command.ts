import {
  type AppendRecord,
  AppendRefused,
  type AppendRequest,
  categoryOf,
  type StreamCheck,
} from '@anjuan/event-sourcing';
import {
  type AppendRecordInput,
  type ConsistencyCheck,
  jsonEvent,
  NO_STREAM,
  STREAM_STATE,
} from '@kurrent/kurrentdb-client';
import { requestRecord, requestStream } from './requests';
import { REQUEST_CATEGORY } from './stored-events';

/** KurrentDB takes messages of 16 MiB; a record's name, type and framing need some of it. */
const MAX_COMMAND_BYTES = 16 * 1024 * 1024 - 64 * 1024;
const BYTES_PER_RECORD = 256;

/** One append as it waits and is sent. */
export interface AppendCommand {
  readonly records: readonly AppendRecord[];
  readonly checks: ReadonlyMap<string, number>;
  readonly request?: AppendRequest;
  /** The records as sent: the request first, so that the last one is an event of the office. */
  readonly sent: readonly AppendRecord[];
  readonly sentChecks: ReadonlyMap<string, number>;
  /** All streams it writes or checks, in lower case, since the server compares checks so. */
  readonly streams: ReadonlySet<string>;
  readonly bytes: number;
}

/** @throws AppendRefused when the append breaks a rule of the port or a limit of the server */
export function appendCommand(
  records: readonly AppendRecord[],
  checks: readonly StreamCheck[],
  request?: AppendRequest,
): AppendCommand {
  const [first] = records;
  if (!first) throw new AppendRefused('an append needs at least one record');
  const expected = checksByStream(checks);
  for (const record of records) verifyRecord(record, expected);
  verifyIds(records);
  const sent = request ? [requestRecord(request, first.event.id), ...records] : records;
  const sentChecks = new Map(expected);
  if (request) sentChecks.set(requestStream(request.account, request.key), -1);
  const streams = new Set([...sentChecks.keys()].map((stream) => stream.toLowerCase()));
  if (streams.size < sentChecks.size) throw new AppendRefused('two stream names differ by case only');
  const bytes = sent.reduce((sum, record) => sum + sizeOf(record), 0);
  if (bytes > MAX_COMMAND_BYTES) {
    throw new AppendRefused(`an append of ${bytes} bytes is larger than the ${MAX_COMMAND_BYTES} that fit`);
  }
  return { records, checks: expected, request, sent, sentChecks, streams, bytes };
}

function checksByStream(checks: readonly StreamCheck[]): Map<string, number> {
  const expected = new Map<string, number>();
  for (const check of checks) {
    if (!Number.isSafeInteger(check.expected) || check.expected < -1) {
      throw new AppendRefused(`${check.stream} cannot have the revision ${check.expected}`);
    }
    if ((expected.get(check.stream) ?? check.expected) !== check.expected) {
      throw new AppendRefused(`${check.stream} is expected at two revisions`);
    }
    expected.set(check.stream, check.expected);
  }
  return expected;
}

function verifyRecord({ stream }: AppendRecord, expected: ReadonlyMap<string, number>): void {
  const category = categoryOf(stream);
  if (category === '' || category === REQUEST_CATEGORY || stream.startsWith('$')) {
    throw new AppendRefused(`'${stream}' cannot be the name of a stream of the office`);
  }
  if (!expected.has(stream)) throw new AppendRefused(`${stream} is written, but its revision is not checked`);
}

function verifyIds(records: readonly AppendRecord[]): void {
  const ids = new Set(records.map(({ event }) => event.id.toLowerCase()));
  if (ids.size < records.length) throw new AppendRefused('an event id stands twice in one append');
}

const sizeOf = ({ stream, event }: AppendRecord): number =>
  BYTES_PER_RECORD +
  Buffer.byteLength(stream) +
  Buffer.byteLength(JSON.stringify(event.data)) +
  Buffer.byteLength(JSON.stringify(event.metadata));

export const toClientRecord = ({ stream, event }: AppendRecord): AppendRecordInput => ({
  streamName: stream,
  record: jsonEvent({ id: event.id, type: event.type, data: event.data, metadata: event.metadata }),
});

export const toClientCheck = ([streamName, expected]: readonly [string, number]): ConsistencyCheck => ({
  type: STREAM_STATE,
  streamName,
  expectedState: expected < 0 ? NO_STREAM : BigInt(expected),
});
