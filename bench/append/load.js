const { randomFillSync } = require('node:crypto');
const { monitorEventLoopDelay, performance } = require('node:perf_hooks');

const random = Buffer.alloc(10 * 1024);
let used = random.length;

/** Ten random bytes as hexadecimal; drawn many at a time, so that the measurement is not one of the generator. */
function randomHex() {
  if (used === random.length) {
    randomFillSync(random);
    used = 0;
  }
  used += 10;
  return random.toString('hex', used - 10, used);
}

/** A UUIDv7: ids that rise with time keep the id index compact, as in production. */
function uuidv7() {
  const time = Date.now().toString(16).padStart(12, '0');
  const tail = randomHex();
  return `${time.slice(0, 8)}-${time.slice(8)}-7${tail.slice(0, 3)}-a${tail.slice(3, 6)}-${tail.slice(6, 18)}`;
}

const DATA = {
  filingId: '0197f3c2-6a5e-7d10-9b6e-2f1d3c4b5a69',
  insuredRegion: '350200',
  treatmentRegion: '310000',
  kind: 'resident-elsewhere',
  materials: ['id-card', 'residence-permit', 'commitment-letter'],
  note: '异地长期居住人员备案，参保地厦门，就医地上海。'.repeat(6),
};
const METADATA = {
  schemaVersion: '1',
  $correlationId: '0197f3c2-6a5e-7d10-9b6e-2f1d3c4b5a60',
  recordedAt: '2026-01-05T01:30:00.000Z',
  actor: 'clerk-0012',
  hash: 'f'.repeat(64),
};

/** One event of about 580 bytes of data and 240 of metadata. */
const newEvent = () => ({ id: uuidv7(), type: 'FilingSubmitted', data: DATA, metadata: METADATA });

const quantile = (sorted, q) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;

/**
 * Lets `writers` append in a loop for a time, each event after the one before was
 * acknowledged.
 * @returns appends per second, latency and event-loop delay in milliseconds
 */
async function runSlice(target, writers, milliseconds) {
  const latencies = [];
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const start = performance.now();
  const end = start + milliseconds;
  delay.enable();
  const writer = async (index) => {
    for (let sent = performance.now(); sent < end; ) {
      await target.append(index, newEvent());
      const acknowledged = performance.now();
      latencies.push(acknowledged - sent);
      sent = acknowledged;
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, index) => writer(index)));
  delay.disable();
  const seconds = (performance.now() - start) / 1000;
  latencies.sort((a, b) => a - b);
  return {
    rate: latencies.length / seconds,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    loopP99: delay.percentile(99) / 1e6,
    acknowledged: latencies.length,
  };
}

module.exports = { runSlice, uuidv7 };
