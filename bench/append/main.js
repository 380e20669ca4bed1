/**
 * Durable appends per second of the embedded event store, against a peer (LMDB) and the floor (a bare file with one
 * fdatasync for all that wait), in slices that alternate within one run, so that all meet the same disk and neighbours.
 *
 *   npx tsc -b && npm run append -- [cycles] [milliseconds per slice] [events per stream] [folder]
 */
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { column, median, ratioLine, say } = require('../tools/statistics');
const { openStore } = require('./embedded-store');
const { openLmdbStore } = require('./lmdb-store');
const { runSlice } = require('./load');
const { openRawLog } = require('./raw-log');

const [cycles, milliseconds] = [Number(process.argv[2] ?? 15), Number(process.argv[3] ?? 350)];
const eventsPerStream = Number(process.argv[4] ?? 12);
const WRITERS = [64, 1];

async function measure(targets) {
  const slices = [];
  for (const target of targets) for (const writers of WRITERS) await runSlice(target, writers, milliseconds);
  for (let cycle = 0; cycle < cycles; cycle++) {
    for (const writers of WRITERS) {
      const order = cycle % 2 === 0 ? targets : [...targets].reverse();
      for (const target of order) {
        slices.push({ cycle, writers, target, ...(await runSlice(target, writers, milliseconds)) });
      }
    }
  }
  return slices;
}

function report(slices, [store, peer, floor]) {
  say(`${'target'.padEnd(27)} writers    per s    p50 ms    p99 ms  loop p99`);
  for (const writers of WRITERS) {
    const of = (target) => slices.filter((slice) => slice.writers === writers && slice.target === target);
    for (const target of [floor, peer, store]) {
      const middle = (key) => median(of(target).map((slice) => slice[key]));
      const times = ['p50', 'p99', 'loopP99'].map((key) => column(middle(key), 2));
      say(
        [target.name.padEnd(27), String(writers).padStart(7), column(middle('rate'), 0, 8), ...times].join(
          ' ',
        ),
      );
    }
    for (const [name, other] of [
      ['floor', floor],
      ['peer', peer],
    ]) {
      say(
        ratioLine(
          `store / ${name}`,
          of(store).map(({ rate }, index) => rate / of(other)[index].rate),
        ),
      );
    }
  }
}

async function main() {
  const folder = mkdtempSync(join(process.argv[5] ?? tmpdir(), 'anjuan-bench-'));
  const store = await openStore(join(folder, 'store'), eventsPerStream);
  const peer = await openLmdbStore(join(folder, 'lmdb'), eventsPerStream);
  const floor = await openRawLog(join(folder, 'raw.log'));
  const targets = [store, peer, floor];
  try {
    report(await measure(targets), targets);
    say(`events stored: ${await store.stored()}`);
  } finally {
    for (const target of targets) await target.close();
    rmSync(folder, { recursive: true });
  }
}

main();
