import { hashPassword, requireStrong, verifyPassword } from './passwords';

describe('passwords', () => {
  it('are kept as Argon2id with at least the parameters that OWASP asks for', async () => {
    const hash = await hashPassword('Temporary-2026');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword(hash, 'Temporary-2026')).toBe(true);
    expect(await verifyPassword(hash, 'temporary-2026')).toBe(false);
  });

  it('have another hash each time, unless the salt is given', async () => {
    expect(await hashPassword('same')).not.toBe(await hashPassword('same'));
    const salt = Buffer.alloc(16, 7);
    expect(await hashPassword('same', salt)).toBe(await hashPassword('same', salt));
  });

  it('are never right where there is no hash', async () => {
    expect(await verifyPassword(undefined, '')).toBe(false);
  });

  it('take about as long to refuse for an unknown name as for a known one', async () => {
    const hash = await hashPassword('Temporary-2026');
    const time = async (known: string | undefined) => {
      const start = performance.now();
      await verifyPassword(known, 'wrong');
      return performance.now() - start;
    };
    await time(undefined);
    const best = async (known: string | undefined) =>
      Math.min(await time(known), await time(known), await time(known), await time(known), await time(known));
    const [unknown, known] = [await best(undefined), await best(hash)];
    expect(unknown).toBeGreaterThan(known / 2);
  });

  it.each(['Short-1', 'onlylowercase', 'UPPER12345', 'aaaaaaaaaaaaaaaaaaaa', 'My-Wang.Fang-2026'])(
    'refuse the weak one %s',
    (password) => expect(() => requireStrong(password, 'wang.fang')).toThrow('account.password-weak'),
  );

  it.each(['Temporary-2026', 'correct horse battery staple', '案卷-Dossier1'])('take %s', (password) =>
    expect(() => requireStrong(password, 'wang.fang')).not.toThrow(),
  );
});
