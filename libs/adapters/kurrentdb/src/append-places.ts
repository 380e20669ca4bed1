import type { AppendRecordsResult } from '@kurrent/kurrentdb-client';
import type { AppendCommand } from './append-command';
import { LogTampered } from './errors';
import type { LogReader } from './log-reader';
import { positionOf } from './stored-events';

const keyOf = (stream: string, revision: number | bigint): string => `${revision}@${stream}`;

/** The last revision of each stream that a command wrote, when nobody deleted one of them on the server. */
export function revisionsOf(
  { records, checks }: AppendCommand,
  result: AppendRecordsResult,
): Map<string, number> {
  const revisions = new Map<string, number>();
  for (const { stream } of records) {
    revisions.set(stream, (revisions.get(stream) ?? checks.get(stream) ?? -1) + 1);
  }
  for (const { streamName, revision } of result.responses) {
    const expected = revisions.get(streamName);
    if (expected !== undefined && BigInt(expected) !== revision) {
      throw new LogTampered(streamName, `was deleted on the server and went on at revision ${revision}`);
    }
  }
  return revisions;
}

/**
 * The position of each command's last record. The server answers that of the call's last one only, so the records of a
 * call that carried several commands are read back.
 * @param end where the log ended before the call
 */
export async function lastPositions(
  reader: LogReader,
  commands: readonly AppendCommand[],
  result: AppendRecordsResult,
  end: bigint,
): Promise<(command: AppendCommand) => Promise<bigint>> {
  if (commands.length === 1) return () => Promise.resolve(result.position);
  const positions = new Map<string, bigint>();
  for (const record of await reader.recordsBetween(end, result.position)) {
    const { event } = record;
    if (event) positions.set(keyOf(event.streamId, event.revision), positionOf(record));
  }
  const last = commands.at(-1);
  return async (command) => {
    if (command === last) return result.position;
    const { stream, revision } = endOf(command);
    return positions.get(keyOf(stream, revision)) ?? readPosition(reader, stream, revision);
  };
}

/** Stream and revision of a command's last record. */
function endOf({ records, checks }: AppendCommand): { stream: string; revision: number } {
  const stream = records.at(-1)?.stream ?? '';
  const written = records.filter((record) => record.stream === stream).length;
  return { stream, revision: (checks.get(stream) ?? -1) + written };
}

async function readPosition(reader: LogReader, stream: string, revision: number): Promise<bigint> {
  const [event] = await reader.readStream(stream, { from: revision, limit: 1 });
  if (!event) throw new LogTampered(stream, `revision ${revision} is gone although it was acknowledged`);
  return event.position;
}
