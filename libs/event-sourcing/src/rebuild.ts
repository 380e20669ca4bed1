import type { EventStore } from './event-store.port';
import type { LogFeed } from './log-feed';
import { ProjectionApplier, type ProjectionRunner } from './projection-runner';
import type { ReadModel, ReadModels } from './read-models.port';

export interface RebuildReport {
  readonly name: string;
  readonly version: number;
  readonly events: number;
  /** True when live and rebuilt rows were equal at the same position; undefined when they could not be compared. */
  readonly equal: boolean | undefined;
  readonly liveHash: string;
  readonly rebuiltHash: string;
  /** Ids of rows that differ, at most 20. */
  readonly differing: readonly string[];
}

const PAGE = 1_000;

/**
 * Fills a candidate beside the live read model while that one serves reads, compares the two at the same position and, if
 * asked, swaps. Personal fields go the same way in both: what was erased shows the same placeholder.
 */
export async function rebuild(
  runner: ProjectionRunner,
  tools: { store: EventStore; feed: LogFeed; models: ReadModels },
  options: { swap: boolean },
): Promise<RebuildReport> {
  const { store, models } = tools;
  const applier = new ProjectionApplier(runner.projection, tools.feed);
  const candidate = await models.candidate(runner.projection);
  let events = await catchUp(store, applier, candidate, await store.lastPosition());
  // The last stretch with the live one at rest, so that both stand at one position.
  await runner.stop();
  try {
    const target = runner.position;
    events += await catchUp(store, applier, candidate, target);
    const live = runner.readModel;
    const report = await compare(live, candidate, events);
    if (options.swap) {
      await models.swap(candidate);
      await runner.switchTo(await models.live(runner.projection));
    } else {
      await models.drop(candidate);
      await runner.start();
    }
    return report;
  } catch (error) {
    await runner.start();
    throw error;
  }
}

async function catchUp(
  store: EventStore,
  applier: ProjectionApplier,
  model: ReadModel,
  target: bigint,
): Promise<number> {
  let after = await model.checkpoint();
  let read = 0;
  while (after < target) {
    const page = await store.readAll({ after, limit: PAGE, categories: applier.categories });
    const wanted = page.filter(({ position }) => position <= target);
    const full = page.length === PAGE && wanted.length === page.length;
    after = full ? (page[page.length - 1]?.position ?? target) : target;
    await applier.apply(model, wanted, after);
    read += wanted.length;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return read;
}

async function compare(live: ReadModel, rebuilt: ReadModel, events: number): Promise<RebuildReport> {
  const [liveHash, rebuiltHash] = [await live.contentHash(), await rebuilt.contentHash()];
  const comparable = live.definition.version === rebuilt.definition.version;
  const equal = comparable ? liveHash === rebuiltHash : undefined;
  const differing = equal === false ? await differingRows(live, rebuilt) : [];
  const { name, version } = rebuilt.definition;
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
