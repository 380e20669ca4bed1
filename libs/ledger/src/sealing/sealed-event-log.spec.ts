import {
  AppendRefused,
  defineEvents,
  ERASED,
  event,
  KeyDestroyed,
  personal,
  RevisionConflict,
  type StoredEvent,
} from '@anjuan/event-sourcing';
import { z } from 'zod';
import type { CipherName } from '../crypto/cipher';
import { digest, type HashAlgorithm } from '../crypto/hash-algorithm';
import { booked, type Club, joined, openClub, paid } from '../fixtures/tennis-club.fixture';
import { eventHash } from './event-hash';

const settings: readonly [HashAlgorithm, CipherName][] = [
  ['sha256', 'aes-256-gcm'],
  ['sm3', 'sm4-ctr-hmac-sm3'],
];

async function firstStored(club: Club, stream: string): Promise<StoredEvent> {
  const [first] = await club.store.readStream(stream);
  if (!first) throw new Error(`${stream} is empty`);
  return first;
}

describe.each(settings)('an event log with %s and %s', (hashAlgorithm, cipher) => {
  let club: Club;
  beforeEach(async () => {
    club = await openClub({ hashAlgorithm, cipher });
  });
  afterEach(() => club.close());

  it('stores personal fields as ciphertext and gives them back in plain text', async () => {
    const data = { name: '张三', phone: null, contacts: [{ name: '李四', relation: 'friend' }] };
    await club.record('membership-1', { type: 'MemberJoined', data });
    const stored = await firstStored(club, 'membership-1');
    expect(JSON.stringify(stored.data)).not.toMatch(/张三|李四/);
    expect(stored.data).toMatchObject({ phone: null, contacts: [{ relation: 'friend' }] });
    expect(stored.metadata).toMatchObject({
      keyId: 'membership-1',
      cipher,
      personal: 'name contacts/0/name',
    });
    const { events } = await club.log.load('membership-1');
    expect(events[0]?.event.data).toEqual(data);
    expect(events[0]?.meta).toMatchObject({
      streamId: '1',
      revision: 0,
      actorId: 'clerk-1',
      effectiveOn: '2026-01-05',
    });
  });

  it('chains each event to the one before, also within one append', async () => {
    await club.record('membership-1', joined('张三'), paid(100));
    await club.record('membership-1', paid(200));
    const stored = await club.store.readStream('membership-1');
    expect(stored.map(({ metadata }) => metadata.previousHash)).toEqual([
      '0'.repeat(64),
      stored[0]?.metadata.hash,
      stored[1]?.metadata.hash,
    ]);
    for (const one of stored) {
      expect(one.metadata.hashAlgorithm).toBe(hashAlgorithm);
      expect(one.metadata.hash).toBe(eventHash(hashAlgorithm, one));
    }
  });

  it('reads nothing but the placeholder once the key is destroyed, and the hash still holds', async () => {
    await club.record('membership-1', joined('张三'));
    await club.keys.destroy(['membership-1']);
    const { events } = await club.log.load('membership-1');
    expect(events[0]?.event.data).toEqual({ name: ERASED });
    const stored = await firstStored(club, 'membership-1');
    expect(stored.metadata.hash).toBe(eventHash(hashAlgorithm, stored));
    await expect(club.record('membership-1', joined('张三'))).rejects.toBeInstanceOf(KeyDestroyed);
  });

  it('opens a ciphertext in its own event and field only', async () => {
    await club.record('membership-1', {
      type: 'MemberJoined',
      data: { name: '张三', contacts: [{ name: '李四', relation: 'friend' }] },
    });
    await club.record('membership-1', joined('王五'));
    const [first, second] = await club.store.readStream('membership-1');
    if (!first || !second) throw new Error('two events expected');
    const message =
      'membership-1@0: the personal field name cannot be read: the ciphertext does not authenticate';
    const other = JSON.parse(
      JSON.stringify(first.data).replace(/^.*"contacts":\[\{"name":"([^"]+)".*$/, '"$1"'),
    );
    const nameOf = (stored: StoredEvent) => club.log.open(stored).event.data.name;
    expect(() => nameOf({ ...first, data: { ...first.data, name: other } })).toThrow(message);
    expect(() => nameOf({ ...first, data: { ...first.data, name: second.data.name ?? '' } })).toThrow(
      message,
    );
    expect(() => nameOf({ ...first, id: second.id })).toThrow(message);
    expect(club.log.open(first).event.data).toMatchObject({ name: '张三' });
  });
});

describe('an event log', () => {
  let club: Club;
  beforeEach(async () => {
    club = await openClub();
  });
  afterEach(() => club.close());
  const context = { metadata: {}, recordedAt: '2026-01-05T17:00:00.000Z' };
  const head = (stream: string, revision = -1) => ({ stream, revision, hash: '' });

  it('hashes the canonical JSON of what is stored, independent of this code', async () => {
    await club.record('court-1', booked('Centre 中央'));
    const { id, data, metadata } = await firstStored(club, 'court-1');
    const { hash, ...rest } = metadata;
    const fields = Object.keys(rest).sort();
    const text =
      `{"data":{"court":"Centre 中央","hours":1.5},"id":"${id}",` +
      `"metadata":{${fields.map((name) => `"${name}":"${rest[name]}"`).join(',')}},` +
      '"revision":0,"stream":"court-1","type":"CourtBooked"}';
    expect(data).toEqual({ court: 'Centre 中央', hours: 1.5 });
    expect(fields).toEqual([
      'actorId',
      'effectiveOn',
      'hashAlgorithm',
      'previousHash',
      'recordedAt',
      'schemaVersion',
    ]);
    expect(hash).toBe(digest('sha256', text).toString('hex'));
  });

  it('keeps the facets of a decision and dates it by the day in China', async () => {
    const facets = { policyDigest: 'p1', evidence: ['e1', 'e2'], reasonCode: 'R01' };
    const events = [
      { stream: 'court-1', event: { ...booked('A'), facets } },
      { stream: 'court-1', event: { ...booked('B'), facets: { effectiveOn: '2025-12-31' } } },
    ];
    await club.log.append(events, [head('court-1')], context);
    const opened = (await club.log.load('court-1')).events;
    expect(opened.map((one) => one.event.facets)).toEqual([
      { ...facets, effectiveOn: '2026-01-06' },
      { effectiveOn: '2025-12-31' },
    ]);
    expect(opened[1]?.meta.effectiveOn).toBe('2025-12-31');
  });

  it('checks every head, also of streams that are not written', async () => {
    await club.record('court-1', booked('A'));
    const heads = [head('court-2'), head('court-1')];
    const append = club.log.append([{ stream: 'court-2', event: booked('B') }], heads, context);
    await expect(append).rejects.toBeInstanceOf(RevisionConflict);
    expect(await club.store.readStream('court-2')).toEqual([]);
  });

  it('refuses what breaks a declaration, and writes nothing', async () => {
    const refused = (stream: string, one: { type: string; data: object }, more = {}) =>
      expect(
        club.log.append(
          [{ stream, event: JSON.parse(JSON.stringify(one)), ...more }],
          [head(stream)],
          context,
        ),
      ).rejects;
    await refused('court-1', { type: 'CourtBooked', data: { court: 1, hours: 1 } }).toThrow(
      'court-1: CourtBooked breaks its schema: court',
    );
    await refused('court-1', { type: 'CourtBooked', data: { court: 'A', hours: 1, name: '张三' } }).toThrow(
      'Unrecognized key',
    );
    await refused('court-1', { type: 'Unknown', data: {} }).toThrow('declares no event Unknown');
    await refused('other-1', { type: 'CourtBooked', data: {} }).toThrow('declares no event');
    await refused('membership-1', joined('张三')).toThrow('has personal fields but names no key');
    await expect(
      club.log.append([{ stream: 'court-1', event: booked('A') }], [], context),
    ).rejects.toBeInstanceOf(AppendRefused);
    const forged = { ...context, metadata: { hash: 'x' } };
    await expect(
      club.log.append([{ stream: 'court-1', event: booked('A') }], [head('court-1')], forged),
    ).rejects.toThrow('the metadata hash is written by the log itself');
    expect(await club.store.lastPosition()).toBe(-1n);
  });

  it('refuses data that a schema would silently drop', async () => {
    const loose = {
      category: 'loose',
      events: defineEvents({ Said: event(z.object({ text: z.string() })) }),
    };
    const log = club.reopenLog({ models: [loose] });
    const said = { type: 'Said', data: { text: 'a', name: '张三' } };
    await expect(
      log.append([{ stream: 'loose-1', event: said }], [head('loose-1')], context),
    ).rejects.toThrow('the data hold fields or values it does not declare');
  });

  it('gives a stored event in today’s version, with fields that moved and fields that became personal', async () => {
    const one = defineEvents({
      Joined: event(z.strictObject({ name: personal(z.string()), town: z.string() })),
    });
    const two = defineEvents({
      Joined: event(
        z.strictObject({
          person: z.strictObject({ name: personal(z.string()) }),
          town: personal(z.string()),
        }),
        {
          version: 2,
          upcasters: { 1: ({ name = null, town = null }) => ({ person: { name }, town }) },
        },
      ),
    });
    const before = club.reopenLog({ models: [{ category: 'old', events: one }] });
    const record = {
      stream: 'old-1',
      event: { type: 'Joined', data: { name: '张三', town: '厦门' } },
      keyId: 'k',
    };
    await before.append([record], [head('old-1')], context);
    const stored = await firstStored(club, 'old-1');
    const now = club.reopenLog({ models: [{ category: 'old', events: two }] });
    expect(now.open(stored).event.data).toEqual({ person: { name: '张三' }, town: '厦门' });
    expect(now.openWithoutPersonal(stored).event.data).toEqual({ person: { name: ERASED }, town: ERASED });
    const future = { ...stored, metadata: { ...stored.metadata, schemaVersion: '3' } };
    expect(() => now.open(future)).toThrow('old-1@0: Joined has version 3, this release knows up to 2');
  });

  it('says that a key is lost rather than erased when it was never destroyed', async () => {
    await club.record('membership-1', joined('张三'));
    const stored = await firstStored(club, 'membership-1');
    const elsewhere = { ...stored, metadata: { ...stored.metadata, keyId: 'unknown' } };
    expect(() => club.log.open(elsewhere).event.data.name).toThrow('the key store has no key unknown');
    expect(club.log.openWithoutPersonal(elsewhere).event.data).toEqual({ name: ERASED });
  });

  it('reads what was written before the settings changed', async () => {
    await club.record('membership-1', joined('张三'));
    const log = club.reopenLog({ hashAlgorithm: 'sm3', cipher: 'sm4-ctr-hmac-sm3' });
    const { head: end } = await log.load('membership-1');
    await log.append([{ stream: 'membership-1', event: joined('李四'), keyId: 'k2' }], [end], context);
    const { events } = await log.load('membership-1');
    expect(events.map((one) => one.event.data.name)).toEqual(['张三', '李四']);
  });
});
