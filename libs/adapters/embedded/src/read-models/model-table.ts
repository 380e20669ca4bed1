import type {
  Filter,
  Page,
  PageRequest,
  ReadModel,
  ReadModelDefinition,
  Row,
  RowChange,
  StoredRow,
} from '@anjuan/event-sourcing';
import { maintain } from '../files/maintenance';
import { inTransaction } from '../files/transaction';
import type { Statement } from '../sqlite';
import { hashOfRows } from './canonical-row';
import { filterSql, searchSql } from './filter-sql';
import type { ModelFile } from './model-file';
import { type ModelShape, missingIndexes, rowsTable } from './model-schema';
import { PageReader } from './page-reader';
import { RowWriter } from './row-writer';

/** Rows that are indexed in some hundredths of a second. */
const INDEXED_IN_PLACE = 5_000;

/** One version of one read model: a table of JSON rows. */
export class ModelTable implements ReadModel {
  private writer: RowWriter | undefined;
  private byId: Statement<{ doc: string }> | undefined;
  private byIds: Statement<{ id: string; doc: string }> | undefined;
  private indexed = false;
  private readonly pages: PageReader;
  private readonly table: string;

  /** @param shape as stored; of another version than the definition, the rows are only read */
  constructor(
    private readonly file: ModelFile,
    readonly generation: number,
    readonly shape: ModelShape,
    private readonly declared: ReadModelDefinition,
  ) {
    this.table = rowsTable(generation);
    this.pages = new PageReader(file, generation, shape);
  }

  get definition(): ReadModelDefinition {
    const { name, version, indexes } = this.shape;
    return { name, version, indexes, search: this.isCurrent ? this.declared.search : undefined };
  }

  private get isCurrent(): boolean {
    return this.shape.version === this.declared.version;
  }

  async get(id: string): Promise<Row | undefined> {
    this.byId ??= this.file.database.prepare(`SELECT doc FROM ${this.table} WHERE id = ?`);
    const found = this.byId.get(id);
    return found && JSON.parse(found.doc);
  }

  async getMany(ids: readonly string[]): Promise<ReadonlyMap<string, Row>> {
    this.byIds ??= this.file.database.prepare(
      `SELECT id, doc FROM ${this.table} WHERE id IN (SELECT value FROM json_each(?))`,
    );
    const found = this.byIds.all(JSON.stringify(ids));
    return new Map(found.map(({ id, doc }): [string, Row] => [id, JSON.parse(doc)]));
  }

  async find(request: PageRequest): Promise<Page> {
    if (!this.indexed) await this.buildIndexes();
    return this.pages.read(request);
  }

  async count(filter: Filter = {}, search?: string): Promise<number> {
    if (!this.indexed) await this.buildIndexes();
    return this.pages.count(filterSql(this.shape, filter), searchSql(this.shape, this.generation, search));
  }

  async idsWhere(filter: Filter): Promise<readonly string[]> {
    if (!this.indexed) await this.buildIndexes();
    const { sql, parameters } = filterSql(this.shape, filter);
    return this.file.database
      .prepare<{ id: string }>(`SELECT id FROM ${this.table} WHERE ${sql} ORDER BY id`)
      .all(...parameters)
      .map(({ id }) => id);
  }

  async apply(changes: readonly RowChange[], checkpoint: bigint): Promise<void> {
    if (!this.isCurrent) {
      throw new Error(`version ${this.shape.version} of ${this.shape.name} is read until it is swapped out`);
    }
    const { database, catalogue, pause } = this.file;
    while (pause.current) await pause.current;
    this.writer ??= new RowWriter(database, this.generation, this.declared.search);
    const writer = this.writer;
    const last = new Map(changes.map((change) => [change.id, change]));
    inTransaction(database, () => {
      writer.write(last.values());
      catalogue.setCheckpoint(this.generation, checkpoint);
    });
  }

  async checkpoint(): Promise<bigint> {
    return this.file.catalogue.checkpoint(this.generation);
  }

  contentHash(): Promise<string> {
    return hashOfRows(this.rows());
  }

  rows(): AsyncIterable<StoredRow> {
    return this.file.snapshots.rows(this.generation);
  }

  /**
   * Rows load several times faster without indexes, so these are made when the first query or the swap needs them: in
   * place where it takes but a moment, else in a thread of its own.
   */
  async buildIndexes(): Promise<void> {
    while (!this.indexed) await this.index();
  }

  private async index(): Promise<void> {
    const { database, path, pause } = this.file;
    if (pause.current) return pause.current;
    const statements = missingIndexes(database, this.generation, this.shape);
    if (statements.length > 0 && this.rowsEver() > INDEXED_IN_PLACE) {
      await pause.during(() => maintain({ path, statements, purge: false }));
    } else {
      for (const statement of statements) database.exec(statement);
    }
    this.indexed = true;
  }

  /** At least as many as there are. */
  private rowsEver(): number {
    const last = this.file.database
      .prepare<{ n: number | null }>(`SELECT max(n) AS n FROM ${this.table}`)
      .get();
    return last?.n ?? 0;
  }
}
