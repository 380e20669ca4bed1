const { join } = require('node:path');
const { openEmbeddedEventStore, openEmbeddedKeyStore, openEmbeddedReadModels } = require('@anjuan/embedded');
const { LogFeed } = require('@anjuan/event-sourcing');
const { CheckpointLog, openEventLog } = require('@anjuan/ledger');
const { uuidv7 } = require('../append/load');
const { lifeOf, members, membership } = require('./membership');

/** Members whose events are written side by side, so that the streams interleave as cases do. */
const SIDE_BY_SIDE = 64;

/** Store, keys, log and read models of a folder, as an office opens them. */
async function openClub(folder, encrypted) {
  const clock = { now: () => new Date().toISOString() };
  const store = await openEmbeddedEventStore({ folder: join(folder, 'log') });
  const keys = openEmbeddedKeyStore({ folder: join(folder, 'keys'), clock });
  const models = openEmbeddedReadModels({ folder: join(folder, 'read-models') });
  const model = membership(encrypted ? 'secretMember' : 'member', encrypted);
  const log = openEventLog({ store, keys, models: [model], hashAlgorithm: 'sha256', cipher: 'aes-256-gcm' });
  const checkpointFolder = join(folder, 'checkpoints');
  const checkpoints = await CheckpointLog.open({
    store,
    keys,
    clock,
    folder: checkpointFolder,
    hashAlgorithm: 'sha256',
  });
  return {
    store,
    keys,
    models,
    log,
    feed: new LogFeed(log, []),
    category: model.category,
    projection: members(model.category),
    checkpoints,
    checkpointFolder,
    close: async () => {
      for (const part of [models, store, keys]) await part.close();
    },
  };
}

/** One member's life, three events to an append, hashed and, where the category says so, encrypted. */
async function writeMember({ log, category }, n) {
  const memberId = uuidv7();
  const stream = `${category}-${memberId}`;
  const life = lifeOf(memberId, n);
  let head = { stream, revision: -1, hash: '' };
  for (let at = 0; at < life.length; at += 3) {
    const events = life.slice(at, at + 3).map((event) => ({ stream, event, keyId: memberId }));
    const context = { metadata: { actorId: 'bench' }, recordedAt: new Date().toISOString() };
    await log.append(events, [head], context);
    head = (await log.load(stream)).head;
  }
  return life.length;
}

/** Writes members side by side until there are so many events. @returns events per second */
async function fillLog(club, events) {
  let [members, written] = [0, 0];
  const start = performance.now();
  const writer = async () => {
    while (written < events) {
      const count = await writeMember(club, members++);
      written += count;
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, writer));
  return { written, rate: (written / (performance.now() - start)) * 1000 };
}

module.exports = { fillLog, openClub };
