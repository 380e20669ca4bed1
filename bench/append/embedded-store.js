const { openEmbeddedEventStore } = require('@anjuan/embedded');
const { uuidv7 } = require('./load');

/**
 * The embedded event store with exact revisions, as the office appends: each writer works on one filing after another.
 * @param eventsPerStream events of a filing, from draft to expiry
 */
async function openStore(folder, eventsPerStream = 12) {
  const store = await openEmbeddedEventStore({ folder });
  const current = new Map();
  return {
    name: 'embedded event store',
    append: async (writer, event) => {
      const { stream, expected } = current.get(writer) ?? { stream: `filing-${uuidv7()}`, expected: -1 };
      await store.append([{ stream, event }], [{ stream, expected }]);
      if (expected + 2 < eventsPerStream) current.set(writer, { stream, expected: expected + 1 });
      else current.delete(writer);
    },
    stored: async () => Number(await store.lastPosition()) + 1,
    close: () => store.close(),
  };
}

module.exports = { openStore };
