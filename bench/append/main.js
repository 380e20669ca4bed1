/**
 * Appends per second of the embedded event store against the floor of a bare file, in slices that alternate within one
 * run, so that both meet the same disk and the same neighbours.
 *
 *   npx tsc -b && node bench/append/main.js [cycles] [milliseconds per slice] [events per stream] [folder]
 */
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { openStore } = require('./embedded-store');
const { runSlice } = require('./load');
const { openRawLog } = require('./raw-log');

const [cycles, milliseconds] = [Number(process.argv[2] ?? 15), Number(process.argv[3] ?? 350)];
const eventsPerStream = Number(process.argv[4] ?? 12);
const WRITERS = [64, 1];

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const show = (value, digits = 0) => value.toFixed(digits).padStart(9);
const say = (line) => process.stdout.write(`${line}\n`);

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

function report(slices, [store, floor]) {
  say(`${'target'.padEnd(27)} writers   per s    p50 ms    p99 ms  loop p99`);
  for (const writers of WRITERS) {
    const of = (target) => slices.filter((slice) => slice.writers === writers && slice.target === target);
    for (const target of [floor, store]) {
      const column = (key) => median(of(target).map((slice) => slice[key]));
      const numbers =
        show(column('rate')) + ['p50', 'p99', 'loopP99'].map((key) => show(column(key), 2)).join(' ');
      say(`${target.name.padEnd(27)} ${String(writers).padStart(5)} ${numbers}`);
    }
    const ratios = of(store).map(({ rate }, index) => rate / of(floor)[index].rate);
    const [low, high] = [Math.min(...ratios), Math.max(...ratios)].map((ratio) => ratio.toFixed(2));
    say(
      `  ratio store / floor: median ${median(ratios).toFixed(3)} (${low} to ${high}, ${ratios.length} cycles)`,
    );
  }
}

async function main() {
  const folder = mkdtempSync(join(process.argv[5] ?? tmpdir(), 'anjuan-bench-'));
  const store = await openStore(join(folder, 'store'), eventsPerStream);
  const floor = await openRawLog(join(folder, 'raw.log'));
  try {
    report(await measure([store, floor]), [store, floor]);
    say(`events stored: ${await store.stored()}`);
  } finally {
    await store.close();
    await floor.close();
    rmSync(folder, { recursive: true });
  }
}

main();
