import { KeyDestroyed, type KeyStore } from '@anjuan/event-sourcing';
import { type EngineHome, engineUnderTest } from './engine-under-test';

const hex = (key: Uint8Array | undefined): string => Buffer.from(key ?? []).toString('hex');

/** What every key store promises; an adapter's spec is one call. */
export function keyStoreContract(
  name: string,
  home: () => EngineHome<KeyStore> | Promise<EngineHome<KeyStore>>,
): void {
  describe(`key store contract: ${name}`, () => {
    const under = engineUnderTest(home);

    it('makes a key of 32 bytes once and keeps it', async () => {
      await under.engine.ensure('member-1');
      const key = hex(under.engine.get('member-1'));
      expect(key).toHaveLength(64);
      await under.engine.ensure('member-1', 'person-1');
      expect(hex(under.engine.get('member-1'))).toBe(key);
      await under.reopen();
      expect(hex(under.engine.get('member-1'))).toBe(key);
    });

    it('makes a different key for each id, also at the same time', async () => {
      const ids = Array.from({ length: 50 }, (_, n) => `member-${n % 25}`);
      await Promise.all(ids.map((id) => under.engine.ensure(id)));
      expect(new Set(ids.map((id) => hex(under.engine.get(id)))).size).toBe(25);
    });

    it('has no key that nobody asked to make', () => {
      expect(under.engine.get('member-1')).toBeUndefined();
      expect(under.engine.isDestroyed('member-1')).toBe(false);
    });

    it('finds all keys that protect data of a person, named at once or later', async () => {
      await under.engine.ensure('booking-1', 'person-1');
      await under.engine.ensure('booking-2');
      await under.engine.ensure('booking-3', 'person-2');
      await under.engine.assign('booking-2', 'person-1');
      await under.engine.assign('booking-2', 'person-1');
      await under.reopen();
      expect([...under.engine.keysOf('person-1')].sort()).toEqual(['booking-1', 'booking-2']);
      expect(under.engine.keysOf('person-3')).toEqual([]);
    });

    it('names no person for a key that was never made', async () => {
      await expect(under.engine.assign('booking-1', 'person-1')).rejects.toThrow('booking-1');
      expect(under.engine.keysOf('person-1')).toEqual([]);
    });

    it('never makes a destroyed key again', async () => {
      await under.engine.ensure('member-1', 'person-1');
      await under.engine.ensure('member-2', 'person-2');
      await under.engine.destroy(['member-1', 'member-3']);
      await under.engine.destroy(['member-1']);
      for (const time of ['at once', 'opened again']) {
        expect([time, under.engine.get('member-1')]).toEqual([time, undefined]);
        expect(under.engine.isDestroyed('member-1')).toBe(true);
        await expect(under.engine.ensure('member-1')).rejects.toThrow(KeyDestroyed);
        await expect(under.engine.ensure('member-3')).rejects.toThrow(KeyDestroyed);
        await expect(under.engine.assign('member-1', 'person-9')).rejects.toThrow(KeyDestroyed);
        expect(under.engine.get('member-2')).toHaveLength(32);
        expect(under.engine.isDestroyed('member-2')).toBe(false);
        await under.reopen();
      }
    });

    it('refuses a destroyed key without harm to the keys asked for beside it', async () => {
      await under.engine.destroy(['member-1']);
      const results = await Promise.allSettled(
        ['member-0', 'member-1', 'member-2'].map((id) => under.engine.ensure(id)),
      );
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      await under.reopen();
      expect([under.engine.get('member-0'), under.engine.get('member-2')]).not.toContain(undefined);
    });

    it('keeps one secret per name', async () => {
      const [identity, again] = await Promise.all([
        under.engine.secret('identity'),
        under.engine.secret('identity'),
      ]);
      const request = await under.engine.secret('request');
      expect([identity, request].map(({ length }) => length)).toEqual([32, 32]);
      expect(hex(again)).toBe(hex(identity));
      expect(hex(request)).not.toBe(hex(identity));
      await under.reopen();
      expect(hex(await under.engine.secret('identity'))).toBe(hex(identity));
    });
  });
}
