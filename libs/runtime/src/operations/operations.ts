import type { WriterSettings } from '@anjuan/embedded';
import type { RebuildReport } from '@anjuan/event-sourcing';
import { checkpointSigningKey, type VerificationReport, verifyLog, wholeStoredLog } from '@anjuan/ledger';
import { z } from 'zod';
import { type Config, configSummary } from '../config';
import { type Engines, openEngines } from '../office/engines';
import type { Office } from '../office/office';
import { OfficeClock } from '../office/office-clock';
import { type BackupReport, backupOffice } from './backup';

/** What `verify` found: the log against its checkpoints, and each read model against a rebuilt one. */
export interface VerifyReport {
  readonly ok: boolean;
  readonly log: VerificationReport;
  readonly readModels: readonly RebuildReport[];
}

/** How a running office is set. */
export interface StatusReport {
  readonly pid: number;
  /** Without secrets. */
  readonly settings: Readonly<Record<string, string>>;
  /** Asked of the only connection that writes the log. */
  readonly writer: WriterSettings;
  readonly lastPosition: bigint;
}

const statusOptions = z.strictObject({});
const verifyOptions = z.strictObject({ logOnly: z.boolean().default(false) });
const replayOptions = z.strictObject({ only: z.array(z.string()).optional() });
const backupOptions = z.strictObject({ destination: z.string().min(1), keys: z.string().min(1).optional() });

/** The log of these engines against its checkpoints, on the stored bytes. */
async function verifyStoredLog({ store, keys, folder }: Engines): Promise<VerificationReport> {
  return verifyLog({
    log: wholeStoredLog(store),
    checkpointFolder: folder.checkpoints,
    publicKey: (await checkpointSigningKey(keys)).publicKey,
    gapless: true,
  });
}

async function verify(office: Office, { logOnly }: z.output<typeof verifyOptions>): Promise<VerifyReport> {
  const log = await verifyStoredLog(office.engines);
  // What cannot be opened cannot be projected either: the findings say why.
  const readModels = logOnly || log.findings.length > 0 ? [] : await office.replay({ swap: false });
  return {
    ok: log.findings.length === 0 && readModels.every(({ equal }) => equal !== false),
    log,
    readModels,
  };
}

/** Verifies a folder that no process holds: the log first, since an office may not even open on a damaged one. */
export async function verifyFolder(
  config: Config,
  openOffice: () => Promise<Office>,
  options: { logOnly: boolean },
): Promise<unknown> {
  const engines = await openEngines(config, new OfficeClock(config.ANJUAN_CLOCK_SHIFT_DAYS));
  const log = await verifyStoredLog(engines).finally(() => engines.close());
  if (options.logOnly || log.findings.length > 0)
    return toJson({ ok: log.findings.length === 0, log, readModels: [] });
  const office = await openOffice();
  try {
    await office.follow();
    return await runOperation(office, 'verify', options);
  } finally {
    await office.stop();
  }
}

/** Rebuilds read models beside the live ones, compares, and swaps them in. @throws on a name that is none */
async function replay(
  office: Office,
  { only }: z.output<typeof replayOptions>,
): Promise<readonly RebuildReport[]> {
  for (const name of only ?? []) office.runner(name);
  return office.replay({ swap: true, only });
}

async function status({ config, engines: { store } }: Office): Promise<StatusReport> {
  return {
    pid: process.pid,
    settings: configSummary(config),
    writer: await store.writerSettings(),
    lastPosition: await store.lastPosition(),
  };
}

const OPERATIONS = {
  status: (office: Office, options: unknown): Promise<StatusReport> => {
    statusOptions.parse(options);
    return status(office);
  },
  verify: (office: Office, options: unknown): Promise<VerifyReport> =>
    verify(office, verifyOptions.parse(options)),
  replay: (office: Office, options: unknown): Promise<readonly RebuildReport[]> =>
    replay(office, replayOptions.parse(options)),
  backup: (office: Office, options: unknown): Promise<BackupReport> =>
    backupOffice(office, backupOptions.parse(options)),
} as const;

export type OperationName = keyof typeof OPERATIONS;

export const isOperationName = (name: string): name is OperationName => Object.hasOwn(OPERATIONS, name);

/** Runs an operation on an office, asked over the socket or by a command line that opened the folder itself. */
export async function runOperation(office: Office, name: OperationName, options: unknown): Promise<unknown> {
  return toJson(await OPERATIONS[name](office, options));
}

/** Positions are big integers; as text they fit JSON. */
const toJson = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, field: unknown) => (typeof field === 'bigint' ? String(field) : field)),
  );
