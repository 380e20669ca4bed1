import type { Filter, ReadModel, Row, RowChange } from '../ports/read-models.port';

/** Changed rows that wait to be written together, over the rows of a read model. */
export class RowBuffer {
  private rows = new Map<string, Row | undefined>();
  private changed = new Set<string>();

  /** @param kept rows that stay in memory after they were written, 0 when left out */
  constructor(
    private readonly model: ReadModel,
    private readonly kept = 0,
  ) {}

  /** How many rows wait. */
  get waiting(): number {
    return this.changed.size;
  }

  async get(id: string): Promise<Row | undefined> {
    if (!this.rows.has(id)) this.rows.set(id, await this.model.get(id));
    return this.rows.get(id);
  }

  /** Reads rows that will be asked for, all at once. */
  async preload(ids: readonly string[]): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.rows.has(id));
    if (missing.length === 0) return;
    const found = await this.model.getMany(missing);
    for (const id of missing) this.rows.set(id, found.get(id));
  }

  set(id: string, row: Row | undefined): void {
    this.rows.set(id, row);
    this.changed.add(id);
  }

  /** A filter sees what is stored, so what waits is stored first; the checkpoint stays behind it. */
  async idsWhere(filter: Filter): Promise<readonly string[]> {
    if (this.changed.size > 0) await this.model.apply(this.take(), await this.model.checkpoint());
    return this.model.idsWhere(filter);
  }

  /** What waits, for the caller to write. */
  take(): readonly RowChange[] {
    const changes = [...this.changed].map((id) => ({ id, row: this.rows.get(id) }));
    this.changed = new Set();
    if (this.rows.size > this.kept)
      this.rows = new Map([...this.rows].slice(this.rows.size - (this.kept >> 1)));
    return changes;
  }
}
