/**
 * Events per second of rebuilding a read model beside the live one, against a raw scan of the log (every event read and
 * its JSON parsed). Two logs: plain events, and half of them with an encrypted field. Scans and rebuilds alternate.
 *
 *   npx tsc -b && npm run rebuild -- [events] [cycles] [folder]
 */
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { monitorEventLoopDelay, performance } = require('node:perf_hooks');
const { ProjectionRunner, rebuild } = require('@anjuan/event-sourcing');
const { checkpointSigningKey, verifyLog, wholeStoredLog } = require('@anjuan/ledger');
const { column, median, ratioLine, say } = require('../tools/statistics');
const { fillLog, openClub } = require('./club-log');

const [events, cycles] = [Number(process.argv[2] ?? 1_000_000), Number(process.argv[3] ?? 3)];
const PAGE = 1_000;

/** Runs and measures work on `count` events. */
async function timed(work) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const start = performance.now();
  delay.enable();
  const count = await work();
  delay.disable();
  return {
    rate: (count / (performance.now() - start)) * 1000,
    loopP99: delay.percentile(99) / 1e6,
    loopMax: delay.max / 1e6,
  };
}

async function scan({ store }) {
  let [after, count] = [-1n, 0];
  for (;;) {
    const page = await store.readAll({ after, limit: PAGE });
    if (page.length === 0) return count;
    count += page.length;
    after = page.at(-1).position;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Reads of the live model that go on while it is rebuilt. @returns how to end them, and what they took in milliseconds */
function readMeanwhile(model) {
  let over = false;
  const took = [];
  const reading = (async () => {
    while (!over) {
      const start = performance.now();
      await model.find({ filter: { club: { eq: 'club-3' } }, limit: 50 });
      took.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  return async () => {
    over = true;
    await reading;
    return took.sort((a, b) => a - b);
  };
}

async function rebuildOnce(club, runner) {
  const endReads = readMeanwhile(runner.readModel);
  const measured = await timed(async () => {
    const report = await rebuild(runner, club, { swap: true });
    if (!report.equal) throw new Error(`the rebuilt rows differ: ${report.differing}`);
    return report.events;
  });
  const reads = await endReads();
  return { ...measured, reads: reads.length, readP99: reads[Math.floor(reads.length * 0.99)] };
}

async function measure(club) {
  const live = await club.models.live(club.projection);
  const runner = new ProjectionRunner(club.projection, live, club.store, club.feed);
  const first = await timed(async () => {
    await runner.start();
    return events;
  });
  say(
    `  first catch-up of the live one: ${column(first.rate)} events/s, loop delay p99 ${first.loopP99.toFixed(1)} ms`,
  );
  const rounds = [];
  for (let cycle = 0; cycle < cycles; cycle++) {
    rounds.push({ scan: await timed(() => scan(club)), rebuild: await rebuildOnce(club, runner) });
  }
  await runner.stop();
  return rounds;
}

function report(rounds) {
  const middle = (of) => median(rounds.map(of));
  say(`  raw scan     ${column(middle((round) => round.scan.rate))} events/s`);
  say(`  rebuild      ${column(middle((round) => round.rebuild.rate))} events/s, compared and swapped`);
  say(
    ratioLine(
      'rebuild / raw scan',
      rounds.map((round) => round.rebuild.rate / round.scan.rate),
    ),
  );
  const { readP99, loopP99, loopMax, reads } = rounds.at(-1).rebuild;
  say(
    `  meanwhile    loop delay p99 ${loopP99.toFixed(1)} ms (max ${loopMax.toFixed(0)}); ${reads} reads, p99 ${readP99.toFixed(1)} ms`,
  );
}

async function verify({ store, keys, checkpoints, checkpointFolder }) {
  const signing = await timed(async () => {
    await checkpoints.takeCheckpoint();
    return events;
  });
  const { publicKey } = await checkpointSigningKey(keys);
  let findings = 0;
  const { rate, loopP99 } = await timed(async () => {
    const report = await verifyLog({
      log: wholeStoredLog(store),
      checkpointFolder,
      publicKey,
      gapless: true,
    });
    findings = report.findings.length;
    return report.eventsRead;
  });
  say(`  checkpoint   ${column(signing.rate)} events/s`);
  say(
    `  verify       ${column(rate)} events/s, loop delay p99 ${loopP99.toFixed(1)} ms, ${findings} findings`,
  );
}

async function main() {
  const folder = mkdtempSync(join(process.argv[4] ?? tmpdir(), 'anjuan-bench-'));
  try {
    for (const encrypted of [false, true]) {
      const club = await openClub(join(folder, String(encrypted)), encrypted);
      say(encrypted ? 'half of the events with an encrypted field' : 'plain events');
      const { rate, written } = await fillLog(club, events);
      say(`  written      ${column(rate)} events/s, ${written} events`);
      report(await measure(club));
      await verify(club);
      await club.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

main();
