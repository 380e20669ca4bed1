import { type AreaTree, areaPath, NATION, type PolicyLevel } from '@anjuan/contracts';
import { bind, commandSet, type LoadStream } from '@anjuan/event-sourcing';
import { insuranceArea, regionPolicy, standingVersions } from '@anjuan/institution-registry-domain';
import type { ContextTools } from '@anjuan/runtime';

/**
 * Levels above are loaded from their streams, so that a version is never published beside one of a higher level that
 * it was not checked against.
 */
export const policyCommands = ({ digestOf }: Pick<ContextTools, 'digestOf'>) =>
  commandSet(
    bind({
      decider: regionPolicy,
      permissions: {
        DraftPolicy: 'policy:draft',
        DiscardPolicyDraft: 'policy:draft',
        PublishPolicy: 'policy:publish',
        WithdrawPolicyVersion: 'policy:publish',
      },
      areasOf: ({ data }) => [data.area],
      gather: async ({ data: { area } }, _, { load }) => {
        const path = pathOfLevel(await loadTree(load, area), area);
        return { path, above: await loadAbove(load, path), digestOf };
      },
    }),
  );

const loadTree = async (load: LoadStream, area: string): Promise<AreaTree> => {
  const nation = await load(insuranceArea, NATION);
  const province = area === NATION ? nation : await load(insuranceArea, `${area.slice(0, 2)}0000`);
  return new Map(Object.entries({ ...nation.state, ...province.state }));
};

/** Empty unless the area is the nation, a province or one that pools a fund. */
function pathOfLevel(tree: AreaTree, area: string): readonly string[] {
  const found = tree.get(area);
  const keepsPolicy = found && (found.pooling || found.level === 'nation' || found.level === 'province');
  return keepsPolicy ? areaPath(tree, area) : [];
}

async function loadAbove(load: LoadStream, path: readonly string[]): Promise<readonly PolicyLevel[]> {
  const above: PolicyLevel[] = [];
  for (const area of path.slice(0, -1))
    above.push(...standingVersions((await load(regionPolicy, area)).state));
  return above;
}
