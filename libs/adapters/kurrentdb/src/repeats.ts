import type { AppendResult, StoredEvent } from '@anjuan/event-sourcing';
import type { AppendCommand } from './append-command';
import type { LogReader } from './log-reader';

/**
 * What an append answered when it was sent first: the events of each stream stand where its check puts them, under the
 * ids of this command. KurrentDB tells a repeat from a conflict only as long as the whole call is a repeat.
 * @returns `undefined` when the command was not stored before
 */
export async function firstResult(
  reader: LogReader,
  command: AppendCommand,
): Promise<AppendResult | undefined> {
  const wanted = idsByStream(command);
  const revisions = new Map<string, number>();
  let position = -1n;
  for (const [stream, ids] of wanted) {
    const from = (command.checks.get(stream) ?? -1) + 1;
    const stored = await reader.readStream(stream, { from, limit: ids.length });
    const last = stored.at(-1);
    if (!last || !holds(stored, ids)) return undefined;
    revisions.set(stream, last.revision);
    if (last.position > position) position = last.position;
  }
  return { position, revisions, repeated: true };
}

function idsByStream({ records }: AppendCommand): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const { stream, event } of records) {
    ids.set(stream, [...(ids.get(stream) ?? []), event.id.toLowerCase()]);
  }
  return ids;
}

const holds = (stored: readonly StoredEvent[], ids: readonly string[]): boolean =>
  stored.length === ids.length && stored.every(({ id }, index) => id.toLowerCase() === ids[index]);
