import 'reflect-metadata';
import { parseArgs } from 'node:util';
import {
  accounts,
  askOffice,
  NobodyListens,
  Office,
  OfficeLog,
  type OperationName,
  readConfig,
  restoreOffice,
  runOperation,
  verifyFolder,
} from '@anjuan/runtime';
import { contexts } from '../contexts';
import { printReport } from './report';

const USAGE = `anjuan <operation> [options]        the data folder: --data DIR, ANJUAN_DATA, or .anjuan

  status                             how the running server is set, and how its log is written
  verify  [--log-only]               chain and checkpoints on stored bytes; read models equal rebuilt ones
  replay  [--only NAME ...]          rebuilds read models beside the live ones, compares, swaps
  backup  DEST [--keys DEST]         copies log, evidence and checkpoints; keys to a folder of their own
  restore SOURCE --keys SOURCE       makes the data folder, which must be empty, from a backup

  --json                             the report as JSON
  Works while the server runs (asks it) and, but for status, while it does not (opens the folder).
  Exit code: 0 all well, 1 something was found, 2 it could not be done.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string' },
    json: { type: 'boolean', default: false },
    keys: { type: 'string' },
    only: { type: 'string', multiple: true },
    'log-only': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

async function main(): Promise<number> {
  const [name, target] = positionals;
  const data = values.data ?? process.env.ANJUAN_DATA ?? '.anjuan';
  if (values.help || name === undefined) {
    process.stdout.write(USAGE);
    return values.help ? 0 : 2;
  }
  if (name === 'restore') return restore(data, target);
  const options = optionsOf(name, target);
  if (!options) {
    process.stderr.write(USAGE);
    return 2;
  }
  const report = await ask(data, options.name, options.options);
  return printReport(options.name, report, values.json);
}

function optionsOf(
  name: string,
  target: string | undefined,
): { name: OperationName; options: unknown } | undefined {
  if (name === 'status') return { name, options: {} };
  if (name === 'verify') return { name, options: { logOnly: values['log-only'] } };
  if (name === 'replay') return { name, options: { only: values.only } };
  if (name === 'backup' && target !== undefined)
    return { name, options: { destination: target, keys: values.keys } };
  return undefined;
}

/** Asks the process that holds the folder; opens the folder when nobody does. */
async function ask(data: string, name: OperationName, options: unknown): Promise<unknown> {
  try {
    return await askOffice(data, name, options);
  } catch (error) {
    if (!(error instanceof NobodyListens)) throw error;
    if (name === 'status') throw new Error(`没有进程在使用 ${data}。 / No server runs on ${data}.`);
  }
  const config = readConfig({ ...process.env, ANJUAN_DATA: data, ANJUAN_LOG_LEVEL: 'error' });
  const open = () => Office.open(config, [accounts, ...contexts], new OfficeLog(config.ANJUAN_LOG_LEVEL));
  if (name === 'verify') return verifyFolder(config, open, { logOnly: values['log-only'] });
  const office = await open();
  try {
    await office.follow();
    return await runOperation(office, name, options);
  } finally {
    await office.stop();
  }
}

async function restore(data: string, source: string | undefined): Promise<number> {
  if (source === undefined || values.keys === undefined) {
    process.stderr.write(USAGE);
    return 2;
  }
  await restoreOffice({ source, keys: values.keys, data });
  process.stdout.write(
    `已恢复到 ${data}；请运行 anjuan verify。 / Restored to ${data}; run anjuan verify.\n`,
  );
  return 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
