import type { Page, PageRequest, StoredRow } from '@anjuan/event-sourcing';
import type { SqlValue, Statement } from '../sqlite';
import { openCursor, sealCursor } from './cursor';
import { allOf, declaredColumn, filterSql, type SqlCondition, searchSql } from './filter-sql';
import { type Order, orderBy, stretchesAfter } from './keyset';
import type { ModelFile } from './model-file';
import { type ModelShape, rowsTable } from './model-schema';

interface FoundRow {
  readonly id: string;
  readonly doc: string;
  readonly value: SqlValue;
}

/** Statements that are kept prepared; filters have few shapes, so this is a guard, not a tuning knob. */
const PREPARED = 200;

/** Pages and counts of one table. */
export class PageReader {
  private readonly prepared = new Map<string, Statement<FoundRow>>();
  private readonly table: string;

  constructor(
    private readonly file: ModelFile,
    private readonly generation: number,
    private readonly shape: ModelShape,
  ) {
    this.table = rowsTable(generation);
  }

  read(request: PageRequest): Page {
    const { filter = {}, search, sort, limit } = request;
    if (!Number.isInteger(limit) || limit < 1) throw new RangeError(`a page of ${limit} rows`);
    const order: Order = {
      column: sort && declaredColumn(this.shape, sort.field),
      direction: sort?.direction ?? 'asc',
    };
    const wanted = allOf([filterSql(this.shape, filter), searchSql(this.shape, this.generation, search)]);
    const found = this.after(request, order, wanted);
    const rows = found.slice(0, limit);
    const last = rows[rows.length - 1];
    return {
      rows: rows.map(({ id, doc }): StoredRow => ({ id, row: JSON.parse(doc) })),
      next: found.length > limit && last ? this.seal(request, last) : undefined,
    };
  }

  count(...conditions: readonly SqlCondition[]): number {
    const { sql, parameters } = allOf(conditions);
    const found = this.file.database
      .prepare<{ total: number }>(`SELECT count(*) AS total FROM ${this.table} WHERE ${sql}`)
      .get(...parameters);
    return found?.total ?? 0;
  }

  /** One row more than the page holds, where there is one: it tells whether another page follows. */
  private after(request: PageRequest, order: Order, wanted: SqlCondition): readonly FoundRow[] {
    const { cursor, limit } = request;
    const place =
      cursor === undefined ? undefined : openCursor(this.file.cursorKey, this.shape.name, request, cursor);
    const found: FoundRow[] = [];
    for (const stretch of stretchesAfter(order, place)) {
      const { sql, parameters } = allOf([wanted, stretch]);
      const statement = this.prepare(
        `SELECT id, doc, ${order.column ?? 'NULL'} AS value FROM ${this.table} WHERE ${sql} ORDER BY ${orderBy(order)} LIMIT ?`,
      );
      found.push(...statement.all(...parameters, limit + 1 - found.length));
      if (found.length > limit) break;
    }
    return found;
  }

  private seal(request: PageRequest, { id, value }: FoundRow): string {
    return sealCursor(this.file.cursorKey, this.shape.name, request, { value, id });
  }

  private prepare(sql: string): Statement<FoundRow> {
    let statement = this.prepared.get(sql);
    if (!statement) {
      if (this.prepared.size >= PREPARED) this.prepared.clear();
      statement = this.file.database.prepare<FoundRow>(sql);
      this.prepared.set(sql, statement);
    }
    return statement;
  }
}
