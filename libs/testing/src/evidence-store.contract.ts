import { createHash, randomBytes } from 'node:crypto';
import { EvidenceDamaged, type EvidenceStore } from '@anjuan/event-sourcing';
import { type EngineHome, engineUnderTest } from './engine-under-test';

/** An evidence store, and the means to harm it. */
export interface EvidenceHome extends EngineHome<EvidenceStore> {
  /** Changes one byte of what is stored under a digest, behind the store's back. */
  damage(digest: string): Promise<void>;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What every evidence store promises; an adapter's spec is one call. */
export function evidenceStoreContract(name: string, home: () => EvidenceHome | Promise<EvidenceHome>): void {
  describe(`evidence store contract: ${name}`, () => {
    let place: EvidenceHome;
    const under = engineUnderTest(async () => {
      place = await home();
      return place;
    });

    it.each([
      ['one byte', 1],
      ['no byte', 0],
      ['five million bytes', 5_000_000],
    ])('gives back what was put, by its SHA-256: %s', async (_, size) => {
      const bytes = randomBytes(size);
      const digest = await under.engine.put(bytes);
      expect(digest).toBe(sha256(bytes));
      const stored = await under.engine.get(digest);
      expect(stored && Buffer.compare(stored, bytes)).toBe(0);
    });

    it('takes the same bytes again, also at the same time', async () => {
      const bytes = Buffer.from('场地照片');
      const digests = await Promise.all([1, 2, 3, 4].map(() => under.engine.put(bytes)));
      expect(new Set([...digests, await under.engine.put(bytes)])).toEqual(new Set([sha256(bytes)]));
      expect(await under.engine.get(sha256(bytes))).toEqual(bytes);
    });

    it('has nothing under a digest that was never put', async () => {
      expect(await under.engine.get(sha256(Buffer.from('nothing')))).toBeUndefined();
    });

    it('refuses what is no digest', async () => {
      await expect(under.engine.get('../../etc/passwd')).rejects.toThrow('digest');
    });

    it('keeps what was put when it is opened again', async () => {
      const digest = await under.engine.put(Buffer.from('kept'));
      await under.reopen();
      expect(await under.engine.get(digest)).toEqual(Buffer.from('kept'));
    });

    it('does not hand out damaged bytes, and is whole again once the right ones are put', async () => {
      const bytes = Buffer.from('会员登记表');
      const digest = await under.engine.put(bytes);
      await place.damage(digest);
      await expect(under.engine.get(digest)).rejects.toThrow(EvidenceDamaged);
      await under.engine.put(bytes);
      expect(await under.engine.get(digest)).toEqual(bytes);
    });
  });
}
