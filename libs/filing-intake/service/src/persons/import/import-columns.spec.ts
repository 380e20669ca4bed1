import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IMPORT_COLUMNS } from './import-columns';

const root = join(__dirname, '..', '..', '..', '..', '..', '..');

it('the reference names every column with its headers and whether it is required', () => {
  const rows = readFileSync(join(root, 'docs', 'reference', 'person-import.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, field, zh, en, also, required]) => [field, zh, en, also, required]);
  expect(rows).toEqual(
    IMPORT_COLUMNS.map(({ field, title, also, required }) => [
      `\`${field}\``,
      title.zh,
      title.en,
      also.filter((header) => header !== field).join(', '),
      required ? 'yes' : 'no',
    ]),
  );
});
