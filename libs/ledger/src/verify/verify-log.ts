import { setImmediate } from 'node:timers/promises';
import type { EventStore, StoredEvent } from '@anjuan/event-sourcing';
import { type Checkpoint, isSignedBy } from '../checkpoints/checkpoint';
import { checkpointFiles } from '../checkpoints/checkpoint-folder';
import { ChainCheck } from './chain-check';
import { CoverageCheck } from './coverage-check';
import { type Finding, Findings } from './finding';
import { type CheckedRecord, checkRecord, type LogRecord, placeOf } from './log-record';
import { PositionCheck } from './position-check';
import { signedCheckpoints } from './signed-checkpoints';
import { SignedLeaves } from './signed-leaves';

/** Events between which others may run: a verification of a live office must not hold it up. */
const PAGE = 200;
const LISTED = 1000;
const STALE_AFTER = 10 * 60_000;
/** A log that grew for longer than this has had its first checkpoint. */
const FIRST_DUE = 2 * 60_000;

export interface VerifyOptions {
  /** The whole log in global order: `wholeLog(store)`, or `wholeStoredLog(store)` where an engine shows its text. */
  readonly log: AsyncIterable<LogRecord>;
  readonly checkpointFolder: string;
  /** PEM, from the key store or from paper: not from the folder that is verified. */
  readonly publicKey: string;
  /** True for an engine whose positions have no gaps (embedded), so that an empty one is a finding. */
  readonly gapless?: boolean;
  /** Copies of checkpoints that were kept elsewhere. Only they show that the end of the log and of the folder were cut together. */
  readonly known?: readonly Checkpoint[];
}

export interface VerificationReport {
  readonly eventsRead: number;
  readonly streams: number;
  /** The newest checkpoint that is sound; keep a copy elsewhere. */
  readonly lastCheckpoint: Checkpoint | undefined;
  /** Events at the end of the log that no checkpoint covers yet. */
  readonly tailNotCovered: number;
  /** Empty when the log is as it was written. At most 1000, the rest is counted. */
  readonly findings: readonly Finding[];
  readonly findingsOmitted: number;
}

/**
 * Proves that the log is as it was written, or names what is not. Works on what is stored, before decryption and upcasting, so
 * an erased person changes nothing. Reads everything once, in memory for the streams' heads and for what is wrong.
 * @throws only when the store or the folder cannot be read at all
 */
export async function verifyLog(options: VerifyOptions): Promise<VerificationReport> {
  const findings = new Findings(LISTED);
  const checkpoints = await signedCheckpoints(options.checkpointFolder, options.publicKey, findings);
  const lastCheckpoint = checkpoints.at(-1);
  const known = (options.known ?? []).filter((checkpoint) => isSignedBy(checkpoint, options.publicKey));
  const leaves = new SignedLeaves(
    checkpointFiles(options.checkpointFolder).leaves,
    checkpoints,
    known,
    findings,
  );
  const coverage = new CoverageCheck(leaves, BigInt(lastCheckpoint?.position ?? -1), findings);
  const chain = new ChainCheck(findings);
  const positions = new PositionCheck(options.gapless ?? false, findings);
  let eventsRead = 0;
  let newest: CheckedRecord | undefined;
  for await (const stored of options.log) {
    const record = checkRecord(stored, findings);
    positions.check(record);
    chain.check(record);
    await coverage.check(record);
    newest = record;
    eventsRead += 1;
  }
  positions.finish();
  chain.finish();
  await coverage.finish(chain);
  checkAge(coverage, lastCheckpoint, newest, findings);
  return {
    eventsRead,
    streams: chain.streams,
    lastCheckpoint,
    tailNotCovered: coverage.tailNotCovered,
    findings: findings.list(),
    findingsOmitted: findings.omitted,
  };
}

/** A checkpoint comes every minute: an event that others followed for long should have been covered. */
function checkAge(
  { firstNotCovered, tailNotCovered }: CoverageCheck,
  last: Checkpoint | undefined,
  newest: CheckedRecord | undefined,
  findings: Findings,
): void {
  if (!firstNotCovered) return;
  const age = Date.parse(newest?.recordedAt ?? '') - Date.parse(firstNotCovered.recordedAt ?? '');
  const minutes = Math.floor(age / 60_000);
  const detail = `${tailNotCovered} 个事件未覆盖 / ${tailNotCovered} events over ${minutes} minutes are not covered`;
  if (last && age > STALE_AFTER) findings.add('checkpoint-stale', placeOf(firstNotCovered), detail);
  if (!last && !(age <= FIRST_DUE)) findings.add('checkpoints-missing', {}, detail);
}

/** All events up to the end that the log has when reading begins. */
export async function* wholeLog(store: EventStore): AsyncGenerator<StoredEvent> {
  const end = await store.lastPosition();
  for (let after = -1n; after < end; ) {
    const page = await store.readAll({ after, limit: PAGE });
    for (const event of page) if (event.position <= end) yield event;
    after = page.at(-1)?.position ?? end;
    await setImmediate();
  }
}

/** What an engine must show for its text to be verified byte by byte; the embedded store has it. */
export interface StoredTextSource {
  lastPosition(): Promise<bigint>;
  readStoredBytes(options: { after?: bigint; limit?: number }): readonly LogRecord[];
}

/** The same as `wholeLog`, as the text on disk. */
export async function* wholeStoredLog(store: StoredTextSource): AsyncGenerator<LogRecord> {
  const end = await store.lastPosition();
  for (let after = -1n; after < end; ) {
    const page = store.readStoredBytes({ after, limit: PAGE });
    for (const record of page) if (BigInt(record.position) <= end) yield record;
    after = BigInt(page.at(-1)?.position ?? end);
    await setImmediate();
  }
}
