const { open } = require('lmdb');
const { uuidv7 } = require('./load');

/**
 * A peer: an event store on LMDB as one would write it, with the same promises: the revision is checked, an event id is
 * written once, every event has a position, and an append is acknowledged after the fsync that it shares with others.
 * @param eventsPerStream events of a filing, from draft to expiry
 */
async function openLmdbStore(folder, eventsPerStream = 12) {
  const root = open({ path: folder, overlappingSync: false, maxDbs: 4 });
  const [events, ids, streams] = ['events', 'ids', 'streams'].map((name) =>
    root.openDB({ name, encoding: name === 'events' ? 'json' : 'msgpack' }),
  );
  const current = new Map();
  let last = -1;

  const append = (stream, expected, event) =>
    root.transaction(() => {
      if ((streams.get(stream) ?? -1) !== expected) throw new Error(`${stream} is not at ${expected}`);
      if (ids.doesExist(event.id)) throw new Error(`${event.id} is stored`);
      last += 1;
      events.put(last, { ...event, stream, revision: expected + 1 });
      ids.put(event.id, last);
      streams.put(stream, expected + 1);
    });

  return {
    name: 'LMDB, batched commits',
    append: async (writer, event) => {
      const { stream, expected } = current.get(writer) ?? { stream: `filing-${uuidv7()}`, expected: -1 };
      await append(stream, expected, event);
      if (expected + 2 < eventsPerStream) current.set(writer, { stream, expected: expected + 1 });
      else current.delete(writer);
    },
    stored: async () => events.getCount(),
    close: () => root.close(),
  };
}

module.exports = { openLmdbStore };
