import type { Bilingual } from '@anjuan/contracts';
import type { Enrolment, PersonDetails } from '@anjuan/filing-intake-domain';
import { importRejections } from './import-rejections';

/** What a row of an import may say. */
export type ImportField = keyof PersonDetails | keyof Enrolment;

export interface ImportColumn {
  readonly field: ImportField;
  readonly title: Bilingual;
  /** Other headers that are understood, such as the platform's field name. */
  readonly also: readonly string[];
  readonly required: boolean;
}

const column = (
  field: ImportField,
  zh: string,
  en: string,
  also: readonly string[],
  required = false,
): ImportColumn => ({ field, title: { zh, en }, also: [field, ...also], required });

/** The columns of an import of enrolments; `docs/reference/person-import.md` explains each. */
export const IMPORT_COLUMNS: readonly ImportColumn[] = [
  column('name', '姓名', 'Name', ['人员姓名', 'psn_name'], true),
  column('idType', '证件类型', 'ID type', ['人员证件类型', 'psn_cert_type'], false),
  column('idNumber', '证件号码', 'ID number', ['身份证号', '身份证号码', '公民身份号码', 'certno'], true),
  column('sex', '性别', 'Sex', ['gend', 'gender']),
  column('birthDate', '出生日期', 'Birth date', ['出生年月日', 'brdy']),
  column('phone', '联系电话', 'Phone', ['手机号', '手机号码', '电话', 'mob', 'tel']),
  column(
    'insuredRegion',
    '参保地区划',
    'Insured region',
    ['参保地', '参保地医保区划', '统筹区', '统筹区编码', 'insu_admdvs', 'insuplc_admdvs'],
    true,
  ),
  column('insuranceType', '险种', 'Insurance type', ['险种类型', 'insutype'], true),
  column('status', '参保状态', 'Enrolment status', ['人员参保状态', 'psn_insu_stas'], true),
  column('personType', '人员类别', 'Person type', ['psn_type']),
  column('from', '参保开始日期', 'From', [
    '参保日期',
    '个人参保日期',
    '开始日期',
    'psn_insu_date',
    'begndate',
  ]),
  column('to', '参保结束日期', 'To', ['暂停参保日期', '结束日期', 'paus_insu_date', 'enddate']),
  column('employer', '单位名称', 'Employer', ['参保单位', 'emp_name']),
];

/** Where the columns are in a file, and what they are called there. */
export interface ColumnMap {
  readonly at: ReadonlyMap<ImportField, number>;
  readonly header: readonly string[];
  /** Headers that no column has: their cells are not read. */
  readonly ignored: readonly string[];
}

/**
 * Finds the columns by their headers, whatever their order, case, spaces and marks.
 * @throws Rejected `person-import.columns-missing`, `person-import.columns-twice`
 */
export function findColumns(header: readonly string[]): ColumnMap {
  const at = new Map<ImportField, number>();
  const ignored: string[] = [];
  for (const [index, title] of header.entries()) {
    const found = BY_TITLE.get(plain(title));
    if (!found) ignored.push(title);
    else if (at.has(found.field)) importRejections.reject('person-import.columns-twice', { ...found.title });
    else at.set(found.field, index);
  }
  const missing = IMPORT_COLUMNS.filter(({ field, required }) => required && !at.has(field));
  if (missing.length > 0)
    importRejections.reject('person-import.columns-missing', { missing: missing.map(({ title }) => title) });
  return { at, header, ignored: ignored.filter((title) => title !== '') };
}

/** What a column is called in the file; the product's name where the file has none. */
export function titleOf({ at, header }: ColumnMap, field: ImportField): string {
  const index = at.get(field);
  return (index === undefined ? undefined : header[index]) ?? TITLES.get(field) ?? field;
}

const plain = (title: string): string => title.toLowerCase().replaceAll(/[\s*_\-()（）]/g, '');

const BY_TITLE = new Map(
  IMPORT_COLUMNS.flatMap((each) =>
    [each.title.zh, each.title.en, ...each.also].map((title) => [plain(title), each] as const),
  ),
);

const TITLES = new Map(IMPORT_COLUMNS.map(({ field, title }) => [field, title.zh]));
