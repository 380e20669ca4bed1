import type { EventStore } from '../ports/event-store.port';
import type { ReadModel, ReadModels } from '../ports/read-models.port';
import type { LogFeed } from '../reactions/log-feed';
import { fillCandidate } from './fill-candidate';
import { ProjectionApplier } from './projection-applier';
import type { ProjectionRunner } from './projection-runner';

export interface RebuildReport {
  readonly name: string;
  readonly version: number;
  readonly events: number;
  /** True when live and rebuilt rows were equal at the same position; undefined when the live ones are of another version. */
  readonly equal: boolean | undefined;
  readonly liveHash: string;
  readonly rebuiltHash: string;
  /** Ids of rows that differ, at most 20. */
  readonly differing: readonly string[];
}

/** Where a rebuild reads and writes. */
export interface RebuildTools {
  readonly store: EventStore;
  readonly feed: LogFeed;
  readonly models: ReadModels;
}

/**
 * Fills a candidate beside the live read model while that one serves reads, compares the two at the same position and, if
 * asked, swaps. Personal fields go the same way in both: what was erased shows the same placeholder. A live one of another
 * version is not compared, and after the swap the runner follows the log again.
 * @param options.signal ends it early: the candidate is dropped and the live one goes on
 */
export async function rebuild(
  runner: ProjectionRunner,
  tools: RebuildTools,
  options: { swap: boolean; signal?: AbortSignal },
): Promise<RebuildReport> {
  const { store, models } = tools;
  const applier = new ProjectionApplier(runner.projection, tools.feed);
  const candidate = await models.candidate(runner.projection);
  const fill = (target: bigint) =>
    fillCandidate(applier, candidate, { store, target, signal: options.signal });
  try {
    let events = await fill(await store.lastPosition());
    // Makes the indexes, which takes longest, while the live one still follows the log.
    await candidate.count();
    // The last stretch with the live one at rest, so that both stand at one position.
    await runner.stop();
    events += await fill(runner.isOutdated ? await store.lastPosition() : runner.position);
    const report = await compare(runner.readModel, candidate, events);
    if (!options.swap) await models.drop(candidate);
    else {
      await models.swap(candidate);
      await runner.switchTo(await models.live(runner.projection));
    }
    return report;
  } catch (error) {
    // After the swap there is no candidate any more, and what failed is the runner.
    await models.drop(candidate).catch(() => {});
    throw error;
  } finally {
    await runner.start();
  }
}

/** An outdated one is not read at all: hashing takes long, and other rows were to be expected. */
async function compare(live: ReadModel, rebuilt: ReadModel, events: number): Promise<RebuildReport> {
  const { name, version } = rebuilt.definition;
  const rebuiltHash = await rebuilt.contentHash();
  if (live.definition.version !== version) {
    return { name, version, events, equal: undefined, liveHash: '', rebuiltHash, differing: [] };
  }
  const liveHash = await live.contentHash();
  const equal = liveHash === rebuiltHash;
  const differing = equal ? [] : await differingRows(live, rebuilt);
  return { name, version, events, equal, liveHash, rebuiltHash, differing };
}

async function differingRows(live: ReadModel, rebuilt: ReadModel): Promise<readonly string[]> {
  const differing = new Set<string>();
  for (const [one, other] of [
    [live, rebuilt],
    [rebuilt, live],
  ] as const) {
    for await (const { id, row } of one.rows()) {
      if (differing.size === 20) break;
      if (JSON.stringify(sorted(row)) !== JSON.stringify(sorted(await other.get(id)))) differing.add(id);
    }
  }
  return [...differing];
}

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, field]) => [name, sorted(field)]),
  );
};
