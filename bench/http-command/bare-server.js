/** Bare Fastify: checks the body against the same rules and appends one event to the same store; nothing else. */
const Fastify = require('fastify');
const { openEmbeddedEventStore } = require('@anjuan/embedded');
const { uuidv7 } = require('../append/load');
const { answerMeter } = require('../tools/process-meter');
const { bookingJsonSchema, courtJsonSchema } = require('./booking');

async function main() {
  const store = await openEmbeddedEventStore({ folder: process.argv[2] });
  const app = Fastify();
  const schema = { body: bookingJsonSchema, params: courtJsonSchema };
  app.post('/api/courts/:courtId/bookings', { schema }, async (request, reply) => {
    const { courtId } = request.params;
    const { hour } = request.body;
    const stream = `court-${courtId}`;
    const recordedAt = new Date().toISOString();
    const metadata = { schemaVersion: '1', recordedAt, $correlationId: request.id };
    const event = { id: uuidv7(), type: 'CourtBooked', data: { courtId, ...request.body }, metadata };
    const { position } = await store.append([{ stream, event }], [{ stream, expected: hour - 1 }]);
    reply.header('etag', `"${hour}"`);
    return { id: courtId, revision: hour, position: String(position) };
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  answerMeter(async () => {
    await app.close();
    await store.close();
  });
  process.send({ url, headers: {} });
}

main();
