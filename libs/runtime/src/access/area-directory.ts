import {
  type AreaTree,
  areaPath,
  type InsuranceArea,
  insuranceAreaTopic,
  isWithin,
  NATION,
} from '@anjuan/contracts';
import { projection, type ReadModel, type Row, row } from '@anjuan/event-sourcing';

interface AreasRow extends Row {
  readonly areas: readonly Row[];
}

/** The office's copy of the insurance-area tree, filled from the registry's messages: one row for each import. */
export const areaCopy = projection<AreasRow>({
  name: 'area-copy',
  version: 1,
  indexes: [],
  categories: [],
  topics: [
    {
      topic: insuranceAreaTopic.name,
      on: {
        InsuranceAreasImported: row(
          (_, meta) => `${meta.position}`.padStart(20, '0'),
          (_, data) => ({
            areas: insuranceAreaTopic.messages.InsuranceAreasImported.parse(data).areas as readonly Row[],
          }),
        ),
      },
    },
  ],
});

/** The area tree in memory; access follows its parents, never the prefix of a code. */
export class AreaDirectory {
  private tree: AreaTree = new Map();
  private readonly below = new Map<string, readonly string[]>();

  get areas(): AreaTree {
    return this.tree;
  }

  async reload(copy: ReadModel): Promise<void> {
    const tree = new Map<string, InsuranceArea>();
    for await (const { row: stored } of copy.rows()) {
      for (const area of stored.areas as unknown as readonly InsuranceArea[]) tree.set(area.code, area);
    }
    this.tree = tree;
    this.below.clear();
  }

  /** The nation covers every area, also one that was never imported. */
  covers(node: string, area: string): boolean {
    return node === NATION || node === area || isWithin(this.tree, area, node);
  }

  /** A node and all areas below it. */
  within(node: string): readonly string[] {
    let codes = this.below.get(node);
    if (!codes) {
      codes = [
        ...new Set([
          node,
          ...[...this.tree.keys()].filter((code) => areaPath(this.tree, code).includes(node)),
        ]),
      ];
      this.below.set(node, codes);
    }
    return codes;
  }
}
