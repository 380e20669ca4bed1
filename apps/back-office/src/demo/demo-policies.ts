import { areaPath, type FilingKindPolicy, type PolicyItems, resolvePolicy } from '@anjuan/contracts';
import { guangdongPolicy, nationalPolicy, xiamenPolicy } from '@anjuan/institution-registry-domain';
import type { Office } from '@anjuan/runtime';

const PUBLISHED = [nationalPolicy, guangdongPolicy, xiamenPolicy].map((policy) => ({
  ...policy,
  version: 1,
}));

/** The policy that the demo's region has on a day. @throws when the registry was not seeded */
export function demoPolicy(office: Office, region: string, day: string): PolicyItems {
  const resolved = resolvePolicy(areaPath(office.directory.areas, region), PUBLISHED, day);
  if (!resolved) throw new Error(`the demo has no policy for ${region}`);
  return resolved.items;
}

/** Kinds that are filed at a counter; a deemed emergency comes from a settlement. */
export const counterKinds = ({ offeredKinds, kinds }: PolicyItems): readonly FilingKindPolicy[] =>
  offeredKinds
    .map((code) => kinds[code])
    .filter((kind) => kind !== undefined)
    .filter(({ behaviour, channels }) => behaviour !== 'deemed-emergency' && channels.includes('counter'));
