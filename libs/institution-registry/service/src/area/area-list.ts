import { type InsuranceArea, insuranceAreaSchema } from '@anjuan/contracts';
import { insuranceAreaRejections } from '@anjuan/institution-registry-domain';
import { CsvError, parse } from 'csv-parse/sync';

const COLUMNS = ['code', 'name', 'parent', 'level', 'pooling', 'validFrom', 'validTo'] as const;

type Line = Partial<Record<(typeof COLUMNS)[number], string>>;

const LONGEST_REPORT = 20;

/**
 * Reads a list of insurance areas: CSV in UTF-8 with the header `code,name,parent,level,pooling,validFrom,validTo`;
 * an empty field is left out, `pooling` is `true` or `false`.
 * @throws Rejected `insurance-area.file-unreadable` with the lines that are wrong
 */
export function readAreaList(content: Buffer | string): readonly InsuranceArea[] {
  const read = linesOf(content).map((line, at) => {
    const parsed = insuranceAreaSchema.safeParse(fieldsOf(line));
    return parsed.success
      ? { area: parsed.data }
      : { wrong: { line: at + 2, fields: namesOf(parsed.error) } };
  });
  const wrong = read.flatMap((each) => each.wrong ?? []);
  if (wrong.length > 0 || read.length === 0)
    insuranceAreaRejections.reject('insurance-area.file-unreadable', {
      lines: wrong.slice(0, LONGEST_REPORT),
      wrongLines: wrong.length,
    });
  return read.flatMap((each) => each.area ?? []);
}

const namesOf = ({ issues }: { issues: readonly { path: readonly PropertyKey[] }[] }): string[] => [
  ...new Set(issues.map(({ path }) => path.map(String).join('.'))),
];

const fieldsOf = ({ pooling, ...text }: Line): object => ({
  ...Object.fromEntries(Object.entries(text).filter(([, value]) => value !== '')),
  pooling: pooling === 'true' ? true : pooling === 'false' ? false : undefined,
});

function linesOf(content: Buffer | string): readonly Line[] {
  try {
    return parse<Line>(content, {
      bom: true,
      trim: true,
      skip_empty_lines: true,
      max_record_size: 10_000,
      columns: (header: string[]) =>
        header.join() === COLUMNS.join()
          ? header
          : insuranceAreaRejections.reject('insurance-area.file-unreadable', { header: [...COLUMNS] }),
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : undefined;
    return insuranceAreaRejections.reject('insurance-area.file-unreadable', { line });
  }
}
