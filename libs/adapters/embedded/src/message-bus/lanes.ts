/**
 * Does the work of each key in order and of several keys at the same time. Ends with the first error, after the work
 * that had begun.
 */
export async function inLanes<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  concurrency: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const lanes = lanesOf(items, keyOf);
  const follow = async (): Promise<void> => {
    for (let lane = lanes.shift(); lane; lane = lanes.shift()) {
      for (const item of lane) await work(item);
    }
  };
  const results = await Promise.allSettled(Array.from({ length: concurrency }, follow));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

function lanesOf<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const lanes = new Map<string, T[]>();
  for (const item of items) {
    const lane = lanes.get(keyOf(item));
    if (lane) lane.push(item);
    else lanes.set(keyOf(item), [item]);
  }
  return [...lanes.values()];
}
