const { open } = require('node:fs/promises');

/**
 * The floor: a bare file, appended to in groups with one fdatasync for all that queued during the last one. No index, no
 * check, no repeat detection; nothing durable with group commit can be much faster.
 */
async function openRawLog(path) {
  const file = await open(path, 'a');
  let queue = [];
  let busy = false;

  async function drain() {
    busy = true;
    while (queue.length > 0) {
      const group = queue;
      queue = [];
      await file.write(group.map(({ line }) => line).join(''));
      await file.datasync();
      for (const { resolve } of group) resolve();
    }
    busy = false;
  }

  return {
    name: 'raw file, group fdatasync',
    append: (stream, event) =>
      new Promise((resolve) => {
        const { id, type, data, metadata } = event;
        queue.push({
          line: `${stream} ${id} ${type} ${JSON.stringify(data)} ${JSON.stringify(metadata)}\n`,
          resolve,
        });
        if (!busy) {
          busy = true;
          setImmediate(drain);
        }
      }),
    stored: async () => undefined,
    close: () => file.close(),
  };
}

module.exports = { openRawLog };
