import type { Filter, Page, PageRequest, ProjectionRunner, Row } from '@anjuan/event-sourcing';

/** Reads of the live version of a read model, whichever that is at the moment. */
export class LiveReadModel<R extends Row = Row> {
  constructor(private readonly runner: ProjectionRunner) {}

  /** The same as long as the rows are the same, so that what is computed from them can be kept. */
  get changedAt(): bigint {
    return this.runner.changedAt;
  }

  async get(id: string): Promise<R | undefined> {
    return (await this.runner.readModel.get(id)) as R | undefined;
  }

  async getMany(ids: readonly string[]): Promise<ReadonlyMap<string, R>> {
    return (await this.runner.readModel.getMany(ids)) as ReadonlyMap<string, R>;
  }

  async find(page: PageRequest): Promise<Page<R>> {
    return (await this.runner.readModel.find(page)) as Page<R>;
  }

  count(filter?: Filter, search?: string): Promise<number> {
    return this.runner.readModel.count(filter, search);
  }
}
