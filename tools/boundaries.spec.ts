import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = join(__dirname, '..');
const probes: string[] = [];

const CRUISE = [
  '--require',
  './tools/read-tsx.cjs',
  'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
];

/** The two checkers: purity is Biome's part, imports are dependency-cruiser's. */
const CHECKERS = {
  biome: (file: string) => run('node_modules/.bin/biome', ['lint', file]),
  cruiser: (file: string) => run(process.execPath, [...CRUISE, '--config', '.dependency-cruiser.cjs', file]),
};

/** Runs a checker on a file as if somebody had written it, and tells what it said. */
function check(
  checker: keyof typeof CHECKERS,
  file: string,
  source: string,
): { ok: boolean; output: string } {
  const path = join(root, file);
  probes.push(path);
  writeFileSync(path, `${source}\n`);
  return CHECKERS[checker](file);
}

function run(command: string, args: readonly string[]): { ok: boolean; output: string } {
  try {
    return {
      ok: true,
      output: execFileSync(resolve(root, command), args, { cwd: root, encoding: 'utf8', stdio: 'pipe' }),
    };
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return { ok: false, output: stdout + stderr };
  }
}

afterEach(() => {
  for (const path of probes.splice(0)) rmSync(path, { force: true });
});

const DOMAIN = 'libs/filing-intake/domain/src/boundary-probe.ts';
const SERVICE = 'libs/filing-intake/service/src/boundary-probe.ts';
const CORE = 'libs/event-sourcing/src/boundary-probe.ts';

describe('a check fails', () => {
  it.each([
    ['the time in a domain', DOMAIN, 'export const now = Date.now();', 'noRestrictedGlobals'],
    ['chance in a domain', DOMAIN, 'export const dice = Math.random();', 'has no random'],
    [
      'a Node built-in in a domain',
      DOMAIN,
      "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;",
      'noNodejsModules',
    ],
    ['the environment in a domain', DOMAIN, 'export const home = process.env;', 'noRestrictedGlobals'],
    ['a framework in a domain', DOMAIN, "export { Injectable } from '@nestjs/common';", 'domain-is-pure'],
    [
      'another context in a domain',
      DOMAIN,
      "export * from '@anjuan/reviewer-approval-domain';",
      'filing-intake-alone',
    ],
    ['the runtime in a domain', DOMAIN, "export * from '@anjuan/runtime';", 'domain-is-pure'],
    ['a driver in a service', SERVICE, "export * from '@anjuan/embedded';", 'services-know-no-driver'],
    [
      'another context in a service',
      SERVICE,
      "export * from '@anjuan/reviewer-approval-domain';",
      'filing-intake-alone',
    ],
    ['test tools in a service', SERVICE, "export * from '@anjuan/testing';", 'testing-is-for-tests'],
    ['a framework in the core', CORE, "export { Injectable } from '@nestjs/common';", 'core-is-pure'],
    [
      'a context in the runtime',
      'libs/runtime/src/boundary-probe.ts',
      "export * from '@anjuan/filing-intake-domain';",
      'runtime-knows-no-context',
    ],
    [
      'a driver in an app',
      'apps/back-office/src/boundary-probe.ts',
      "export * from '@anjuan/embedded';",
      'apps-are-thin',
    ],
    [
      'another feature in a feature of the console',
      'apps/console/src/features/filings/boundary-probe.tsx',
      "import { texts } from '../reviews/texts';\nexport const Probe = () => <p>{String(texts)}</p>;",
      'features-stand-alone',
    ],
    [
      'the runtime in the console',
      'apps/console/src/boundary-probe.ts',
      "export * from '@anjuan/runtime';",
      'console-stays-in-the-browser',
    ],
  ])('on %s', (_, file, source, says) => {
    const byBiome = ['noRestrictedGlobals', 'has no random', 'noNodejsModules'].includes(says);
    const { ok, output } = check(byBiome ? 'biome' : 'cruiser', file, source);
    expect(output).toContain(says);
    expect(ok).toBe(false);
  });
});

describe('a check passes', () => {
  it.each([
    ['the core in a domain', DOMAIN, "export { addDays } from '@anjuan/event-sourcing';"],
    ['the schema library in a domain', DOMAIN, "export { z } from 'zod';"],
    ['the own domain in a service', SERVICE, "export * from '@anjuan/filing-intake-domain';"],
    ['the runtime in a service', SERVICE, "export * from '@anjuan/runtime';"],
  ])('on %s', (_, file, source) => {
    for (const checker of ['biome', 'cruiser'] as const) {
      expect(check(checker, file, source).output).not.toContain('boundary-probe');
    }
  });
});
