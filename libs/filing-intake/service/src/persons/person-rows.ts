import {
  type Enrolment,
  enrolmentSchema,
  factsOfDocument,
  isIdNumber,
  normalIdNumber,
  type PersonDetails,
  personDetailsSchema,
} from '@anjuan/filing-intake-domain';
import type { Table, TableRow } from '../files/table-file';
import { importRejections } from './import-rejections';

/** Columns of the register's extract: the platform's field name, or what a bureau writes above it. */
const COLUMNS = {
  name: ['psn_name', '姓名', 'name'],
  idType: ['psn_cert_type', '证件类型', 'idType'],
  idNumber: ['certno', '证件号码', '身份证号', 'idNumber'],
  sex: ['gend', '性别', 'sex'],
  birthDate: ['brdy', '出生日期', 'birthDate'],
  phone: ['tel', '联系电话', 'phone'],
  insuredRegion: ['insu_admdvs', '参保地', '参保地区划', 'insuredRegion'],
  insuranceType: ['insutype', '险种', 'insuranceType'],
  status: ['psn_insu_stas', '参保状态', 'status'],
  personType: ['psn_type', '人员类别', 'personType'],
  from: ['psn_insu_date', '参保日期', 'from'],
  to: ['paus_insu_date', '暂停日期', 'to'],
  employer: ['emp_name', '单位名称', 'employer'],
} as const;
type Column = keyof typeof COLUMNS;

const REQUIRED: readonly Column[] = [
  'name',
  'idType',
  'idNumber',
  'insuredRegion',
  'insuranceType',
  'status',
];

/** One line that cannot be imported; says where and why, never the value. */
export interface RowError {
  readonly line: number;
  readonly column?: string;
  readonly code: string;
}

/** One person of an extract with all their lines. */
export interface PersonToImport {
  readonly lines: readonly number[];
  readonly person: PersonDetails;
  readonly enrolments: readonly Enrolment[];
}

/**
 * Reads the lines of an extract and puts those of one document together.
 * @throws Rejected `import.columns-missing` when the header lacks a needed column
 */
export function personsOf({ header, rows }: Table): {
  persons: readonly PersonToImport[];
  errors: readonly RowError[];
} {
  const at = columnsOf(header);
  const persons = new Map<string, PersonToImport>();
  const errors: RowError[] = [];
  for (const row of rows) {
    const read = readRow(row, at);
    if ('errors' in read) errors.push(...read.errors);
    else {
      const key = `${read.person.idType} ${read.person.idNumber}`;
      persons.set(key, together(persons.get(key), read));
    }
  }
  return { persons: [...persons.values()], errors };
}

function columnsOf(header: readonly string[]): ReadonlyMap<Column, number> {
  const places = (Object.keys(COLUMNS) as Column[]).map((column): [Column, number] => [
    column,
    header.findIndex((title) => COLUMNS[column].some((name) => name === title.trim())),
  ]);
  const found = new Map(places.filter(([, index]) => index >= 0));
  const missing = REQUIRED.filter((column) => !found.has(column));
  if (missing.length > 0)
    importRejections.reject('import.columns-missing', {
      columns: missing.map((column) => COLUMNS[column][0]),
    });
  return found;
}

function readRow(
  { line, cells }: TableRow,
  at: ReadonlyMap<Column, number>,
): PersonToImport | { errors: RowError[] } {
  const cell = (column: Column): string | undefined => cells[at.get(column) ?? -1]?.trim() || undefined;
  const person = personDetailsSchema.safeParse(
    given({
      name: cell('name'),
      idType: cell('idType')?.padStart(2, '0'),
      idNumber: normalIdNumber(cell('idNumber') ?? ''),
      sex: SEXES[cell('sex') ?? ''] ?? cell('sex'),
      birthDate: dateOf(cell('birthDate')),
      phone: cell('phone'),
    }),
  );
  const enrolment = enrolmentSchema.safeParse(
    given({
      insuredRegion: cell('insuredRegion'),
      insuranceType: cell('insuranceType'),
      status: cell('status'),
      personType: cell('personType'),
      from: dateOf(cell('from')),
      to: dateOf(cell('to')),
      employer: cell('employer'),
    }),
  );
  if (!person.success || !enrolment.success) {
    const issues = [...(person.error?.issues ?? []), ...(enrolment.error?.issues ?? [])];
    return {
      errors: issues.map(({ path }) => ({ line, column: String(path[0]), code: 'import.cell-invalid' })),
    };
  }
  const wrong = identityProblem(person.data);
  if (wrong) return { errors: [{ line, ...wrong }] };
  return { lines: [line], person: person.data, enrolments: [enrolment.data] };
}

const SEXES: Readonly<Record<string, string>> = { 男: '1', 女: '2' };

const given = (fields: Readonly<Record<string, string | undefined>>): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** `2026-03-02`, `20260302` and `2026/3/2` are the same day. */
function dateOf(text: string | undefined): string | undefined {
  const match = text && /^(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})/.exec(text);
  if (!match) return text;
  const [, year, month = '', day = ''] = match;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function identityProblem(person: PersonDetails): Omit<RowError, 'line'> | undefined {
  if (!isIdNumber(person)) return { column: 'idNumber', code: 'person.id-number-invalid' };
  const facts = factsOfDocument(person);
  const differs = (field: 'sex' | 'birthDate') =>
    facts && person[field] !== undefined && person[field] !== facts[field];
  if (differs('sex')) return { column: 'sex', code: 'person.identity-inconsistent' };
  return differs('birthDate') ? { column: 'birthDate', code: 'person.identity-inconsistent' } : undefined;
}

/** A later line of the same document adds an enrolment, or replaces that of the same region and type. */
function together(before: PersonToImport | undefined, next: PersonToImport): PersonToImport {
  if (!before) return next;
  const kept = before.enrolments.filter((old) =>
    next.enrolments.every(
      (fresh) => fresh.insuredRegion !== old.insuredRegion || fresh.insuranceType !== old.insuranceType,
    ),
  );
  return {
    lines: [...before.lines, ...next.lines],
    person: { ...before.person, ...next.person },
    enrolments: [...kept, ...next.enrolments],
  };
}
