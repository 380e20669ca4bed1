const autocannon = require('autocannon');
const { randomUUID } = require('node:crypto');
const { uuidv7 } = require('../append/load');
const { BODIES, HOURS } = require('./booking');

/** The next request of a connection: each books one court after another, hour by hour. */
function nextBooking(request, context) {
  if (context.courtId === undefined || context.hour === HOURS) {
    context.courtId = uuidv7();
    context.hour = 0;
  }
  const body = BODIES[context.hour++];
  const path = `/api/courts/${context.courtId}/bookings`;
  return { ...request, path, body, headers: { ...request.headers, 'idempotency-key': randomUUID() } };
}

/**
 * Sends bookings for some seconds.
 * @returns requests per second, latency in milliseconds
 * @throws when one was not answered with success
 */
async function bookFor(seconds, { url, headers }, connections) {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    headers: { ...headers, 'content-type': 'application/json' },
    requests: [{ method: 'POST', path: '/', setupRequest: nextBooking }],
  });
  const { errors, timeouts, non2xx, latency } = result;
  if (errors + timeouts + non2xx > 0) {
    throw new Error(
      `${url}: ${errors} errors, ${timeouts} timeouts, statuses ${JSON.stringify(result.statusCodeStats)}`,
    );
  }
  return { sent: result['2xx'], rate: result['2xx'] / result.duration, p50: latency.p50, p99: latency.p99 };
}

module.exports = { bookFor };
