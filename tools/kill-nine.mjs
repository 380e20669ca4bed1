#!/usr/bin/env node
// Kills the back office with SIGKILL under load, on one data folder, and checks after each round that every acknowledged
// command is there and none happened twice; `anjuan verify` at the end. Needs a build (npm run build).
//
//   node tools/kill-nine.mjs [rounds=50]

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { crashRounds } = require('../apps/e2e/dist/crash/crash-rounds.js');
const { Offices } = require('../apps/e2e/dist/harness/offices.js');

const rounds = Number((process.argv[2] ?? '50').replace('rounds=', ''));
if (!Number.isInteger(rounds) || rounds < 1) {
  process.stderr.write('usage: node tools/kill-nine.mjs [rounds=50]\n');
  process.exit(2);
}

const offices = new Offices();
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => void offices.close().finally(() => process.exit(1)));
}
try {
  const report = await crashRounds(
    offices,
    rounds,
    ({ round, killedAfterMs, acknowledged, inFlight, ms, wrong }) => {
      process.stdout.write(
        `round ${round}: killed after ${killedAfterMs} ms, ${acknowledged} acknowledged, ${inFlight} in flight, ${ms} ms in all\n`,
      );
      for (const what of wrong) process.stdout.write(`  ✗ ${what}\n`);
    },
  );
  const wrong = report.rounds.flatMap((round) => round.wrong);
  const acknowledged = report.rounds.reduce((sum, round) => sum + round.acknowledged, 0);
  process.stdout.write(`${report.verified.text}\n`);
  process.stdout.write(
    `${acknowledged} acknowledged commands over ${rounds} rounds, ${report.approvals} approvals arrived, ${wrong.length} findings\n`,
  );
  process.exitCode = wrong.length === 0 && report.verified.code === 0 ? 0 : 1;
} finally {
  await offices.close();
}
