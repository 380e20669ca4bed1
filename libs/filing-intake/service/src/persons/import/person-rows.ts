import { type Enrolment, type PersonDetails, sameEnrolment } from '@anjuan/filing-intake-domain';
import { type ColumnMap, type ImportField, titleOf } from './import-columns';
import { type RowProblem, type RowProblemCode, rowProblem } from './import-problems';
import type { ReadRow } from './read-row';

/** What a file says about one person. */
export interface PersonToImport {
  /** Keyed digest of the document. */
  readonly digest: string;
  /** Lines of the file, the first one first. */
  readonly lines: readonly number[];
  readonly person: PersonDetails;
  readonly enrolments: readonly Enrolment[];
}

/** The rows of a file by person. Every row is either in one of the persons or has a problem. */
export interface GroupedRows {
  readonly persons: readonly PersonToImport[];
  readonly problems: readonly RowProblem[];
}

const MOST_ENROLMENTS = 20;
const DETAILS = ['name', 'sex', 'birthDate', 'phone'] as const;

/**
 * Puts the rows of each person together. A person with an error in any row is held back whole: half of what a file says
 * about somebody would be another statement.
 */
export function groupRows(
  rows: readonly ReadRow[],
  columns: ColumnMap,
  digestOf: (document: NonNullable<ReadRow['document']>) => string,
): GroupedRows {
  const groups = new Map<string, ReadRow[]>();
  const unknown: ReadRow[] = [];
  for (const row of rows) {
    if (!row.document) unknown.push(row);
    else {
      const digest = digestOf(row.document);
      const group = groups.get(digest);
      if (group) group.push(row);
      else groups.set(digest, [row]);
    }
  }
  const merged = [...groups].map(([digest, group]) => mergeRows(digest, group, columns));
  return {
    persons: merged.flatMap((each) => ('person' in each ? [each] : [])),
    problems: [...unknown, ...merged.filter((each) => 'problems' in each)]
      .flatMap(({ problems }) => problems)
      .sort((a, b) => a.line - b.line),
  };
}

function mergeRows(
  digest: string,
  rows: readonly ReadRow[],
  columns: ColumnMap,
): PersonToImport | { readonly problems: readonly RowProblem[] } {
  const at = (line: number, field: ImportField, code: RowProblemCode) =>
    rowProblem(line, titleOf(columns, field), code);
  const enrolments: Enrolment[] = [];
  let merged: PersonDetails | undefined;
  const problems = rows.flatMap((row) => row.problems);
  for (const { line, content } of rows) {
    if (!content) continue;
    const { person, enrolment } = content;
    const before = merged ?? person;
    const differing = DETAILS.filter((field) => differ(before[field], person[field]));
    problems.push(...differing.map((field) => at(line, field, 'differs-in-file')));
    const twin = enrolments.find((other) => sameEnrolment(other, enrolment));
    if (!twin) enrolments.push(enrolment);
    else if (!sameContent(twin, enrolment)) problems.push(at(line, 'insuranceType', 'enrolment-twice'));
    if (enrolments.length === MOST_ENROLMENTS + 1)
      problems.push(at(line, 'insuranceType', 'too-many-enrolments'));
    merged = { ...person, ...before };
  }
  const lines = rows.map(({ line }) => line);
  if (problems.length === 0 && merged) return { digest, lines, person: merged, enrolments };
  const wrong = new Set(problems.map(({ line }) => line));
  const heldBack = lines.filter((line) => !wrong.has(line)).map((line) => at(line, 'idNumber', 'held-back'));
  return { problems: [...problems, ...heldBack] };
}

const differ = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a !== b;

const ENROLMENT_FIELDS = ['status', 'personType', 'from', 'to', 'employer'] as const;

const sameContent = (a: Enrolment, b: Enrolment): boolean =>
  ENROLMENT_FIELDS.every((field) => a[field] === b[field]);
