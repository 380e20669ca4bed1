/**
 * Commands per second over HTTP of a whole office (authentication, access, validation, idempotency key, decider, hash
 * chain, one encrypted field, read models, request log) against bare Fastify that checks the same body and appends one
 * event to the same store. Each is a process of its own; slices alternate.
 *
 *   npx tsc -b && npm run http-command -- [cycles] [seconds per slice] [folder]
 */
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { startProcess } = require('../tools/served-process');
const { column, median, ratioLine, say } = require('../tools/statistics');
const { bookFor } = require('./load');

const [cycles, seconds] = [Number(process.argv[2] ?? 9), Number(process.argv[3] ?? 2)];
const CONNECTIONS = [64, 20];

async function measure(server, connections) {
  await server.ask('begin');
  const slice = await bookFor(seconds, server.ready, connections);
  const { cpuMs, loopP99 } = await server.ask('end');
  return { ...slice, cpuUs: (cpuMs * 1000) / slice.sent, loopP99 };
}

async function measureAll(servers) {
  const slices = [];
  for (const { server } of servers) await bookFor(10, server.ready, 64);
  for (let cycle = 0; cycle < cycles; cycle++) {
    for (const connections of CONNECTIONS) {
      for (const { name, server } of cycle % 2 === 0 ? servers : [...servers].reverse()) {
        slices.push({ name, connections, ...(await measure(server, connections)) });
      }
    }
  }
  return slices;
}

function report(slices) {
  say(`${'server'.padEnd(14)} connections    per s    p50 ms    p99 ms  loop p99  CPU us/request`);
  for (const connections of CONNECTIONS) {
    const of = (name) => slices.filter((slice) => slice.connections === connections && slice.name === name);
    for (const name of ['bare Fastify', 'office']) {
      const middle = (key) => median(of(name).map((slice) => slice[key]));
      const numbers = [
        column(middle('rate')),
        ...['p50', 'p99', 'loopP99', 'cpuUs'].map((key) => column(middle(key), 1)),
      ];
      say(`${name.padEnd(14)} ${String(connections).padStart(11)} ${numbers.join(' ')}`);
    }
    const bare = of('bare Fastify');
    const ratios = (key) => of('office').map((slice, index) => slice[key] / bare[index][key]);
    say(ratioLine('rate, office / bare', ratios('rate')));
    say(
      ratioLine(
        'CPU, bare / office',
        ratios('cpuUs').map((ratio) => 1 / ratio),
      ),
    );
  }
}

async function main() {
  const folder = mkdtempSync(join(process.argv[4] ?? tmpdir(), 'anjuan-bench-'));
  const start = (script) =>
    startProcess(join(__dirname, script), [join(folder, script)], join(folder, `${script}.log`));
  const servers = [
    { name: 'bare Fastify', server: await start('bare-server.js') },
    { name: 'office', server: await start('office-server.js') },
  ];
  try {
    report(await measureAll(servers));
  } finally {
    for (const { server } of servers) await server.stop();
    rmSync(folder, { recursive: true });
  }
}

main();
