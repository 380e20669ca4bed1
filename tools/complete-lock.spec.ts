import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

describe('complete-lock', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'complete-lock-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const completed = (packages: object) => {
    const file = join(folder, 'package-lock.json');
    writeFileSync(file, JSON.stringify({ lockfileVersion: 3, packages: { '': { name: 'x' }, ...packages } }));
    execFileSync(process.execPath, [join(__dirname, 'complete-lock.mjs'), folder]);
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  };

  it('adds the builds for other platforms that a package names and the lock lacks', () => {
    const packages = completed({
      'node_modules/fast': {
        version: '2.1.0',
        dev: true,
        optionalDependencies: {
          '@fast/darwin-arm64': '2.1.0',
          '@fast/linux-arm-gnueabihf': '2.1.0',
          '@fast/linux-x64-gnu': '2.1.0',
          '@fast/linux-x64-musl': '2.1.0',
        },
      },
      'node_modules/@fast/linux-x64-gnu': { version: '2.1.0', integrity: 'sha512-a', optional: true },
    });
    expect(packages['node_modules/@fast/linux-x64-gnu']).toEqual({
      version: '2.1.0',
      integrity: 'sha512-a',
      optional: true,
    });
    const stub = { version: '2.1.0', dev: true, optional: true };
    expect(packages['node_modules/@fast/darwin-arm64']).toEqual({ ...stub, os: ['darwin'], cpu: ['arm64'] });
    expect(packages['node_modules/@fast/linux-arm-gnueabihf']).toEqual({
      ...stub,
      os: ['linux'],
      cpu: ['arm'],
      libc: ['glibc'],
    });
    expect(packages['node_modules/@fast/linux-x64-musl']).toEqual({
      ...stub,
      os: ['linux'],
      cpu: ['x64'],
      libc: ['musl'],
    });
  });

  it('keeps a build of another version where it is and puts the missing one beside the package that names it', () => {
    const packages = completed({
      'node_modules/@fast/darwin-x64': { version: '1.0.0', optional: true },
      'node_modules/a/node_modules/fast': {
        version: '2.0.0',
        optionalDependencies: { '@fast/darwin-x64': '2.0.0' },
      },
    });
    expect(packages['node_modules/@fast/darwin-x64'].version).toBe('1.0.0');
    expect(packages['node_modules/a/node_modules/fast/node_modules/@fast/darwin-x64'].version).toBe('2.0.0');
  });

  it('adds nothing for an optional dependency that is no build for a platform', () => {
    const packages = completed({
      'node_modules/a': { version: '1.0.0', optionalDependencies: { colour: '1.0.0' } },
    });
    expect(Object.keys(packages)).toEqual(['', 'node_modules/a']);
  });

  it('takes the registry out of the lock and leaves the links of the workspace', () => {
    const packages = completed({
      'node_modules/a': {
        version: '1.0.0',
        resolved: 'https://registry.example/a.tgz',
        integrity: 'sha512-a',
      },
      'node_modules/@anjuan/b': { resolved: 'libs/b', link: true },
    });
    expect(packages['node_modules/a']).toEqual({ version: '1.0.0', integrity: 'sha512-a' });
    expect(packages['node_modules/@anjuan/b']).toEqual({ resolved: 'libs/b', link: true });
  });
});
