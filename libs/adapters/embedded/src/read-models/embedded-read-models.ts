import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadModel, ReadModelDefinition, ReadModels } from '@anjuan/event-sourcing';
import { maintain } from '../files/maintenance';
import { inTransaction } from '../files/transaction';
import { WritePause } from '../files/write-pause';
import { openDatabase } from '../sqlite';
import { Catalogue } from './catalogue';
import { LiveModel } from './live-model';
import type { ModelFile } from './model-file';
import { addColumns, createTables, dropTables, type ModelShape, shapeOf } from './model-schema';
import { ModelTable } from './model-table';
import { Snapshots } from './snapshots';

/**
 * Opens the read models of a folder, made when absent. They can be rebuilt from the log, so a commit need not wait for
 * the disk: after a power cut rows and checkpoint are older together.
 */
export function openEmbeddedReadModels(options: { folder: string }): ReadModels {
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  const path = join(options.folder, 'read-models.db');
  const database = openDatabase(path);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON');
  database.exec('PRAGMA wal_autocheckpoint = 4000;');
  const catalogue = new Catalogue(database);
  const pause = new WritePause();
  const snapshots = new Snapshots(path, pause);
  return new EmbeddedReadModels({
    path,
    database,
    catalogue,
    snapshots,
    cursorKey: catalogue.cursorKey(),
    pause,
  });
}

class EmbeddedReadModels implements ReadModels {
  private readonly liveTables = new Map<string, ModelTable>();
  private readonly candidates = new Map<string, ModelTable>();

  constructor(private readonly file: ModelFile) {
    // Nobody can finish a candidate whose process ended, and it may hold what was erased since.
    inTransaction(file.database, () => {
      for (const { generation } of file.catalogue.entries('candidate')) this.remove(generation);
    });
  }

  async live(definition: ReadModelDefinition): Promise<ReadModel> {
    const { name } = definition;
    await this.writable();
    const known = this.liveTables.get(name);
    if (!known) this.liveTables.set(name, this.openLive(definition));
    return new LiveModel(() => this.liveTable(name));
  }

  async candidate(definition: ReadModelDefinition): Promise<ReadModel> {
    const shape = shapeOf(definition);
    await this.writable();
    const earlier = this.candidates.get(shape.name);
    const table = inTransaction(this.file.database, () => {
      if (earlier) this.remove(earlier.generation);
      return this.create(definition, shape, 'candidate');
    });
    this.candidates.set(shape.name, table);
    return table;
  }

  async swap(candidate: ReadModel): Promise<void> {
    await this.candidateTable(candidate).buildIndexes();
    await this.writable();
    const table = this.candidateTable(candidate);
    const { name } = table.shape;
    const old = this.file.catalogue.entries('live').find(({ shape }) => shape.name === name);
    inTransaction(this.file.database, () => {
      if (old) this.remove(old.generation);
      this.file.catalogue.makeLive(table.generation);
    });
    this.candidates.delete(name);
    this.liveTables.set(name, table);
  }

  async drop(candidate: ReadModel): Promise<void> {
    await this.writable();
    const table = this.candidateTable(candidate);
    inTransaction(this.file.database, () => this.remove(table.generation));
    this.candidates.delete(table.shape.name);
  }

  async purge(): Promise<void> {
    await this.file.pause.during(() => {
      this.file.snapshots.closeAll();
      return maintain({ path: this.file.path, statements: [], purge: true });
    });
  }

  async close(): Promise<void> {
    await this.writable();
    this.file.snapshots.closeAll();
    this.file.database.close();
  }

  private async writable(): Promise<void> {
    while (this.file.pause.current) await this.file.pause.current;
  }

  private openLive(definition: ReadModelDefinition): ModelTable {
    const { database, catalogue } = this.file;
    const shape = shapeOf(definition);
    const stored = catalogue.entries('live').find((entry) => entry.shape.name === shape.name);
    return inTransaction(database, () => {
      if (!stored) return this.create(definition, shape, 'live');
      if (stored.shape.version !== shape.version) {
        return new ModelTable(this.file, stored.generation, stored.shape, definition);
      }
      if (stored.shape.searchable !== shape.searchable) {
        throw new Error(
          `${shape.name}: search was added or removed without raising version ${shape.version}`,
        );
      }
      addColumns(database, stored.generation, shape);
      catalogue.reshape(stored.generation, shape);
      return new ModelTable(this.file, stored.generation, shape, definition);
    });
  }

  private create(definition: ReadModelDefinition, shape: ModelShape, role: 'live' | 'candidate'): ModelTable {
    const generation = this.file.catalogue.add(shape, role);
    createTables(this.file.database, generation, shape);
    return new ModelTable(this.file, generation, shape, definition);
  }

  private remove(generation: number): void {
    dropTables(this.file.database, generation);
    this.file.catalogue.remove(generation);
  }

  private liveTable(name: string): ModelTable {
    const table = this.liveTables.get(name);
    if (!table) throw new Error(`there is no live read model ${name}`);
    return table;
  }

  private candidateTable(candidate: ReadModel): ModelTable {
    const table = this.candidates.get(candidate.definition.name);
    if (!table || table !== candidate) throw new Error(`${candidate.definition.name} is no open candidate`);
    return table;
  }
}
