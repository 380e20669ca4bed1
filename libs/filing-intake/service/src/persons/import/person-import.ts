import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { type Caller, Office } from '@anjuan/runtime';
import { Injectable } from '@nestjs/common';
import { readTable, type Table } from '../../files/table-file';
import { type ColumnMap, findColumns, titleOf } from './import-columns';
import { type PlannedPerson, planImport } from './import-plan';
import type { RowProblem } from './import-problems';
import { importRejections } from './import-rejections';
import { type ImportProgress, type ImportReport, reported } from './import-report';
import { refusalProblems, sendPerson } from './import-sender';
import { groupRows } from './person-rows';
import { type ReadRow, type RegionCheck, readRow } from './read-row';

/** Commands under way at a time: enough to share the store's commits, few enough to leave room for the counters. */
const CONCURRENCY = 32;
const ROWS_BETWEEN_PAUSES = 500;
const KEPT_PROGRESS = 20;

export interface ImportRequest {
  readonly caller: Caller;
  readonly content: Buffer;
  readonly dryRun: boolean;
  readonly correlationId: string;
}

export interface ImportOutcome {
  readonly report: ImportReport;
  /** Of the last event written; undefined when nothing was. */
  readonly position: bigint | undefined;
}

/** Imports enrolments from a table: reads, checks and groups its rows, then has each person recorded by a command. */
@Injectable()
export class PersonImport {
  /** Of the latest imports, by account and file; an import that a restart cut off is simply sent again. */
  private readonly progresses = new Map<string, { total: number; done: number; finished: boolean }>();

  constructor(private readonly office: Office) {}

  /** @throws Rejected when the table cannot be read, or the file is being imported already */
  async run({ caller, content, dryRun, correlationId }: ImportRequest): Promise<ImportOutcome> {
    const fileDigest = createHash('sha256').update(content).digest('hex');
    const table = await readTable(content);
    const columns = findColumns(table.header);
    const rows = await readRows(table, columns, this.regionCheck(caller));
    const { identityDigest } = this.office.toolsOf();
    const { persons, problems } = groupRows(rows, columns, ({ idType, idNumber }) =>
      identityDigest(idType, idNumber),
    );
    const planned = await planImport(persons, this.office.toolsOf());
    const options = { office: this.office, actor: caller.actor, fileDigest, correlationId };
    const written = dryRun ? NOTHING_WRITTEN : await this.write(planned, options, columns);
    const imported = planned.filter((person) => !written.refused.has(person));
    const count = (effect: PlannedPerson['effect']) =>
      imported.filter((each) => each.effect === effect).length;
    const report = {
      fileDigest,
      dryRun,
      rows: table.rows.length,
      persons: { new: count('new'), changed: count('changed'), unchanged: count('unchanged') },
      ...reported([...problems, ...written.problems].sort((a, b) => a.line - b.line)),
      ignoredColumns: [...columns.ignored],
    };
    return { report, position: written.position };
  }

  /** @throws Rejected `person-import.unknown` */
  progress({ actor }: Caller, fileDigest: string): ImportProgress {
    const progress = this.progresses.get(`${actor.accountId} ${fileDigest}`);
    return progress ? { fileDigest, ...progress } : importRejections.reject('person-import.unknown');
  }

  private regionCheck(caller: Caller): RegionCheck {
    const areas = this.office.directory.areas;
    return (code) => {
      if (!areas.has(code)) return 'unknown-region';
      return caller.mayRead('person:import', code) ? undefined : 'outside-area';
    };
  }

  private async write(
    planned: readonly PlannedPerson[],
    options: Parameters<typeof sendPerson>[1],
    columns: ColumnMap,
  ): Promise<Written> {
    const news = planned.filter(({ effect }) => effect !== 'unchanged');
    const progress = this.begin(`${options.actor.accountId} ${options.fileDigest}`, news.length);
    const refused = new Set<PlannedPerson>();
    const problems: RowProblem[] = [];
    let position: bigint | undefined;
    try {
      await inParallel(news, CONCURRENCY, async (person) => {
        const sent = await sendPerson(person, options);
        progress.done++;
        if ('position' in sent) {
          if (position === undefined || sent.position > position) position = sent.position;
        } else {
          refused.add(person);
          problems.push(...refusalProblems(person, titleOf(columns, 'idNumber'), sent.refused));
        }
      });
    } finally {
      progress.finished = true;
    }
    return { position, problems, refused };
  }

  private begin(key: string, total: number) {
    if (this.progresses.get(key)?.finished === false) importRejections.reject('person-import.running');
    const progress = { total, done: 0, finished: false };
    this.progresses.delete(key);
    this.progresses.set(key, progress);
    const finished = [...this.progresses].filter(([, each]) => each.finished);
    for (const [oldest] of finished.slice(0, Math.max(0, this.progresses.size - KEPT_PROGRESS)))
      this.progresses.delete(oldest);
    return progress;
  }
}

interface Written {
  readonly position: bigint | undefined;
  readonly problems: readonly RowProblem[];
  readonly refused: ReadonlySet<PlannedPerson>;
}

const NOTHING_WRITTEN: Written = { position: undefined, problems: [], refused: new Set() };

/** Lets others have their turn while a long table is read. */
async function readRows(
  { rows }: Table,
  columns: ColumnMap,
  checkRegion: RegionCheck,
): Promise<readonly ReadRow[]> {
  const read: ReadRow[] = [];
  for (const row of rows) {
    read.push(readRow(columns, row, checkRegion));
    if (read.length % ROWS_BETWEEN_PAUSES === 0) await breathe();
  }
  return read;
}

/** Runs a task for each item, so many at a time; after a failure no other is begun, and it is thrown at the end. */
async function inParallel<T>(
  items: readonly T[],
  atOnce: number,
  task: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  let failed = false;
  const work = async () => {
    for (const item of queue) {
      if (failed) return;
      await task(item).catch((error: unknown) => {
        failed = true;
        throw error;
      });
    }
  };
  const settled = await Promise.allSettled(Array.from({ length: atOnce }, work));
  const failure = settled.find((each) => each.status === 'rejected');
  if (failure) throw failure.reason;
}
