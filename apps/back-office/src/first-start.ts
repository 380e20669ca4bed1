import type { Office } from '@anjuan/runtime';

export async function firstStart(office: Office): Promise<void> {
  if ((await office.engines.store.lastPosition()) >= 0n) return;
}
