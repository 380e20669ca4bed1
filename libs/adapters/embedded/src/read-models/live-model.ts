import type { Filter, PageRequest, ReadModel, RowChange } from '@anjuan/event-sourcing';

/** The live version of a read model, whichever that is: a swap changes it under the hands of its readers. */
export class LiveModel implements ReadModel {
  constructor(private readonly current: () => ReadModel) {}

  get definition() {
    return this.current().definition;
  }
  get(id: string) {
    return this.current().get(id);
  }
  getMany(ids: readonly string[]) {
    return this.current().getMany(ids);
  }
  find(page: PageRequest) {
    return this.current().find(page);
  }
  count(filter?: Filter, search?: string) {
    return this.current().count(filter, search);
  }
  idsWhere(filter: Filter) {
    return this.current().idsWhere(filter);
  }
  apply(changes: readonly RowChange[], checkpoint: bigint) {
    return this.current().apply(changes, checkpoint);
  }
  checkpoint() {
    return this.current().checkpoint();
  }
  contentHash() {
    return this.current().contentHash();
  }
  rows() {
    return this.current().rows();
  }
}
