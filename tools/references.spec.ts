import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const root = join(__dirname, '..');
const read = <T>(file: string): T => JSON.parse(readFileSync(join(root, file), 'utf8')) as T;
const tracked = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'apps', 'libs'],
  {
    cwd: root,
    encoding: 'utf8',
  },
).split('\n');
const packages = tracked
  .filter((file) => file.endsWith('/package.json') && existsSync(join(root, file)))
  .map(dirname);
const folderOf = new Map(packages.map((folder) => [read<Manifest>(`${folder}/package.json`).name, folder]));

describe.each(packages)('%s', (folder) => {
  const { dependencies = {}, devDependencies = {} } = read<Manifest>(`${folder}/package.json`);
  const declared = Object.keys({ ...dependencies, ...devDependencies });

  it('references the projects it depends on, and no other', () => {
    const { references = [] } = read<{ references?: { path: string }[] }>(`${folder}/tsconfig.json`);
    const wanted = declared.flatMap((name) => folderOf.get(name) ?? []);
    expect(references.map(({ path }) => relative(root, join(root, folder, path))).sort()).toEqual(
      [...wanted].sort(),
    );
  });

  it('declares every package that it imports', () => {
    const sources = tracked.filter(
      (file) =>
        file.startsWith(`${folder}/src/`) &&
        /(?<!boundary-probe)\.tsx?$/.test(file) &&
        existsSync(join(root, file)),
    );
    const imported = sources.flatMap((file) => importedPackages(readFileSync(join(root, file), 'utf8')));
    const tools = Object.keys(read<Manifest>('package.json').devDependencies ?? {});
    const missing = imported.filter((name) => !declared.includes(name) && !tools.includes(name));
    expect([...new Set(missing)]).toEqual([]);
  });
});

/** Names of the packages that a source text imports, without Node's own. */
function importedPackages(source: string): readonly string[] {
  const specifiers = [
    ...source.matchAll(/^(?:import|export)[^'"`;]*?from '([^'.][^']*)'|^import '([^'.][^']*)'/gm),
  ];
  return specifiers
    .map((match) => match[1] ?? match[2] ?? '')
    .filter((specifier) => !specifier.startsWith('node:') && specifier !== '')
    .map((specifier) =>
      specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/'),
    );
}
