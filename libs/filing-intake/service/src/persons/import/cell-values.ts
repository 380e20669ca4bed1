import { normalIdNumber } from '@anjuan/filing-intake-domain';
import type { ImportField } from './import-columns';

const SEX = { 男: '1', 男性: '1', 女: '2', 女性: '2' };

const ID_TYPES = {
  居民身份证: '01',
  身份证: '01',
  户口簿: '01',
  '居民身份证(户口簿)': '01',
  外国人永久居留证: '07',
  外国护照: '08',
  外国人护照: '08',
  中国护照: '16',
  港澳台居民居住证: '17',
  社会保障卡: '90',
};

const INSURANCE_TYPES = {
  职工基本医疗保险: '310',
  职工医保: '310',
  城乡居民基本医疗保险: '390',
  居民医保: '390',
  生育保险: '510',
};

const STATUS = {
  未参保: '0',
  正常参保: '1',
  参保缴费: '1',
  正常: '1',
  暂停参保: '2',
  暂停: '2',
  无效: '3',
  终止参保: '4',
  终止: '4',
};

/** The code of a name; a code keeps the leading zeros that a spreadsheet takes away. */
const coded =
  (names: Readonly<Record<string, string>>, digits: number) =>
  (text: string): string =>
    names[text.replaceAll('（', '(').replaceAll('）', ')')] ??
    (/^\d+$/.test(text) ? text.padStart(digits, '0') : text);

const SEPARATED = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?(?:[ T]00:00(?::00(?:\.0+Z?)?)?)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:000000)?$/;

/** A day as `YYYY-MM-DD`, from the spellings that spreadsheets and the platform use; other text as it is. */
function day(text: string): string {
  const [, year, month, date] = SEPARATED.exec(text) ?? COMPACT.exec(text) ?? [];
  if (year === undefined || month === undefined || date === undefined) return text;
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

const phone = (text: string): string => text.replaceAll(/\s/g, '');

/** How the text of a cell becomes a value; what is not understood stays as it is, and the schema then says so. */
const READ: Readonly<Partial<Record<ImportField, (text: string) => string>>> = {
  idType: coded(ID_TYPES, 2),
  idNumber: normalIdNumber,
  sex: coded(SEX, 1),
  birthDate: day,
  phone,
  insuranceType: coded(INSURANCE_TYPES, 3),
  status: coded(STATUS, 1),
  from: day,
  to: day,
};

/** The value of a cell; undefined for an empty one. */
export function cellValue(field: ImportField, text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed === '' ? undefined : (READ[field]?.(trimmed) ?? trimmed);
}

/** A number in scientific notation, as a spreadsheet shows what has more digits than it keeps. */
export const hasLostDigits = (text: string): boolean => /^\d(?:\.\d+)?e\+?\d+$/i.test(text.trim());
