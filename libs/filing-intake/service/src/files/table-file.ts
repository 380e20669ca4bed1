import { type InfoRecord, parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { fileRejections } from './file-rejections';

export interface TableRow {
  /** As the person sees it in the file: the header is line 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
}

const MAX_ROWS = 200_000;

/** Every xlsx is a zip file. */
const ZIP = Buffer.from('504b0304', 'hex');

/**
 * Reads a table of text cells from CSV (UTF-8 or GB18030, told apart by the bytes) or from the first sheet of an xlsx.
 * @throws Rejected `table.unreadable`, `table.empty`, `table.too-many-rows`
 */
export async function readTable(bytes: Buffer): Promise<Table> {
  const lines = bytes.subarray(0, 4).equals(ZIP) ? await xlsxLines(bytes) : csvLines(bytes);
  const [header, ...rows] = lines;
  if (!header || rows.length === 0) return fileRejections.reject('table.empty');
  if (rows.length > MAX_ROWS)
    fileRejections.reject('table.too-many-rows', { rows: rows.length, limit: MAX_ROWS });
  return { header: header.cells, rows };
}

async function xlsxLines(bytes: Buffer): Promise<readonly TableRow[]> {
  try {
    const sheet = await readSheet(bytes, { dateFormat: 'yyyy-mm-dd' });
    return sheet
      .map((cells, n) => ({ line: n + 1, cells: cells.map(cellText) }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''));
  } catch {
    return fileRejections.reject('table.unreadable');
  }
}

/** Spreadsheets keep 15 digits of a number. */
const KEPT_DIGITS = 1e15;

/** Text of a cell; a number whose last digits are lost is written in scientific notation, so that nobody takes it as whole. */
const cellText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number' && Math.abs(cell) >= KEPT_DIGITS) return cell.toExponential();
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim();
};

/** What the parser gives with `info`. */
interface ParsedRecord {
  readonly record: string[];
  readonly info: InfoRecord;
}

function csvLines(bytes: Buffer): readonly TableRow[] {
  if (bytes.includes(0)) fileRejections.reject('table.unreadable');
  try {
    const records: unknown[] = parse(decode(bytes), {
      bom: true,
      info: true,
      skip_empty_lines: true,
      trim: true,
    });
    return (records as ParsedRecord[]).map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch {
    return fileRejections.reject('table.unreadable');
  }
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  }
}
