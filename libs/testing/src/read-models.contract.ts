import type { ReadModels } from '@anjuan/event-sourcing';
import { type EngineHome, engineUnderTest } from './engine-under-test';
import { pagingContract } from './read-models-paging.contract';
import { filterContract } from './read-models-query.contract';
import { rowsContract } from './read-models-rows.contract';
import { searchContract } from './read-models-search.contract';
import { versionsContract } from './read-models-versions.contract';

/** What every store of read models promises; an adapter's spec is one call. */
export function readModelsContract(
  name: string,
  home: () => EngineHome<ReadModels> | Promise<EngineHome<ReadModels>>,
): void {
  describe(`read models contract: ${name}`, () => {
    const under = engineUnderTest(home);
    describe('rows and checkpoint', () => rowsContract(under));
    describe('filters', () => filterContract(under));
    describe('sorting and paging', () => pagingContract(under));
    describe('search', () => searchContract(under));
    describe('versions', () => versionsContract(under));
  });
}
