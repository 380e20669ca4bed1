import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { PASSWORD, type PersonName } from '../harness/people';
import { browserFile } from './unpacked-browser';

const STEP_MS = 10_000;

/** The tests' browser speaks to the office under test and to nobody else. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-pings',
  '--no-default-browser-check',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** A real browser for the tests of a file; each visitor has cookies of their own. Call it where hooks may be registered. */
export function useBrowser(): { open: (url: string) => Promise<Visitor> } {
  let browser: Browser | undefined;
  const visitors: Visitor[] = [];
  afterAll(async () => {
    for (const visitor of visitors) await visitor.close();
    await browser?.close();
  });
  return {
    open: async (url) => {
      browser ??= await chromium.launch({ executablePath: browserFile(), args: ARGUMENTS, timeout: 30_000 });
      const visitor = await Visitor.come(browser, url);
      visitors.push(visitor);
      return visitor;
    },
  };
}

/** Somebody before the console, in Chinese as a bureau sees it. */
export class Visitor {
  private constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
    /** What went wrong in the page without the page showing it. */
    readonly errors: readonly string[],
  ) {}

  static async come(browser: Browser, url: string): Promise<Visitor> {
    const context = await browser.newContext({
      baseURL: url,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      viewport: { width: 1366, height: 900 },
    });
    context.setDefaultTimeout(STEP_MS);
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto('/');
    return new Visitor(context, page, errors);
  }

  /** Signs in and waits until the console is there. */
  async signIn(person: PersonName): Promise<void> {
    await this.enter(person, PASSWORD);
    await this.page.getByRole('button', { name: '退出' }).waitFor();
  }

  /** Fills the sign-in page in, whatever comes of it. */
  async enter(person: PersonName, password: string): Promise<void> {
    await this.page.getByLabel('用户名').fill(person);
    await this.page.getByLabel('密码').fill(password);
    await this.page.getByRole('button', { name: /登\s*录/ }).click();
  }

  /** Opens a page of the menu. */
  async goTo(entry: string): Promise<void> {
    await this.page
      .getByRole('menuitem')
      .filter({ hasText: new RegExp(`^${entry}$`) })
      .click();
  }

  async signOut(): Promise<void> {
    await this.page.getByRole('button', { name: '退出' }).click();
    await this.page.getByLabel('用户名').waitFor();
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
