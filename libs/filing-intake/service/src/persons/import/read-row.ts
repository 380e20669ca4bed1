import {
  type Enrolment,
  enrolmentSchema,
  factsOfDocument,
  type IdentityDocument,
  isIdNumber,
  type PersonDetails,
  personDetailsSchema,
} from '@anjuan/filing-intake-domain';
import type { z } from 'zod';
import type { TableRow } from '../../files/table-file';
import { cellValue, hasLostDigits } from './cell-values';
import { type ColumnMap, type ImportField, titleOf } from './import-columns';
import { type RowProblem, type RowProblemCode, rowProblem } from './import-problems';

/** One row, read: whose it is as far as that can be told, and what it says unless something is wrong with it. */
export interface ReadRow {
  readonly line: number;
  /** Only with a valid number, so that rows of one person are found even if one of them has another error. */
  readonly document?: IdentityDocument;
  readonly content?: { readonly person: PersonDetails; readonly enrolment: Enrolment };
  readonly problems: readonly RowProblem[];
}

/** Says why an enrolment in a region cannot be imported here; undefined when it can. */
export type RegionCheck = (code: string) => 'unknown-region' | 'outside-area' | undefined;

const PERSON = personDetailsSchema.keyof().options;
const ENROLMENT = enrolmentSchema.keyof().options;
const DEFAULT_ID_TYPE = '01';

type Values = Readonly<Partial<Record<ImportField, string>>>;
type Finding = readonly [field: ImportField, code: RowProblemCode];

/** Reads one row of an import. */
export function readRow(columns: ColumnMap, row: TableRow, checkRegion: RegionCheck): ReadRow {
  const values = valuesOf(columns, row);
  const person = personDetailsSchema.safeParse(part(values, PERSON));
  const enrolment = enrolmentSchema.safeParse(part(values, ENROLMENT));
  const lost = hasLostDigits(values.idNumber ?? '');
  const findings: readonly Finding[] = [
    ...(lost ? [['idNumber', 'lost-digits'] as const] : wrongPerson(person, values)),
    ...(enrolment.success
      ? wrongEnrolment(enrolment.data, checkRegion)
      : wrongCells(enrolment.error, values)),
  ];
  const { line } = row;
  const problems = findings.map(([field, code]) => rowProblem(line, titleOf(columns, field), code));
  const document = documentOf(values);
  return person.success && enrolment.success && problems.length === 0
    ? { line, document, content: { person: person.data, enrolment: enrolment.data }, problems }
    : { line, document, problems };
}

function valuesOf({ at }: ColumnMap, { cells }: TableRow): Values {
  const values = [...at].map(([field, index]) => [field, cellValue(field, cells[index] ?? '')] as const);
  return {
    idType: DEFAULT_ID_TYPE,
    ...Object.fromEntries(values.filter(([, value]) => value !== undefined)),
  };
}

const part = (values: Values, fields: readonly ImportField[]): Values =>
  Object.fromEntries(fields.flatMap((field) => (field in values ? [[field, values[field]]] : [])));

const idTypes = personDetailsSchema.shape.idType;

function documentOf({ idType, idNumber }: Values): IdentityDocument | undefined {
  const type = idTypes.safeParse(idType);
  if (!type.success || idNumber === undefined) return undefined;
  const document = { idType: type.data, idNumber };
  return isIdNumber(document) ? document : undefined;
}

function wrongPerson(person: z.ZodSafeParseResult<PersonDetails>, values: Values): readonly Finding[] {
  if (!person.success) return wrongCells(person.error, values);
  if (!isIdNumber(person.data)) return [['idNumber', 'id-number-invalid']];
  const facts = factsOfDocument(person.data);
  return (['birthDate', 'sex'] as const)
    .filter((field) => facts && person.data[field] !== undefined && person.data[field] !== facts[field])
    .map((field) => [field, 'identity-inconsistent']);
}

function wrongEnrolment(
  { insuredRegion, from, to }: Enrolment,
  checkRegion: RegionCheck,
): readonly Finding[] {
  const region = checkRegion(insuredRegion);
  return [
    ...(region ? [['insuredRegion', region] as const] : []),
    ...(from !== undefined && to !== undefined && to < from ? [['to', 'dates-reversed'] as const] : []),
  ];
}

const DATES: readonly ImportField[] = ['birthDate', 'from', 'to'];
const CODES: readonly ImportField[] = [
  'idType',
  'sex',
  'insuranceType',
  'status',
  'personType',
  'insuredRegion',
];

/** One finding for each cell that the schema refuses. */
function wrongCells({ issues }: z.ZodError, values: Values): readonly Finding[] {
  const fields = new Set(issues.map(({ path }) => String(path[0]) as ImportField));
  return [...fields].map((field) => {
    if (values[field] === undefined) return [field, 'missing'];
    if (DATES.includes(field)) return [field, 'not-a-date'];
    return [field, CODES.includes(field) ? 'unknown-code' : 'malformed'];
  });
}
