import type { JsonObject } from '../values/json';

/** Comparison of one field. `in` with an empty list matches nothing. */
export type Condition =
  | { readonly eq: string | number | boolean | null }
  | { readonly ne: string | number | boolean | null }
  | { readonly in: readonly (string | number)[] }
  | {
      readonly gte?: string | number;
      readonly gt?: string | number;
      readonly lte?: string | number;
      readonly lt?: string | number;
    };

/** All conditions must hold; the keys are fields of the row, dots for nested ones. */
export type Filter = Readonly<Record<string, Condition>>;

/** How a read model is stored: what may be filtered, sorted and searched is declared with it. */
export interface ReadModelDefinition {
  /** Kebab case. */
  readonly name: string;
  /** Raised when the projection changes; a new version fills beside the old one. */
  readonly version: number;
  /** Field lists, filter fields first, sort field last. Fields that are not in any index cannot be filtered or sorted. */
  readonly indexes: readonly (readonly string[])[];
  /** Text in which substrings can be found, also a single Chinese character. */
  readonly search?: (row: Row) => readonly string[];
}

export type Row = JsonObject;

export interface StoredRow<R extends Row = Row> {
  readonly id: string;
  readonly row: R;
}

export interface PageRequest {
  readonly filter?: Filter;
  readonly search?: string;
  readonly sort?: { readonly field: string; readonly direction: 'asc' | 'desc' };
  readonly limit: number;
  /** From the page before; refused when it does not fit filter and sort. */
  readonly cursor?: string;
}

export interface Page<R extends Row = Row> {
  readonly rows: readonly StoredRow<R>[];
  /** Missing on the last page. */
  readonly next?: string;
}

/** What a projection changes; `undefined` deletes the row. */
export interface RowChange {
  readonly id: string;
  readonly row: Row | undefined;
}

/** One version of one read model. */
export interface ReadModel {
  readonly definition: ReadModelDefinition;
  get(id: string): Promise<Row | undefined>;
  getMany(ids: readonly string[]): Promise<ReadonlyMap<string, Row>>;
  find(page: PageRequest): Promise<Page>;
  count(filter?: Filter, search?: string): Promise<number>;
  /** Ids of all rows that a filter matches. */
  idsWhere(filter: Filter): Promise<readonly string[]>;
  /** Rows and checkpoint in one transaction. */
  apply(changes: readonly RowChange[], checkpoint: bigint): Promise<void>;
  /** How far the log is reflected here; -1n when nothing is. */
  checkpoint(): Promise<bigint>;
  /** SHA-256 over id and canonical row of every row in order of id, to compare two versions; 64 hex digits. */
  contentHash(): Promise<string>;
  /** All rows in order of id, for comparing. */
  rows(): AsyncIterable<StoredRow>;
}

/**
 * Where read models live. A read model has at most one live version; a candidate of any version can be filled beside
 * it and swapped in while reads go on.
 */
export interface ReadModels {
  /** The live one, made empty when there is none. A live one of another version is served until it is swapped out. */
  live(definition: ReadModelDefinition): Promise<ReadModel>;
  /** An empty candidate beside the live one; an unfinished earlier candidate is dropped. */
  candidate(definition: ReadModelDefinition): Promise<ReadModel>;
  /** Makes the candidate live in one step; the old one is dropped. */
  swap(candidate: ReadModel): Promise<void>;
  drop(candidate: ReadModel): Promise<void>;
  /** Rewrites the files so that deleted content is in none of them, free pages and logs included. */
  purge(): Promise<void>;
  close(): Promise<void>;
}

/** The cursor was made for another filter, search or sort, by another store, or is damaged: start at the first page. */
export class CursorMismatch extends Error {
  readonly type = 'cursor-mismatch';
  constructor() {
    super('the cursor does not fit filter, search and sort');
  }
}

/** A filter or sort names a field that is in no declared index, or a search asks a read model that declares none. */
export class FieldNotDeclared extends Error {
  readonly type = 'field-not-declared';
  constructor(
    readonly model: string,
    readonly field: string,
  ) {
    super(`${model} declares no index with the field ${field}`);
  }
}
