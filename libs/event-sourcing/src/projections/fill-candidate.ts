import type { EventStore } from '../ports/event-store.port';
import type { ReadModel, RowChange } from '../ports/read-models.port';
import type { ProjectionApplier } from './projection-applier';
import { RowBuffer } from './row-buffer';

/** Events, and rows, that are worked on without letting others run in between. */
const PAGE = 250;
/** Rows that wait in memory: most change several times in a short stretch of the log, and are then written once. */
const WAITING = 10_000;
/** Rows kept after they were written, for the events that still come. */
const KEPT = 50_000;

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

/**
 * Brings a candidate from its checkpoint to a position. Nobody reads it before it is complete, so rows gather over many
 * pages, and its checkpoint is only right in the end.
 * @returns how many events were applied
 */
export async function fillCandidate(
  applier: ProjectionApplier,
  candidate: ReadModel,
  { store, target, signal }: { store: EventStore; target: bigint; signal?: AbortSignal },
): Promise<number> {
  const { categories } = applier;
  const buffer = new RowBuffer(candidate, KEPT);
  const start = await candidate.checkpoint();
  let read = 0;
  for (let after = start; after < target; ) {
    signal?.throwIfAborted();
    const page = await store.readAll({ after, limit: PAGE, categories });
    const wanted = page.filter(({ position }) => position <= target);
    const atEnd = page.length < PAGE || wanted.length < page.length;
    after = atEnd ? target : (page.at(-1)?.position ?? target);
    await applier.project(buffer, wanted);
    read += wanted.length;
    if (buffer.waiting > WAITING) await write(candidate, buffer.take(), start);
    await nextTurn();
  }
  if (target > start) await write(candidate, buffer.take(), target);
  return read;
}

/** In slices, the last one with the checkpoint. */
async function write(candidate: ReadModel, changes: readonly RowChange[], checkpoint: bigint): Promise<void> {
  const before = await candidate.checkpoint();
  let at = 0;
  for (; at + PAGE < changes.length; at += PAGE) {
    await candidate.apply(changes.slice(at, at + PAGE), before);
    await nextTurn();
  }
  await candidate.apply(changes.slice(at), checkpoint);
}
