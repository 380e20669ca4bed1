const { openEmbeddedEventStore } = require('@anjuan/embedded');

/** The embedded event store with exact revisions, as the office appends. */
async function openStore(folder) {
  const store = await openEmbeddedEventStore({ folder });
  const revisions = new Map();
  return {
    name: 'embedded event store',
    append: async (index, event) => {
      const stream = `filing-${index}`;
      const expected = revisions.get(stream) ?? -1;
      const result = await store.append([{ stream, event }], [{ stream, expected }]);
      revisions.set(stream, result.revisions.get(stream));
    },
    stored: async () => Number(await store.lastPosition()) + 1,
    close: () => store.close(),
  };
}

module.exports = { openStore };
