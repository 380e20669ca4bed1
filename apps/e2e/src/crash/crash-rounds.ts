import { setTimeout as wait } from 'node:timers/promises';
import { type BackOffice, runAnjuan, runServer } from '../harness/back-office';
import type { Offices } from '../harness/offices';
import { awaitApprovals, lostOrTwice } from './after-crash';
import { Load, type SentCase } from './load';

const COUNTERS = 8;
const LONGEST_LOAD_MS = 1_500;
const LONGEST_START_MS = 1_500;
/** Every so many rounds the next start is killed too, in the middle of it. */
const KILLED_START_EVERY = 5;

/** What one round did and found. */
export interface Round {
  readonly round: number;
  readonly killedAfterMs: number;
  readonly acknowledged: number;
  readonly inFlight: number;
  readonly ms: number;
  /** What was lost, happened twice, or was refused. */
  readonly wrong: readonly string[];
}

export interface CrashReport {
  readonly rounds: readonly Round[];
  readonly cases: readonly SentCase[];
  /** Filings whose approval was acknowledged by one context and reached the other. */
  readonly approvals: number;
  readonly verified: { readonly code: number | undefined; readonly text: string };
  /** Runs on the folder that was killed over and over. */
  readonly office: BackOffice;
}

/** Kills an office with SIGKILL under load, round after round on one folder, and checks after each what is left. */
export async function crashRounds(
  offices: Offices,
  rounds: number,
  onRound: (round: Round) => void = () => undefined,
): Promise<CrashReport> {
  const done: Round[] = [];
  const cases: SentCase[] = [];
  let office = await offices.start();
  for (let round = 1; round <= rounds; round++) {
    const began = Date.now();
    const killedAfterMs = Math.round(100 + Math.random() * LONGEST_LOAD_MS);
    const load = await loadUntilKilled(office, killedAfterMs, cases.length);
    if (round % KILLED_START_EVERY === 0) await killDuringStart(office.folder);
    const { acknowledged, sent } = load;
    office = await office.restart();
    const lost = await lostOrTwice(load.cases, await signInAll(office));
    cases.push(...load.cases);
    done.push({
      round,
      killedAfterMs,
      acknowledged,
      inFlight: sent - acknowledged,
      ms: Date.now() - began,
      wrong: [...load.failures, ...lost],
    });
    onRound(done[done.length - 1] as Round);
  }
  const { clerk } = await signInAll(office);
  const approvals = await awaitApprovals(cases, clerk);
  const { code, stdout, stderr } = await runAnjuan(office.folder, ['verify']);
  return { rounds: done, cases, approvals, verified: { code, text: `${stdout}${stderr}` }, office };
}

async function loadUntilKilled(office: BackOffice, ms: number, firstPerson: number): Promise<Load> {
  const load = new Load(await signInAll(office), COUNTERS, firstPerson);
  await wait(ms);
  load.expectCrash();
  await office.kill9();
  await load.stopped();
  return load;
}

async function killDuringStart(folder: string): Promise<void> {
  const program = runServer(folder);
  await wait(Math.random() * LONGEST_START_MS);
  program.kill('SIGKILL');
  await program.ended;
}

const signInAll = async (office: BackOffice) => ({
  clerk: await office.signIn('clerk'),
  reviewer: await office.signIn('reviewer'),
  supervisor: await office.signIn('supervisor'),
});
