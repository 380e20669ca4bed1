/**
 * Completes package-lock.json, so that `npm ci` passes with a registry that does not have every platform's build of a
 * package, and with any registry: `npm install` leaves out what the registry lacks, and `npm ci` then refuses the lock.
 * Run it after every change of dependencies:  node tools/complete-lock.mjs [folder of the lock]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const OS = /\b(android|darwin|freebsd|linux|openharmony|win32)\b/;
const CPU = /\b(arm64|arm|ia32|loong64|ppc64|riscv64|s390x|wasm32|x64)\b/;
/** Builds for a platform are named by their exact version. */
const EXACT = /^\d+\.\d+\.\d+/;

/** The entry that node finds from the place of the package that names it. */
function nearest(packages, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('/node_modules/'), 0))) {
    const found = packages[`${folder ? `${folder}/` : ''}node_modules/${name}`];
    if (found || !folder) return found;
  }
}

/** An entry as npm writes it, with what the package's name says of its platform; nothing when it says none. */
function stub(name, version, { dev, devOptional }) {
  const [, os] = OS.exec(name) ?? [];
  const [, cpu] = CPU.exec(name) ?? [];
  if (!os || !cpu) return undefined;
  const libc = os === 'linux' ? { libc: [name.includes('musl') ? 'musl' : 'glibc'] } : {};
  return {
    version,
    cpu: [cpu],
    ...(dev && { dev }),
    ...(devOptional && { devOptional }),
    ...libc,
    optional: true,
    os: [os],
  };
}

const file = join(process.argv[2] ?? '.', 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const { packages } = lock;
let added = 0;
for (const [place, entry] of Object.entries(packages)) {
  if (/^https?:/.test(entry.resolved ?? '')) delete entry.resolved;
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const found = nearest(packages, place, name);
    const missing = stub(name, version, entry);
    if (!missing || !EXACT.test(version) || found?.version === version) continue;
    packages[`${found ? `${place}/` : ''}node_modules/${name}`] = missing;
    added += 1;
  }
}
const [root, ...others] = Object.entries(packages);
lock.packages = Object.fromEntries([root, ...others.sort(([a], [b]) => a.localeCompare(b, 'en'))]);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${file}: ${added} entries added\n`);
