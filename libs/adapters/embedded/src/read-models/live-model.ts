import type { Filter, PageRequest, ReadModel, RowChange } from '@anjuan/event-sourcing';

/**
 * The live version of a read model, whichever that is: a swap changes it under the hands of its readers. Who was still
 * asking the old one then asks the new one.
 */
export class LiveModel implements ReadModel {
  constructor(private readonly current: () => ReadModel) {}

  get definition() {
    return this.current().definition;
  }
  get(id: string) {
    return this.ask((model) => model.get(id));
  }
  getMany(ids: readonly string[]) {
    return this.ask((model) => model.getMany(ids));
  }
  find(page: PageRequest) {
    return this.ask((model) => model.find(page));
  }
  count(filter?: Filter, search?: string) {
    return this.ask((model) => model.count(filter, search));
  }
  idsWhere(filter: Filter) {
    return this.ask((model) => model.idsWhere(filter));
  }
  apply(changes: readonly RowChange[], checkpoint: bigint) {
    return this.current().apply(changes, checkpoint);
  }
  checkpoint() {
    return this.ask((model) => model.checkpoint());
  }
  contentHash() {
    return this.ask((model) => model.contentHash());
  }
  rows() {
    return this.current().rows();
  }

  private async ask<T>(question: (model: ReadModel) => Promise<T>): Promise<T> {
    const asked = this.current();
    try {
      return await question(asked);
    } catch (error) {
      if (asked === this.current()) throw error;
      return question(this.current());
    }
  }
}
