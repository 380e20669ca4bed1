import { useOffices } from '../harness/use-offices';
import { useBrowser } from './browser';

jest.setTimeout(60_000);

const offices = useOffices();
const browser = useBrowser();

describe('the console', () => {
  it('lets a clerk in with the right password only, to the pages of a clerk, and out again', async () => {
    const { url } = await offices.start();
    const visitor = await browser.open(url);
    const { page } = visitor;
    await visitor.enter('clerk', 'not the password of the clerk');
    await page.getByText('用户名或密码不正确').waitFor();
    await visitor.signIn('clerk');
    await page.getByText('窗口一').waitFor();
    await page.getByRole('menuitem', { name: '审核队列' }).waitFor();
    const entries = await page.getByRole('menuitem').allInnerTexts();
    expect(entries).toEqual(expect.arrayContaining(['审核队列', '新增备案', '备案']));
    expect(entries).not.toContain('账户');
    await visitor.signOut();
    expect(visitor.errors).toEqual([]);
  });
});
