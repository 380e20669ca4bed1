import { signInTo } from '../testing/test-client';
import { openTestOffice, type TestOffice } from '../testing/test-office';
import { createFirstAdministrator } from './provision-account';

describe('the first administrator', () => {
  let test: TestOffice;
  beforeAll(async () => {
    test = await openTestOffice();
  });
  afterAll(() => test.close());

  it('needs a strong password', async () => {
    const weak = createFirstAdministrator(test.office, { username: 'chief', password: 'chief' });
    await expect(weak).rejects.toThrow('account.password-weak');
  });

  it('is created once, signs in and administrates', async () => {
    const chief = { username: 'chief', password: 'Standing-2026' };
    const id = await createFirstAdministrator(test.office, chief);
    expect(id).toEqual(expect.any(String));
    expect(await createFirstAdministrator(test.office, { ...chief, username: 'second' })).toBeUndefined();
    const client = await signInTo(test, 'chief', 'Standing-2026');
    const { json } = await client.send('GET', '/api/accounts');
    expect(json).toMatchObject({ total: 1, rows: [{ accountId: id, mustChangePassword: false }] });
  });
});
