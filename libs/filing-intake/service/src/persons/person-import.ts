import { foldStream, Rejected, streamName } from '@anjuan/event-sourcing';
import { identity } from '@anjuan/filing-intake-domain';
import { type Caller, Commands, type Exchange, Office, Queries } from '@anjuan/runtime';
import { Injectable } from '@nestjs/common';
import { v4 } from 'uuid';
import { readTable } from '../files/table-file';
import { filingIntake } from '../filing-intake.context';
import { digestOfDocument } from './identities';
import { importRejections } from './import-rejections';
import { type PersonToImport, personsOf, type RowError } from './person-rows';
import type { ImportReport } from './person-schemas';

const LONGEST_REPORT = 200;

/** Imports an extract of the register: checked as a whole, then one command for each person. */
@Injectable()
export class PersonImport {
  constructor(
    private readonly office: Office,
    private readonly commands: Commands,
    readonly queries: Queries,
  ) {}

  /**
   * @param dryRun reports every line that is wrong and records nothing
   * @throws Rejected `import.lines-invalid` when a line is wrong and it is not a dry run
   */
  async run(
    content: Buffer,
    name: string,
    dryRun: boolean,
    caller: Caller,
    exchange: Exchange,
  ): Promise<ImportReport> {
    const table = await readTable(content);
    const { persons, errors } = personsOf(table);
    for (const { enrolments } of persons)
      for (const { insuredRegion } of enrolments) caller.requireAnyArea('person:import', [insuredRegion]);
    const counts = { dryRun, rows: table.rows.length, persons: persons.length };
    if (dryRun || errors.length > 0) return this.refused({ ...counts, changed: 0 }, errors);
    const { changed, refused } = await this.send(persons, name, exchange);
    return { ...counts, changed, errors: refused.slice(0, LONGEST_REPORT), errorCount: refused.length };
  }

  private refused(
    counts: Omit<ImportReport, 'errors' | 'errorCount'>,
    errors: readonly RowError[],
  ): ImportReport {
    const report = { ...counts, errors: errors.slice(0, LONGEST_REPORT), errorCount: errors.length };
    if (!counts.dryRun)
      importRejections.reject('import.lines-invalid', {
        errors: report.errors.map((error) => ({ ...error })),
        errorCount: errors.length,
      });
    return report;
  }

  private async send(persons: readonly PersonToImport[], source: string, exchange: Exchange) {
    const items = await Promise.all(
      persons.map(async ({ person, enrolments }) => {
        const personId = await this.personIdOf(person);
        const data = { personId, person, enrolments: [...enrolments], source };
        return { id: personId, command: { type: 'ImportEnrolment', data } };
      }),
    );
    const outcomes = await this.commands.sendEach(exchange, items, 'agency-batch');
    const refused = outcomes.flatMap((outcome, n): RowError[] =>
      'rejection' in outcome ? [{ line: persons[n]?.lines[0] ?? 0, code: codeOf(outcome.rejection) }] : [],
    );
    return { changed: outcomes.length - refused.length, refused };
  }

  /** Who holds the document by the log itself, not by a read model that may lag; a new id where nobody does. */
  private async personIdOf(person: PersonToImport['person']): Promise<string> {
    const digest = digestOfDocument(person, this.office.toolsOf().identityDigest);
    if (digest === undefined) return v4();
    const loaded = await this.office.logOf(filingIntake).load(streamName(identity.category, digest));
    return foldStream(identity, loaded).personId ?? v4();
  }
}

const codeOf = ({ code }: Rejected): string => code;
